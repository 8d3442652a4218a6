"""Twins of the real prints, in words of our own, with every kind of block in them.

`python -m tests.documents.demo FOLDER` writes them to look at.
"""

import io
import sys
from pathlib import Path

from prestatie_desktop.documents.blocks import (
    Align,
    Cell,
    Column,
    ControlCode,
    Cover,
    Document,
    Figure,
    Heading,
    Item,
    Items,
    KeepTogether,
    KeyValues,
    Notice,
    PageBreak,
    RoleBadge,
    RoleMark,
    Row,
    RowKind,
    Rule,
    SignatureBox,
    SignatureGrid,
    SigningParty,
    Spacer,
    TableBlock,
    Text,
    TextStyle,
    Title,
)
from prestatie_desktop.documents.pictures import Picture, load_logo
from prestatie_desktop.documents.write_pdf import write_pdf
from prestatie_desktop.domain.richtext import Block, ListKind, RichText, Run

SET = "Prestatieafspraken Lindeveen 2026"
FOOTER = f"{SET}, versie 7"
BELONGS = (
    "Dit blad hoort bij vastgestelde versie 7 van 14 november 2025. De code geldt alleen voor de "
    "items en voorbehouden op de volgende bladzijden."
)
SUBJECTS = (
    "Nieuwbouw aan de Molenkade: 108 sociale huurwoningen",
    "Eén aanspreekpunt per project",
    "Wijkontwikkelingsplan Oosterpoort, met de bewonerscommissies en de huurdersorganisatie samen",
    "Vernieuwing van de Tuinbuurt",
    "Lagere parkeernorm bij nieuwbouw",
    "Tweejaarlijks behoefteonderzoek",
    "Nulmeting van de sociale voorraad",
    "Vrije toewijzing tot 15 %, met voorbehoud",
    "Huurverhoging: CAO-index min 1,4 %",
    "Huurderstevredenheidsonderzoek en duurzaamheidsinvesteringsprogramma",
)
ROLES = ("betrokken", "trekker", "betrokken", "trekker", "betrokken", "trekker onbekend")


def logo(width: int = 480, height: int = 160, *, kind: str = "PNG") -> Picture:
    """A drawn logo of no existing organisation."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (width, height), "#ffffff")
    pen = ImageDraw.Draw(image)
    pen.polygon([(10, height - 10), (height // 2, 10), (height - 10, height - 10)], fill="#1b4d80")
    pen.rectangle([height + 10, height // 3, width - 10, height // 2], fill="#834a00")
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return load_logo(buffer.getvalue())


def rich(*blocks: Block) -> RichText:
    return tuple(blocks)


def para(*runs: Run | str) -> Block:
    return Block(runs=tuple(Run(text=run) if isinstance(run, str) else run for run in runs))


def item_block(text: str, kind: ListKind, level: int = 1, number: int | None = None) -> Block:
    return Block(runs=(Run(text=text),), list_kind=kind, level=level, number=number)


def sheet(party: str = "Stichting Wonen Zuiderlinde", *, rows: int = 60) -> Document:
    """One party's signature sheet with its annex of items."""
    annex = tuple(
        Row(
            cells=(
                f"{index // 12 + 1}.{index % 12 + 1}",
                SUBJECTS[index % len(SUBJECTS)],
                ROLES[index % len(ROLES)],
            )
        )
        for index in range(rows)
    )
    return Document(
        title=f"Ondertekenblad {party}",
        author="Gemeente Lindeveen",
        subject=SET,
        header=f"Ondertekenblad {party}",
        footer=FOOTER,
        blocks=(
            Title(
                text="Ondertekenblad",
                subtitle=SET,
                code=ControlCode(code="7F3A-91C2-D04E"),
            ),
            Text(content=BELONGS, style=TextStyle.SMALL),
            Rule(),
            KeyValues(
                pairs=(
                    ("Partij", party),
                    ("Gevestigd te", "Lindeveen"),
                    ("Vertegenwoordigd door", "mevrouw M. Voorbeeld, bestuurder"),
                    ("Op grond van", "statuten, artikel 6"),
                    ("Tekent voor", f"{rows} van 67 afspraken en 22 van 72 projecten"),
                )
            ),
            Heading(level=4, text="Voorbehoud bij 2.4"),
            Text(
                content="Wonen Zuiderlinde benut de ruimte boven 7,5 % alleen voor huurders "
                "die hun sloopwoning moeten verlaten.",
                style=TextStyle.BODY,
            ),
            SignatureBox(name_lines=("mevrouw M. Voorbeeld, bestuurder",)),
            TableBlock(
                caption="Items waarvoor deze partij tekent",
                alt="De items waarvoor deze partij tekent, met haar rol",
                columns=(
                    Column(title="Nr.", weight=16, strong=True),
                    Column(title="Afspraak", weight=122),
                    Column(title="Rol", weight=32),
                ),
                rows=annex,
            ),
        ),
    )


def combined() -> Document:
    """The page all eleven parties sign."""
    kinds = (
        ("Gemeente Lindeveen", "de heer A. Voorbeeld", "wethouder wonen", "volmacht, 3 nov 2025"),
        ("Stichting Wonen Zuiderlinde", "mevrouw M. Voorbeeld", "bestuurder", "statuten, art. 6"),
        (
            "Coöperatieve Vereniging voor Volkshuisvesting Samen Sterk in Lindeveen en Omgeving U.A.",
            "mevrouw dr. ir. J.W.M. van der Voorbeeld-Proefpersoon",
            "voorzitter van de raad van bestuur",
            "in opdracht van mevrouw E. Denkbeeldig, statuten, artikel 12, tweede lid",
        ),
        ("Huurdersvereniging De Linde", "de heer P. Voorbeeld", "voorzitter", "statuten, art. 9"),
        ("Huurdersraad Zuid", "", "", ""),
    )
    parties = tuple(
        SigningParty(
            party=kinds[index % 5][0] if index < 5 else f"{kinds[index % 5][0]} ({index})",
            name=kinds[index % 5][1],
            function=kinds[index % 5][2],
            basis=kinds[index % 5][3],
            logo=logo() if index in {0, 1} else None,
        )
        for index in range(11)
    )
    return Document(
        title="Gezamenlijk ondertekenblad",
        author="Gemeente Lindeveen",
        footer=FOOTER,
        header="Gezamenlijk ondertekenblad",
        blocks=(
            Title(text="Ondertekening", subtitle=SET, code=ControlCode(code="C90B-22E7-51AA")),
            Text(content=BELONGS, style=TextStyle.SMALL),
            Rule(),
            SignatureGrid(parties=parties),
        ),
    )


def bod_table(rows: int = 40) -> TableBlock:
    """A table of the bod: five year columns, groups, totals, cells of two lines."""
    years = tuple(str(year) for year in range(2026, 2031))
    body: list[Row] = []
    for index in range(rows):
        if index % 14 == 0:
            body.append(Row(cells=(f"Wijk {index // 14 + 1}: Oosterpoort",), kind=RowKind.GROUP))
        phases = ["", "", "", "", ""]
        phases[index % 5] = str(12 + index)
        if index % 9 == 4:
            phases[(index + 1) % 5] = "onbekend"
        body.append(
            Row(
                cells=(
                    Cell(
                        content=SUBJECTS[index % 5].split(":", maxsplit=1)[0],
                        note=f"64{10 + index} AB, Complex {1000 + index}",
                    ),
                    "MGW met lift",
                    *phases,
                    f"{12 + index}",
                )
            )
        )
    body.append(
        Row(
            cells=(
                Cell(content="Alle rijen", note="4 rijen onbekend, niet meegeteld"),
                "",
                "ten minste 96",
                "112",
                "84",
                "77",
                "103",
                "ten minste 472",
            ),
            kind=RowKind.TOTAL,
        )
    )
    return TableBlock(
        caption="A. Nieuwbouw en aankoop",
        alt="Nieuwbouw per locatie, gefaseerd over vijf jaar",
        columns=(
            Column(title="Locatie", weight=46, strong=True),
            Column(title="Type", weight=22),
            *(Column(title=year, weight=17, align=Align.RIGHT, group="Fasering") for year in years),
            Column(title="Totaal", weight=19, align=Align.RIGHT, strong=True),
        ),
        rows=tuple(body),
    )


def bod() -> Document:
    """A corporation's bod, concept: cover, letter, tables."""
    return Document(
        title="Bod 2026 Wonen Zuiderlinde",
        author="Stichting Wonen Zuiderlinde",
        header="Bod 2026 van Wonen Zuiderlinde",
        footer="Bod Wonen Zuiderlinde aan Lindeveen, 28 juni 2025",
        watermark="CONCEPT",
        blocks=(
            Cover(
                title="Bod 2026",
                subtitle="Stichting Wonen Zuiderlinde aan de gemeente Lindeveen",
                lines=(
                    "Voornemens voor 2026 tot en met 2030",
                    "Op grond van artikel 43 en 44 van de Woningwet",
                    "28 juni 2025",
                ),
                logos=(logo(), logo(420, 300)),
            ),
            Heading(level=1, text="Voornemens", number="1"),
            Text(
                content="Dit bod beschrijft wat Wonen Zuiderlinde de komende vijf jaar bijdraagt "
                "aan het woonbeleid van de gemeente.",
                style=TextStyle.LEAD,
            ),
            bod_table(),
            Heading(level=2, text="Sloop", number="1.2"),
            Text(content="Geen voornemens.", style=TextStyle.NOTE),
            Notice(
                title="Onder voorbehoud",
                text="Begrote bedragen zijn onder voorbehoud van goedkeuring door de raad van "
                "commissarissen.",
            ),
            Figure(picture=logo(kind="JPEG"), alt="Logo van Wonen Zuiderlinde"),
            Heading(level=1, text="Huurbeleid", number="2"),
            Heading(level=2, text="Uitgangspunten", number="2.1"),
            Text(content=TEXTS[0]),
            KeepTogether(
                blocks=(
                    Heading(level=3, text="Bijeen"),
                    Text(content="Deze alinea en haar kop staan op één bladzijde."),
                    Spacer(height=4),
                    ControlCode(code="AAAA-BBBB-CCCC"),
                )
            ),
        ),
    )


TEXTS: tuple[RichText, ...] = (
    rich(
        para(
            "Gemeente en Wonen Zuiderlinde vernieuwen de Tuinbuurt als één wijk. Het ambtelijk en "
            "bestuurlijk overleg loopt door. Wonen Zuiderlinde onderzoekt ",
            Run(text="vóór 1 juli 2026", bold=True),
            " de aanpak van ruim 480 woningen en legt die de gemeente voor; die regelt "
            "bestemmingsplan en vergunningen. Zie ook ",
            Run(text="afspraak 1.3", link="a3"),
            " en ",
            Run(text="een vervallen afspraak", link="weg"),
            ".",
        ),
        item_block("ten minste 65 woningen zijn nultredenwoning;", ListKind.BULLET),
        item_block("de coöperatie draagt € 1.250.000 bij;", ListKind.BULLET),
        item_block(
            "waarvan de helft in 2026, met langdurigezorgwetindicaties.", ListKind.BULLET, 2
        ),
    ),
    rich(
        para(
            "We bezien samen de parkeernorm bij sociale nieuwbouw en stellen waar het kan een "
            "lagere norm vast, ",
            Run(text="die past bij de huurders", italic=True),
            ". Uitgangspunt is 0,6 m",
            Run(text="2", superscript=True),
            " CO",
            Run(text="2", subscript=True),
            " per woning ≥ 50 m² → ",
            Run(text="onderstreept", underline=True),
            ".",
        ),
        item_block("eerst de telling;", ListKind.DECIMAL, 1, 1),
        item_block("dan het besluit, met bijlage;", ListKind.DECIMAL, 1, 2),
        item_block("bijlage met kaart;", ListKind.LETTER, 2, 1),
        item_block("bijlage met lijst.", ListKind.LETTER, 2, 2),
    ),
    rich(
        para(
            "Elke twee jaar komt er een behoefteonderzoek, met ruimte voor de ambitie van het "
            "college. De huurdersorganisaties denken mee over de vragen en krijgen de uitkomsten "
            "tegelijk met de gemeenteraad. " * 3
        ),
    ),
)


def agreements(count: int = 18) -> Document:
    """The full text: themes with long agreements, roles and status."""
    marks = (
        RoleMark(badge=RoleBadge.LEAD, label="Trekker", party="Wonen Zuiderlinde"),
        RoleMark(badge=RoleBadge.INVOLVED, label="Betrokken", party="Gemeente Lindeveen"),
        RoleMark(badge=RoleBadge.INVOLVED, label="Betrokken", party="Huurdersvereniging De Linde"),
        RoleMark(
            badge=RoleBadge.UNKNOWN_LEAD,
            label="Trekker onbekend",
            party="Coöperatieve Vereniging Samen Sterk",
        ),
    )
    statuses = ("Akkoord", "Besproken", "Voorstel", "Aangehouden")
    return Document(
        title=SET,
        author="Gemeente Lindeveen",
        header=SET,
        footer=FOOTER,
        watermark="CONCEPT",
        blocks=(
            Title(text=SET, subtitle="Volledige tekst", logos=(logo(),)),
            Text(
                content="Gemeente, corporaties en huurders zorgen samen voor genoeg passende, "
                "betaalbare en goede sociale huurwoningen.",
                style=TextStyle.LEAD,
            ),
            Heading(level=1, number="1", text="Beschikbaarheid, kwaliteit en vastgoed"),
            Items(
                items=tuple(
                    Item(
                        number=f"1.{index + 1}",
                        anchor=f"item:a{index + 1}",
                        heading="Tuinbuurt" if index % 4 == 0 else "",
                        content=TEXTS[index % len(TEXTS)],
                        roles=marks[: 1 + index % 4],
                        status=statuses[index % 4],
                    )
                    for index in range(count)
                )
            ),
            PageBreak(),
            Heading(level=1, number="2", text="Betaalbaarheid"),
            Text(content="Over betaalbaarheid zijn nog geen afspraken gemaakt."),
        ),
    )


ALL = {
    "ondertekenblad": sheet,
    "gezamenlijk": combined,
    "bod": bod,
    "afspraken": agreements,
}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, make in ALL.items():
        write_pdf(make(), folder / f"{name}.pdf")
    write_pdf([sheet(), combined(), sheet("Huurdersraad Zuid", rows=4)], folder / "alles.pdf")
