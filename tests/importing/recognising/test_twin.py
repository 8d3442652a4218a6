"""A set of agreements that looks like those in use: slides turned into text, with all their oddities."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from prestatie_desktop.importing.reading import Fate, IgnoreRule, Reading
from prestatie_desktop.importing.source import Source
from tests.importing.documents.telling import expect, plain, read

TWIN = Path(__file__).parent.parent / "documents" / "files" / "tweeling.txt"


@cache
def _twin() -> tuple[Source, Reading]:
    return read(TWIN)


def test_everything_in_it_is_recognised() -> None:
    expect(
        TWIN,
        parties="""
            betrokkene Bewoners
            betrokkene Kernteam prestatieafspraken
            corporatie De Sleutel
            corporatie Lariks Wonen
            corporatie Thuispunt
            corporatie Wonen Middenland
            corporatie Wonen Noorderhaven
            gemeente Gemeente Oosterveen
            huurders De Sleutel – huurdersvereniging(en)
            huurders HBV Pruimengaard/oud Veendorp
            huurders Huurdersvereniging Wonen Middenland
            huurders Lariks Wonen – huurdersvereniging
            huurders Stichting Huurdersraad Veenstreek
            huurders Thuispunt – huurdersvereniging
            huurders Wonen Middenland – huurdersvereniging
            huurders Wonen Noorderhaven – huurdersvereniging
        """,
        groups="""
            Huurdersorganisaties = Lariks Wonen – huurdersvereniging, De Sleutel – huurdersvereniging(en), Wonen Noorderhaven – huurdersvereniging, Wonen Middenland – huurdersvereniging, Thuispunt – huurdersvereniging
            Woningcorporaties = Lariks Wonen, De Sleutel, Wonen Noorderhaven, Wonen Middenland, Thuispunt
            Woningcorporaties aangesloten bij de R8 = Lariks Wonen, De Sleutel, Wonen Noorderhaven, Wonen Middenland, Thuispunt
        """,
        themes="""
            1 Voorraad, kwaliteit en vernieuwing
            2 Betaalbaarheid
            3 Duurzame huurwoningen in 2027
            4 Wonen met zorg en bijzondere groepen
            5 Leefbaarheid in 2027
            6 Samenwerken en elkaar inlichten
        """,
        agreements="""
            1.7 De gemeente Oosterveen wijst … met vragen gebeurt. | trekker: Gemeente Oosterveen | betrokken: Woningcorporaties
            1.8 Voor de lage huizen … geld samen aan. | trekker: De Sleutel | betrokken: Woningcorporaties, Gemeente Oosterveen
            1.9 Samen bekijken de partijen … de grootste woningnood | trekker: Gemeente Oosterveen | betrokken: Woningcorporaties
            1.10 Uitvoeren van het wijkplan … de straten daaromheen. | trekker: Thuispunt | betrokken: Woningcorporaties, Gemeente Oosterveen
            1.11 De vernieuwing van De … en gaat door. | trekker: Wonen Middenland | betrokken: Gemeente Oosterveen
            1.12 Wij zoeken uit of … nu is voorgeschreven. | trekker: Gemeente Oosterveen | betrokken: Woningcorporaties, Huurdersorganisaties
            1.13 Om de twee jaar … eigen wensen naast. | trekker onbekend: Woningcorporaties, Gemeente Oosterveen
            1.14 De gemeente kijkt opnieuw … voor sociale huur. | trekker: Gemeente Oosterveen
            2.1 De gemeente Oosterveen en … naar inkomen verhogen. | trekker onbekend: Lariks Wonen, Gemeente Oosterveen
            2.2 De geldzorgenwijzer blijft bestaan … komt een verslag. | trekker onbekend: Woningcorporaties, Gemeente Oosterveen, Huurdersorganisaties
            2.3 Het twee-prijzenbeleid van Wonen … in nieuwe gebouwen. | trekker onbekend: Wonen Noorderhaven
            2.4 Corporaties beperken de stijging … verhoging naar inkomen.
            2.5 De huurders laten onderzoeken … te bouwen mee | trekker: Huurdersorganisaties | betrokken: Woningcorporaties, Gemeente Oosterveen
            2.6 Om de rekening voor … kunnen worden omgeruild. | trekker: Gemeente Oosterveen | betrokken: Woningcorporaties
            2.7 Bij de tweede herinnering … (art 57 Pw). | trekker onbekend: Woningcorporaties, Gemeente Oosterveen
            3.1 Vóór 2032 zijn er … planning voor Oosterveen. | trekker: Woningcorporaties | betrokken: Gemeente Oosterveen
            3.2 De gemeente roept een … het eerste gesprek | trekker: Gemeente Oosterveen | betrokken: Woningcorporaties
            3.3 De gemeente helpt bij … in 2028 vast. | trekker: Gemeente Oosterveen | betrokken: Woningcorporaties
            3.4 In 2027 maakt de … gebied & gebruik. | trekker: Gemeente Oosterveen | betrokken: Woningcorporaties
            3.5 Op 1 oktober 2026 … over de rekening. | trekker: De Sleutel, Wonen Middenland | betrokken: Gemeente Oosterveen
            3.6 Thuispunt doet een proef … ketel wordt vervangen | trekker: Thuispunt | betrokken: Gemeente Oosterveen
            3.7 Groen en dieren Vanaf … nestkasten en bomen.. | trekker: Woningcorporaties | betrokken: Gemeente Oosterveen
            3.8 Schoon slopen Bruikbare stoffen … naar de bouw. | trekker onbekend: Woningcorporaties
            3.9 Kringloop In 2027 tekenen … (hout, steen, glas). | trekker onbekend: Woningcorporaties aangesloten bij de R8
            4.1 Wanneer de organisaties voor … op tijd bijgepraat. | trekker: Gemeente Oosterveen | betrokken: Woningcorporaties
            4.2 Er komt een gids … met de streek. | trekker: Gemeente Oosterveen | betrokken: Woningcorporaties, Huurdersorganisaties
            4.3 Er komt een vast … aan tafel zit. | trekker: Gemeente Oosterveen
            4.4 Partijen willen buurten waar … door elkaar wonen. | trekker onbekend: Woningcorporaties, Gemeente Oosterveen
            4.5 De gemeente moet nieuwkomers … naar het kernteam. | trekker: Gemeente Oosterveen | betrokken: Woningcorporaties
            4.6 Voor scooters is in … samen een oplossing. | trekker onbekend: Woningcorporaties
            5.1 Partijen werken samen in … een eigen aanpak. | trekker onbekend: Woningcorporaties, Gemeente Oosterveen
            5.2 De Meent als geheel: … stenen en straat. | trekker onbekend: Wonen Middenland, Bewoners, Gemeente Oosterveen
            5.3 Wij blijven bij mensen … en zonder formulier. | trekker onbekend: Wonen Noorderhaven, Bewoners, Woningcorporaties, Gemeente Oosterveen
            5.5 Bij ruzie tussen buren … naar hem verwijzen | trekker onbekend: Woningcorporaties, Gemeente Oosterveen, Huurdersorganisaties
            5.6 Waar een portiek onder … met de HO's. | trekker onbekend: Woningcorporaties, Gemeente Oosterveen, Huurdersorganisaties
            5.7 Huizen worden verhuurd via … ongeveer 800 vrij. | trekker onbekend: Woningcorporaties, Gemeente Oosterveen
            5.8 De proef met voorrang … mee willen doen. | trekker: Woningcorporaties | betrokken: Gemeente Oosterveen, Huurdersorganisaties
            5.9 Samen beschrijven de partijen … daarvoor het begin. | trekker: Woningcorporaties | betrokken: Gemeente Oosterveen, Huurdersorganisaties
            6.1 Het kernteam doet het … 1 november 2027 | trekker: Kernteam prestatieafspraken
            6.2 Gemeente, corporaties en huurders … de wet voorschrijft. | trekker onbekend: Woningcorporaties, Gemeente Oosterveen, Huurdersorganisaties
            6.4 Elk jaar vertellen wij … huis uit moesten. | trekker onbekend: Woningcorporaties, Gemeente Oosterveen, Huurdersorganisaties
        """,
        rows="""
            nieuwbouw | Thuispunt | Kanaaloever | 96 woningen
            nieuwbouw | Thuispunt | WZC | 30 woningen
            nieuwbouw | Lariks Wonen | Lindehof/Molenwiek, Veendorp | 18 woningen
            nieuwbouw | Wonen Middenland | Centrum, De Wever, Havenstraat | 72 woningen
            nieuwbouw | Wonen Noorderhaven | Singel 21 – 25b | 16 woningen
            nieuwbouw | Wonen Noorderhaven | Burgemeester Kwaklaan | 12 woningen
            nieuwbouw | Wonen Noorderhaven | Molenwiek, Veendorp | +40 woningen
            sloop | Lariks Wonen | Onbekend | Onbekend
            sloop | De Sleutel | Rembrandtkade | 54 woningen
            sloop | Thuispunt | KanaalOever | 121
            renovatie | Thuispunt | Turfpad | 11 woningen
            renovatie | De Sleutel | Pruimengaard | 14 woningen
            renovatie | De Sleutel | Steenoven | 9 woningen
            renovatie | De Sleutel | Kalkweg | 3
            renovatie | Lariks Wonen | De Hoek, Dr. Vinkstraat e.o., Veendorp | 40 woningen
            renovatie | Wonen Noorderhaven | Oostrand | 21 woningen
            renovatie | Wonen Noorderhaven | Barnsteenflat (hoek Barnsteenweg- Ringdijk-Jadeplein) | 29 woningen
            renovatie | De Sleutel | Oostrand (teruggekocht) | 5 woningen (van de 20)
            verkoop | Lariks Wonen | Onbekend | 24 VHE
            verkoop | De Sleutel | De Horst | 4 (van de 9)
            verkoop | Wonen Noorderhaven | Geen | Geen
            verkoop | Thuispunt | Onbekend | 12 woningen
            aankoop | Lariks Wonen | Onbekend | Onbekend
            aankoop | De Sleutel | Oostrand | Onbekend
            aankoop | Wonen Middenland | Indien van toepassing | Geen
            onderzoek | De Sleutel | Parkzicht (nieuwbouw) | 88 (40 huur en 48 koop)
            onderzoek | De Sleutel | De Waaier (Veendorp) | 48
            onderzoek | De Sleutel | Wilgenlaan (Oostrand) | 36
            onderzoek | Wonen Middenland | De Meent, Romeinenbuurt, Tacituslaan e.o. Onderzoek naar toekomst | 64
            onderzoek | Wonen Middenland | De Meent, Vliegersbuurt, Fokkerpad Onderzoek naar nieuwbouw Voormalige locatie school | 22
            onderzoek | Wonen Middenland | De Meent, Vliegersbuurt, Koolhovenstr. Onderzoek naar nieuwbouw | 5
            onderzoek | Wonen Middenland | Heuvel, Hofplein Onderzoek naar renovatie | 51
            onderzoek | Wonen Middenland | Heuvel, Hofplein Onderzoek naar nieuwbouw | pm
            onderzoek | Thuispunt | Nijverheidsbuurt (start onderzoek) | 210 woningen
            onderzoek | Thuispunt | Bouwgrond samen met gemeente Oosterveen verkennen. Amperestraat samen met nieuwbouw Ohmstraat. Stadspark. | N.v.t.
            onderzoek | Thuispunt | Paardenweide, Berkenlaan e.o. | 133 woningen
            onderzoek | Lariks Wonen | Hoge Dijk / Plan Noord Oosterveen | 70 woningen
            onderzoek | Wonen Noorderhaven | Havenstraat-Touwbaan | 44
            onderzoek | Wonen Noorderhaven | Klooster Oosterveen | Onbekend
            huurbeleid | Wonen Middenland | Huurstijging | CAO index – 1,2%
            huurbeleid | Wonen Noorderhaven | Huurstijging | CAO index – 0,4%
            huurbeleid | De Sleutel | Huurstijging | CAO index – 0,5%
            huurbeleid | Lariks Wonen | Huurstijging | CAO index – 0,3%
            taakstelling |  | Taakstelling en verdeling Oosterveen: Restopgave 2026 | 4
            taakstelling |  | Taakstelling en verdeling Oosterveen: Eerste helft 2027 | 62
            taakstelling |  | Taakstelling en verdeling Oosterveen: Tweede helft 2027 | Nog niet vastgesteld
            taakstelling | Thuispunt | Verdeling naar rato bezit | 28 %
            taakstelling | De Sleutel | Verdeling naar rato bezit | 33 %
            taakstelling | Wonen Noorderhaven | Verdeling naar rato bezit | 9 %
            taakstelling | Wonen Middenland | Verdeling naar rato bezit | 14 %
            taakstelling | Lariks Wonen | Verdeling naar rato bezit | 16 %
        """,
        figures="""
            reeks Corporatiewoningen in Oosterveen met EFG-labels, per corporatie | De Sleutel, Wonen Noorderhaven, Wonen Middenland, Thuispunt, Lariks Wonen
              2026: 410, 66, 388, 1105, 512
              2027: 355, 31, 360, t.b., 458
              2028: 260, 0, 301, t.b., 390
              2029: 140, 0, 222, t.b., 271
              2030: t.b., t.b., 150, t.b., 190
            matrix Huidig aanbod naar BAT scores corporatiewoningen (peildatum 31-12- 2026) | Wonen Middenland, Wonen Noorderhaven, De Sleutel, Thuispunt, Lariks Wonen
              Wandelstokgeschikt (BAT1): 310, 402, 1950, 288, 640
              Rollatorbewoonbaar (BAT2): 120, 215, 0, 301, 150
              Rolstoelbewoonbaar (BAT3): 0, 44, 19, 12, 20
              Geschikt verpleegzorg thuis (BAT4): 18, 27, 120, 33, 0
            totaal 4669
        """,
        signatories="""
            Dhr. W. Wethoudersma | Gemeente Oosterveen | wethouder
            Dhr. V. Voorzittersen | Lariks Wonen – huurdersvereniging
            Mevr. H. Huurdersdochter | De Sleutel – huurdersvereniging(en)
            Mevr. P. Plaatsvang | Wonen Noorderhaven – huurdersvereniging | i.o. Mevr. A. Afwezigh
            Dhr. M. Middelhuur | Wonen Middenland – huurdersvereniging
            Dhr. T. Thuisbest | Thuispunt – huurdersvereniging
            Dhr. L. Larikshout | Lariks Wonen | bestuurder
            Dhr. S. Sleutelman | De Sleutel | bestuurder
            Mevr. N. Noordermeer | Wonen Noorderhaven | bestuurder
            Dhr. K. Middenmoot | Wonen Middenland | bestuurder
            Mevr. B. Bouwlustig | Thuispunt | bestuurder
        """,
        left="""
            kade
            raad
            Wij kiezen ieder jaar een nieuw bestuur
        """,
    )


def test_texts_of_agreements_are_complete() -> None:
    _, reading = _twin()
    got = {agreement.number: _letters(plain(agreement.text)) for agreement in reading.agreements}
    in_rows = _texts_in_rows(TWIN.read_text(encoding="utf-8"))
    assert len(in_rows) == 38
    for number, text in in_rows.items():
        assert got[number] == _letters(text), number
    assert plain(_one(reading, "3.1")).count("planning voor Oosterveen") == 1
    assert "**" not in "".join(agreement.text for agreement in reading.agreements)


def test_bold_lists_and_raised_letters_in_cells_are_kept() -> None:
    _, reading = _twin()
    assert _one(reading, "2.6").endswith(
        "<ul><li>Elk huishouden kan gratis een energiehulp laten komen.</li>"
        "<li>Wie tot 120% van het minimum verdient, krijgt een bon van € 200.</li>"
        "<li>Oude koelkasten kunnen worden omgeruild.</li></ul>"
    )
    assert "tot de 2<sup>e</sup> aftoppingsgrens vrij" in _one(reading, "4.5")
    assert _one(reading, "3.8").startswith("<p><b>Schoon slopen</b> Bruikbare stoffen")
    assert "<b>voorrang bij nood</b>" in _one(reading, "5.8")


def test_odd_quantities_are_kept_raw_in_the_right_column() -> None:
    _, reading = _twin()
    values = {row.values["location"]: row.values for row in reading.rows if "homes" in row.values}
    assert values["Molenwiek, Veendorp"]["homes"] == "+40 woningen"
    assert values["De Horst"]["homes"] == "4 (van de 9)"
    assert values["Parkzicht (nieuwbouw)"]["homes"] == "88 (40 huur en 48 koop)"
    assert values["Heuvel, Hofplein Onderzoek naar nieuwbouw"]["homes"] == "pm"
    assert values["De Meent, Vliegersbuurt, Koolhovenstr. Onderzoek naar nieuwbouw"] == {
        "location": "De Meent, Vliegersbuurt, Koolhovenstr. Onderzoek naar nieuwbouw",
        "homes": "5",
        "dwelling_type": "5 nnb",
        "accessibility": "5 nnb",
        "price": "5 nnb",
    }
    assert values["Centrum, De Wever, Havenstraat"]["price"] == (
        "Circa 60 Duur, circa 12 geliberaliseerd"
    )
    assert values["WZC"]["accessibility"] == "30 BAT-3/4"
    assert values["Paardenweide, Berkenlaan e.o."]["price"].startswith(
        "Kwaliteitskortingsgrens (12)"
    )


def test_a_row_whose_cells_are_shifted_is_put_straight_and_marked() -> None:
    _, reading = _twin()
    row = next(row for row in reading.rows if row.values.get("location") == "Turfpad")
    assert row.values["homes"] == "11 woningen"
    assert row.values["homes_after"].startswith("6")
    assert row.values["price"] == "2e aftoppingsgrens (3) en liberalisatiegrens (8)"
    assert not row.sure


def test_headings_printed_again_on_the_next_slide_are_ignored_by_that_rule() -> None:
    source, reading = _twin()
    ignored = Counter(
        (account.rule, piece.text)
        for piece in source.pieces()
        if (account := reading.accounts.get(piece.key)) and account.fate is Fate.IGNORED
        and piece.heading
    )  # fmt: skip
    assert ignored == {
        (IgnoreRule.REPEATED_HEADING, "Voorraad, kwaliteit en vernieuwing"): 2,
        (IgnoreRule.REPEATED_HEADING, "1.1 Nieuwbouw"): 1,
        (IgnoreRule.REPEATED_HEADING, "1.3 Renovatie"): 1,
        (IgnoreRule.REPEATED_HEADING, "1.6 Onderzoek"): 2,
    }


def _one(reading: Reading, number: str) -> str:
    return next(agreement.text for agreement in reading.agreements if agreement.number == number)


_TAGS = re.compile(r"<[^>]*>")


def _texts_in_rows(document: str) -> dict[str, str]:
    """The text of each agreement in a tab row: the cell behind the number and the arrow."""
    found = {}
    for line in document.split("\n"):
        cells = [_TAGS.sub(" ", cell).strip() for cell in line.split("\t")]
        if len(cells) > 1 and re.fullmatch(r"\d\.\d+", cells[0]):
            found[cells[0]] = next(cell for cell in cells[1:] if cell.strip("→ "))
    return found


def _letters(text: str) -> str:
    return re.sub(r"[^\w%€(),.:+–'\"]|•", "", text.replace("&amp;", "&"))
