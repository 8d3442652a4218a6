"""More ways in which municipalities write: legends, goals above agreements, progress, roles per party."""

from pathlib import Path

from docx import Document

from tests.importing.documents.telling import expect, plain
from tests.importing.documents.writing import (
    Writer,
    as_open_text,
    as_page,
    as_pdf,
    as_text,
    as_word,
    by,
)

PARTIES = """
            gemeente Gemeente Vogelenzand
            corporatie Duinhave
            corporatie Strandwonen
            huurders Huurdersberaad Vogel
        """


@by(as_text, as_word)
def test_letters_for_parties_with_a_legend(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 Vogelenzand

        G = Gemeente Vogelenzand, D = Duinhave, S = Strandwonen, H = Huurdersberaad Vogel

        ## 1. Wonen

        | Nr | Afspraak | Wie |
        | 1.1 | Er komen in 2026 veertig tijdelijke woningen op het oude sportveld. | G, D |
        | 1.2 | Strandwonen maakt een plan voor de flats aan de boulevard. | S |
        | 1.3 | De huurders krijgen een stem in de keuze van de aannemer. | D, S, H |

        ## 2. Groen

        | Nr | Afspraak | Wie |
        | 2.1 | Rond elk nieuw gebouw komt een tuin voor alle bewoners samen. | G, S |
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="""
            1 Wonen
            2 Groen
        """,
        agreements="""
            1.1 Er komen in 2026 … het oude sportveld. | trekker onbekend: Gemeente Vogelenzand, Duinhave
            1.2 Strandwonen maakt een plan … aan de boulevard. | trekker onbekend: Strandwonen
            1.3 De huurders krijgen een … van de aannemer. | trekker onbekend: Duinhave, Strandwonen, Huurdersberaad Vogel
            2.1 Rond elk nieuw gebouw … alle bewoners samen. | trekker onbekend: Gemeente Vogelenzand, Strandwonen
        """,
    )


@by(as_text, as_word, as_page)
def test_who_acts_between_brackets_at_the_end(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Vogelenzand

        ## 1. Wonen

        1.1 Er komen in 2026 veertig tijdelijke woningen op het oude sportveld. (Gemeente Vogelenzand, Duinhave)

        1.2 Er komt een plan voor de flats aan de boulevard. (Strandwonen)

        ## 2. Groen

        2.1 Rond elk nieuw gebouw komt een tuin. (Huurdersberaad Vogel en Strandwonen)
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="""
            1 Wonen
            2 Groen
        """,
        agreements="""
            1.1 Er komen in 2026 … (Gemeente Vogelenzand, Duinhave) | trekker onbekend: Gemeente Vogelenzand, Duinhave
            1.2 Er komt een plan … de boulevard. (Strandwonen) | trekker onbekend: Strandwonen
            2.1 Rond elk nieuw gebouw … Vogel en Strandwonen) | trekker onbekend: Huurdersberaad Vogel, Strandwonen
        """,
    )


@by(as_text, as_word, as_open_text, as_pdf)
def test_what_each_party_does_in_a_column_of_its_own(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Jaarafspraken 2026 Vogelenzand

        ## 1. Wonen

        | Nr. | Onderwerp | Afspraak 2026 | Rol gemeente Vogelenzand | Rol Duinhave | Rol Huurdersberaad Vogel |
        | 1.1 | Sportveld | Er komen veertig tijdelijke woningen op het oude sportveld. | Vergunning verlenen | Bouwen en verhuren | Meedenken |
        | 1.2 | Flats | Er komt een plan voor de flats aan de boulevard. | Subsidie zoeken | Plan maken | Bewoners raadplegen |

        ## 2. Groen

        | Nr. | Onderwerp | Afspraak 2026 | Rol gemeente Vogelenzand | Rol Duinhave | Rol Huurdersberaad Vogel |
        | 2.1 | Tuinen | Rond elk nieuw gebouw komt een tuin voor alle bewoners. | Bomen leveren | Tuin aanleggen | - |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES.replace("corporatie Strandwonen", ""),
        themes="""
            1 Wonen
            2 Groen
        """,
        agreements="""
            1.1 Er komen veertig tijdelijke … Huurdersberaad Vogel: Meedenken | kop: Sportveld | trekker onbekend: Gemeente Vogelenzand, Duinhave, Huurdersberaad Vogel
            1.2 Er komt een plan … Vogel: Bewoners raadplegen | kop: Flats | trekker onbekend: Gemeente Vogelenzand, Duinhave, Huurdersberaad Vogel
            2.1 Rond elk nieuw gebouw … Duinhave: Tuin aanleggen | kop: Tuinen | trekker onbekend: Gemeente Vogelenzand, Duinhave
        """,
    )
    assert "Rol Duinhave: Bouwen en verhuren" in plain(reading.agreements[0].text)


@by(as_text, as_word)
def test_progress_and_its_colour(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Monitor prestatieafspraken 2026 gemeente Vogelenzand

        | Nr | Afspraak | Trekker | Stand van zaken | Kleur |
        | 1.1 | Er komen veertig tijdelijke woningen op het oude sportveld. | Duinhave | De vergunning is aangevraagd in maart. | Oranje |
        | 1.2 | Er komt een plan voor de flats aan de boulevard. | Strandwonen | Gereed | Groen |
        | 2.1 | Rond elk nieuw gebouw komt een tuin voor alle bewoners. | Gemeente Vogelenzand | Nog niet begonnen | Rood |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES.replace("huurders Huurdersberaad Vogel", ""),
        themes="""
            1 Thema 1
            2 Thema 2
        """,
        agreements="""
            1.1 Er komen veertig tijdelijke … het oude sportveld. | trekker: Duinhave | opmerking: Stand van zaken: De vergunning is aangevraagd in maart. Kleur: Oranje
            1.2 Er komt een plan … aan de boulevard. | trekker: Strandwonen | opmerking: Stand van zaken: Gereed Kleur: Groen
            2.1 Rond elk nieuw gebouw … voor alle bewoners. | trekker: Gemeente Vogelenzand | opmerking: Stand van zaken: Nog niet begonnen Kleur: Rood
        """,
    )
    assert reading.agreements[0].sure


@by(as_text, as_word)
def test_numbers_with_a_prefix_and_zeros(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Vogelenzand

        ## Beschikbaarheid

        | Nummer | Afspraak | Trekker |
        | BES-01 | Er komen veertig tijdelijke woningen op het oude sportveld. | Duinhave |
        | BES-02 | Er komt een plan voor de flats aan de boulevard. | Strandwonen |

        ## Leefbaarheid

        | Nummer | Afspraak | Trekker |
        | LEE-01 | Rond elk nieuw gebouw komt een tuin voor alle bewoners. | Gemeente Vogelenzand |
        """
    expect(
        write(sketch, tmp_path),
        themes="""
            BES Beschikbaarheid
            LEE Leefbaarheid
        """,
        agreements="""
            BES-01 Er komen veertig tijdelijke … het oude sportveld. | trekker: Duinhave
            BES-02 Er komt een plan … aan de boulevard. | trekker: Strandwonen
            LEE-01 Rond elk nieuw gebouw … voor alle bewoners. | trekker: Gemeente Vogelenzand
        """,
    )


def test_parties_below_one_merged_head(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Prestatieafspraken 2026 gemeente Vogelenzand", 1)
    table = document.add_table(5, 5)
    for row, texts in zip(
        table.rows,
        [
            ("Nr", "Afspraak", "Betrokken partijen", "", ""),
            ("", "", "Gemeente Vogelenzand", "Duinhave", "Huurdersberaad Vogel"),
            ("1.1", "Er komen veertig tijdelijke woningen op het oude sportveld.", "x", "x", ""),
            ("1.2", "Er komt een plan voor de flats aan de boulevard van het dorp.", "", "x", "x"),
            ("2.1", "Rond elk nieuw gebouw komt een tuin voor alle bewoners samen.", "x", "", ""),
        ],
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 2).merge(table.cell(0, 4))
    document.save(str(tmp_path / "stuk.docx"))
    expect(
        tmp_path / "stuk.docx",
        parties=PARTIES.replace("corporatie Strandwonen", ""),
        themes="""
            1 Thema 1
            2 Thema 2
        """,
        agreements="""
            1.1 Er komen veertig tijdelijke … het oude sportveld. | trekker onbekend: Gemeente Vogelenzand, Duinhave
            1.2 Er komt een plan … van het dorp. | trekker onbekend: Duinhave, Huurdersberaad Vogel
            2.1 Rond elk nieuw gebouw … alle bewoners samen. | trekker onbekend: Gemeente Vogelenzand
        """,
    )


@by(as_text, as_word)
def test_a_list_of_projects_with_everything_the_law_asks(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Bod 2026 aan gemeente Vogelenzand

        ## Nieuwbouw

        | Complexnr. | Project | Buurt | Postcode | DAEB / niet-DAEB | Aantal vhe | EGW/MGW | Jaar van oplevering | Fase |
        | 1012 | Sportveld | Zeebuurt | 2035 | DAEB | 40 | MGW | 2026 | in uitvoering |
        | 1020 | Boulevard | Strand | 2036 | niet-DAEB | 18 | EGW | 2028 | initiatief |

        ## Sloop

        | Complexnr. | Project | Buurt | Postcode | DAEB / niet-DAEB | Aantal vhe | EGW/MGW | Jaar van sloop | Fase |
        | 0711 | Oude flats | Strand | 2036 | DAEB | 64 | MGW | 2027 | besloten |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Vogelenzand
        """,
        rows="""
            nieuwbouw |  | Sportveld | 40
            nieuwbouw |  | Boulevard | 18
            sloop |  | Oude flats | 64
        """,
    )
    first, second, third = reading.rows
    assert (first.values["postcode"], first.values["daeb"], first.values["status"]) == (
        "2035",
        "daeb",
        "started",
    )
    assert (second.values["daeb"], second.values["status"]) == ("niet_daeb", "idea")
    assert third.values["neighbourhood"] == "Strand"
    assert "Complexnr.: 0711" in third.values["note"]
    assert "2027" in third.values["note"]


@by(as_text, as_word, as_pdf)
def test_a_title_behind_the_number_and_the_words_below_it(write: Writer, tmp_path: Path) -> None:
    sketch = """
        Prestatieafspraken 2026 gemeente Vogelenzand

        1 Wonen

        1.1 Doorstroming
        Wie ouder is dan zeventig en kleiner wil wonen, krijgt hulp van Duinhave.

        1.2 Jongeren
        Per jaar gaan tien woningen van Strandwonen naar jongeren.

        2 Zorg

        2.1 Een kamer in de tuin
        De gemeente Vogelenzand geeft daarvoor snel toestemming.
        Duinhave helpt daarbij.
        """
    expect(
        write(sketch, tmp_path),
        themes="""
            1 Wonen
            2 Zorg
        """,
        agreements="""
            1.1 Wie ouder is dan … hulp van Duinhave. | kop: Doorstroming
            1.2 Per jaar gaan tien … Strandwonen naar jongeren. | kop: Jongeren
            2.1 De gemeente Vogelenzand geeft … Duinhave helpt daarbij. | kop: Een kamer in de tuin
        """,
    )
