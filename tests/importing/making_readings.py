"""Readings made by hand, as a recogniser would give them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from prestatie_desktop.domain.agreement import AgreementStatus, RoleKind
from prestatie_desktop.domain.agreement_set import SetKind, TextPartKind
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.series import SeriesKind
from prestatie_desktop.domain.signing import SigningBasis
from prestatie_desktop.importing.reading import (
    FoundAgreement,
    FoundColumn,
    FoundCover,
    FoundFigures,
    FoundGroup,
    FoundParty,
    FoundRole,
    FoundRow,
    FoundSignatory,
    FoundTextPart,
    FoundTheme,
    Reading,
    Spelling,
    Wording,
)
from prestatie_desktop.importing.source import Comment, Stamp

COVER = FoundCover(
    key="cover",
    title="Prestatieafspraken Zonneveen 2027",
    kind=SetKind.YEARLY,
    first_year=2027,
    last_year=2027,
    dated=date(2026, 12, 1),
)
ANNA = Stamp("A. Bakker", datetime(2026, 10, 3, 9, 0, tzinfo=UTC))
BRAM = Stamp("B. Smit", datetime(2026, 10, 7, 15, 30, tzinfo=UTC))


def town(name: str = "Gemeente Zonneveen") -> FoundParty:
    return FoundParty(key=f"party:{name}", name=name, kind=PartyKind.MUNICIPALITY)


def house(name: str = "Woonbron Zonneveen", **more: Any) -> FoundParty:
    return FoundParty(key=f"party:{name}", name=name, kind=PartyKind.CORPORATION, **more)


def group(name: str = "Corporaties", members: Sequence[str] = (), **more: Any) -> FoundGroup:
    return FoundGroup(key=f"party:{name}", name=name, members=tuple(members), **more)


def theme(number: str = "1", title: str = "Bouwen", introduction: str = "") -> FoundTheme:
    return FoundTheme(
        key=f"theme:{number or title}", number=number, title=title, introduction=introduction
    )


def agreement(number: str, text: str = "", **more: Any) -> FoundAgreement:
    given = {"key": f"agreement:{number}", "theme": number.partition(".")[0], **more}
    return FoundAgreement(number=number, text=text and f"<p>{text}</p>", **given)


def row(key: str, location: str = "", **more: Any) -> FoundRow:
    values = {"location": location, **more.pop("values", {})}
    given = {"kind": "new_build", "theme": "1", "corporation": "Woonbron Zonneveen", **more}
    return FoundRow(key=f"row:{key}", values=values, **given)


def reading(**parts: Any) -> Reading:
    """A reading with an empty cover unless one is given."""
    return Reading(**{"cover": FoundCover(key="cover"), **parts})


def small_reading() -> Reading:
    """Something of every sort, with every field filled somewhere."""
    return Reading(
        cover=COVER,
        parties=(
            town(),
            house(legal_name="Stichting Woonbron Zonneveen", aliases=("Woonbron",)),
            house("De Linde"),
            FoundParty(
                key="party:Huurdersraad",
                name="Huurdersraad",
                kind=PartyKind.TENANTS_ORGANISATION,
                represents=("Woonbron Zonneveen", "De Linde"),
            ),
            FoundParty(key="party:Wijkteam", name="Wijkteam", kind=PartyKind.ACTOR, signs=False),
        ),
        groups=(group(members=("Woonbron Zonneveen", "De Linde"), aliases=("Alle corporaties",)),),
        spellings=(
            Spelling(written="Woonbronn", stands_for="Woonbron Zonneveen", reason="typing_error"),
        ),
        text_parts=(
            FoundTextPart(
                key="text:0",
                kind=TextPartKind.PREAMBLE,
                title="Inleiding",
                text="<p>Samen wonen.</p>",
            ),
            FoundTextPart(
                key="text:1", kind=TextPartKind.CLOSING, title="Slot", text="<p>Getekend.</p>"
            ),
        ),
        themes=(theme("1", "Bouwen", "<p>Er komen huizen bij.</p>"), theme("2", "Betaalbaarheid")),
        agreements=(
            agreement(
                "1.7",
                "De corporaties bouwen in 2027 samen honderd nieuwe huurwoningen.",
                heading="Nieuwbouw",
                roles=(
                    FoundRole("Corporaties", RoleKind.LEAD),
                    FoundRole("Gemeente Zonneveen", RoleKind.INVOLVED),
                ),
                planning="Q2",
                indicator="100 woningen",
                remark="Nog te bespreken",
                status=AgreementStatus.DISCUSSED,
            ),
            agreement(
                "1.10",
                "De gemeente wijst voor elk plan een vaste contactpersoon aan.",
                roles=(FoundRole("Gemeente Zonneveen", RoleKind.UNKNOWN_LEAD),),
            ),
            agreement(
                "2.1",
                "De huren stijgen gemiddeld niet harder dan de lonen.",
                roles=(
                    FoundRole("Woonbronn", RoleKind.LEAD),
                    FoundRole("Wijkteam", RoleKind.INVOLVED),
                ),
            ),
        ),
        rows=(
            row(
                "0",
                "Kerkveld",
                kind_number="1.1",
                municipality="Gemeente Zonneveen",
                values={"homes": "ca. 40", "price": "Betaalbaar 1", "year:2027": "12"},
            ),
            row("1", "Zuidrand", corporation="De Linde", values={"homes": "+65", "note": "Later."}),
            row("2", "Molenhof", kind="demolition", values={"homes": "pm", "daeb": "DAEB"}),
            row("3", "Volkstuin", kind="own:Parkeren", values={"homes": "8"}),
            row(
                "4",
                "Jaarlijkse verhoging",
                kind="rent_policy",
                theme="2",
                agreement="2.1",
                values={"amount": "2,5"},
                unit="percent",
            ),
        ),
        figures=(
            FoundFigures(
                key="figures:0",
                kind=SeriesKind.SERIES,
                title="Labels per jaar",
                theme="2",
                agreement="2.1",
                row_label="Jaar",
                with_totals=True,
                columns=(
                    FoundColumn("De Linde", "De Linde"),
                    FoundColumn("Woonbron", "Woonbron"),
                    FoundColumn("Overig"),
                ),
                rows=(("2027", ("10", "t.b.", "1")), ("2028", ("8", "", "2"))),
            ),
        ),
        signatories=(
            FoundSignatory(
                key="signatory:0",
                party="Woonbron Zonneveen",
                name="mevr. C. Jansen",
                function="bestuurder",
                basis=SigningBasis.STATUTES,
            ),
            FoundSignatory(
                key="signatory:1",
                party="Gemeente Zonneveen",
                name="dhr. D. Visser",
                on_behalf_of="mevr. E. de Boer",
            ),
        ),
    )


def tracked_reading() -> Reading:
    """Two agreements that two people changed and remarked on in the source."""
    first = "<p>Wij bouwen <b>tien</b> woningen.</p>"
    anna = "<p>Wij bouwen <b>twintig</b> woningen.</p>"
    bram = "<p>Wij bouwen <b>twintig</b> huurwoningen.</p>"
    before, after = "<p>De gemeente helpt.</p>", "<p>De gemeente helpt met grond.</p>"
    return reading(
        themes=(theme(),),
        agreements=(
            replace(
                agreement("1.1"),
                text=bram,
                wordings=(Wording(None, first), Wording(ANNA, anna), Wording(BRAM, bram)),
                comments=(Comment(ANNA, "Is dit genoeg?"),),
            ),
            replace(
                agreement("1.2"),
                text=after,
                wordings=(
                    Wording(None, before),
                    Wording(Stamp("B. Smit", datetime(2026, 10, 5, 9, 0, tzinfo=UTC)), after),
                ),
                comments=(Comment(Stamp("C. Vos"), "Welke grond?"),),
            ),
        ),
    )
