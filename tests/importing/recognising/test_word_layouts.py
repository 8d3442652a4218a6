"""Agreements as Word users lay them out: automatic numbers, headings with numbers, tables with a title row."""

from pathlib import Path

from tests.importing.documents.telling import expect
from tests.importing.documents.writing import (
    Writer,
    as_open_text,
    as_page,
    as_pdf,
    as_slides,
    as_text,
    as_word,
    by,
)
from tests.importing.making_word import level, make_word, numbering, paragraph, run


def test_numbers_that_word_itself_counts(tmp_path: Path) -> None:
    body = "".join(
        [
            paragraph("Prestatieafspraken 2026 gemeente Ravelstein", style="Titel"),
            paragraph("Beschikbaarheid", style="Kop1", number="1:0"),
            paragraph("Ravelwonen levert in maart 18 woningen op aan de Kapelweg.", number="1:1"),
            paragraph("Trekker: Ravelwonen"),
            paragraph("Betrokken: gemeente Ravelstein"),
            paragraph("Planning: maart 2026"),
            paragraph("De gemeente Ravelstein legt de straat aan.", number="1:1"),
            paragraph("Trekker: gemeente Ravelstein"),
            paragraph("Betaalbaarheid", style="Kop1", number="1:0"),
            paragraph(
                run("Huurdersbelang Ravel ")
                + run("en Ravelwonen", "<w:i/>")
                + run(" spreken elkaar in april."),
                number="1:1",
            ),
            paragraph("Trekker: Huurdersbelang Ravel"),
        ]
    )
    family = level(0, "%1.", style="Kop1") + level(1, "%1.%2")
    expect(
        make_word(tmp_path / "stuk.docx", body, parts={"numbering": numbering(family)}),
        parties="""
            gemeente Gemeente Ravelstein
            corporatie Ravelwonen
            huurders Huurdersbelang Ravel
        """,
        themes="""
            1 Beschikbaarheid
            2 Betaalbaarheid
        """,
        agreements="""
            1.1 Ravelwonen levert in maart … aan de Kapelweg. | trekker: Ravelwonen | betrokken: Gemeente Ravelstein | planning: maart 2026
            1.2 De gemeente Ravelstein legt de straat aan. | trekker: Gemeente Ravelstein
            2.1 Huurdersbelang Ravel en Ravelwonen spreken elkaar in april. | trekker: Huurdersbelang Ravel
        """,
    )


def test_a_numbered_list_of_word_below_headings_without_numbers(tmp_path: Path) -> None:
    body = "".join(
        [
            paragraph("Prestatieafspraken 2026 gemeente Ravelstein", style="Titel"),
            paragraph("Wonen", style="Kop1"),
            paragraph("In dit hoofdstuk staat wat wij bouwen.", style="Standaard"),
            paragraph("Ravelwonen bouwt aan de Kapelweg.", number="1"),
            paragraph("De gemeente Ravelstein legt de straat aan.", number="1"),
            paragraph("Leven", style="Kop1"),
            paragraph("Ravelwonen en Huurdersbelang Ravel openen een buurtkamer.", number="1"),
        ]
    )
    expect(
        make_word(tmp_path / "stuk.docx", body, parts={"numbering": numbering(level(0, "%1."))}),
        themes="""
            1 Wonen
            2 Leven
        """,
        agreements="""
            1 Ravelwonen bouwt aan de Kapelweg.
            2 De gemeente Ravelstein legt de straat aan.
            3 Ravelwonen en Huurdersbelang Ravel openen een buurtkamer.
        """,
    )


@by(as_word, as_text, as_pdf)
def test_headings_that_say_agreement_number_and_title(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Ravelstein

        ## Thema A: Huizen

        ### Afspraak 1: Bouwen aan de Kapelweg

        Ravelwonen begint in maart. De gemeente Ravelstein zorgt voor de vergunning.

        **Trekker:** Ravelwonen
        **Betrokken:** gemeente Ravelstein

        ### Afspraak 2: Jongeren

        Per jaar gaan tien woningen naar jongeren onder 23 jaar.

        **Trekker:** Ravelwonen

        ## Thema B: Mensen

        ### Afspraak 3: Buurtkamer

        Huurdersbelang Ravel houdt de kamer drie dagen per week open.

        **Trekker:** Huurdersbelang Ravel
        """
    expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Ravelstein
            corporatie Ravelwonen
            huurders Huurdersbelang Ravel
        """,
        themes="""
            A Huizen
            B Mensen
        """,
        agreements="""
            1 Ravelwonen begint in maart. … voor de vergunning. | kop: Bouwen aan de Kapelweg | trekker: Ravelwonen | betrokken: Gemeente Ravelstein
            2 Per jaar gaan tien … onder 23 jaar. | kop: Jongeren | trekker: Ravelwonen
            3 Huurdersbelang Ravel houdt de … per week open. | kop: Buurtkamer | trekker: Huurdersbelang Ravel
        """,
    )


@by(as_word, as_open_text, as_page)
def test_a_table_for_each_agreement_with_its_number_and_title_on_top(
    write: Writer, tmp_path: Path
) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Ravelstein

        ## 1. Huizen

        | 1.1 Bouwen aan de Kapelweg |
        | Wat | Ravelwonen bouwt achttien woningen voor ouderen. |
        | Wie | Ravelwonen, gemeente Ravelstein |
        | Wanneer | maart 2026 |

        | 1.2 Jongeren |
        | Wat | Per jaar gaan tien woningen naar jongeren onder 23 jaar. |
        | Wie | Ravelwonen |
        | Wanneer | doorlopend |

        ## 2. Mensen

        | 2.1 Buurtkamer |
        | Wat | Huurdersbelang Ravel houdt de kamer drie dagen per week open. |
        | Wie | Huurdersbelang Ravel |
        | Wanneer | vanaf mei |
        """
    expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Ravelstein
            corporatie Ravelwonen
            huurders Huurdersbelang Ravel
        """,
        themes="""
            1 Huizen
            2 Mensen
        """,
        agreements="""
            1.1 Ravelwonen bouwt achttien woningen voor ouderen. | kop: Bouwen aan de Kapelweg | trekker onbekend: Ravelwonen, Gemeente Ravelstein | planning: maart 2026
            1.2 Per jaar gaan tien … onder 23 jaar. | kop: Jongeren | trekker onbekend: Ravelwonen | planning: doorlopend
            2.1 Huurdersbelang Ravel houdt de … per week open. | kop: Buurtkamer | trekker onbekend: Huurdersbelang Ravel | planning: vanaf mei
        """,
    )


@by(as_word, as_text, as_page, as_pdf)
def test_what_each_party_does_below_its_name(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Ravelstein

        ## 1. Huizen

        Er zijn te weinig woningen voor ouderen.

        **Gemeente Ravelstein:**
        - wijst voor 1 mei een bouwplek aan;
        - geeft binnen acht weken een vergunning.

        **Ravelwonen:**
        - bouwt achttien woningen voor ouderen;
        - verhuurt deze aan mensen uit de buurt.

        **Huurdersbelang Ravel:**
        - denkt mee over de plattegronden.

        ## 2. Mensen

        **Gemeente Ravelstein:**
        - betaalt een buurtsportcoach.

        **Ravelwonen:**
        - stelt een ruimte beschikbaar.
        """
    expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Ravelstein
            corporatie Ravelwonen
            huurders Huurdersbelang Ravel
        """,
        themes="""
            1 Huizen
            2 Mensen
        """,
        agreements="""
            - wijst voor 1 mei een bouwplek aan; | trekker onbekend: Gemeente Ravelstein
            - geeft binnen acht weken een vergunning. | trekker onbekend: Gemeente Ravelstein
            - bouwt achttien woningen voor ouderen; | trekker onbekend: Ravelwonen
            - verhuurt deze aan mensen uit de buurt. | trekker onbekend: Ravelwonen
            - denkt mee over de plattegronden. | trekker onbekend: Huurdersbelang Ravel
            - betaalt een buurtsportcoach. | trekker onbekend: Gemeente Ravelstein
            - stelt een ruimte beschikbaar. | trekker onbekend: Ravelwonen
        """,
    )


@by(as_word, as_text, as_open_text)
def test_a_table_without_numbers(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Ravelstein

        ## Huizen

        | Wat | Wie | Wanneer |
        | Er komen achttien woningen voor ouderen aan de Kapelweg, dicht bij de winkels. | Ravelwonen | maart 2026 |
        | De gemeente legt voor die tijd een veilige oversteek aan bij de supermarkt. | Gemeente Ravelstein | februari 2026 |

        ## Mensen

        | Wat | Wie | Wanneer |
        | De buurtkamer is drie dagen per week open en er is altijd iemand van de huurders. | Huurdersbelang Ravel | vanaf mei |
        """
    expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Ravelstein
            corporatie Ravelwonen
            huurders Huurdersbelang Ravel
        """,
        themes="""
            1 Huizen
            2 Mensen
        """,
        agreements="""
            - Er komen achttien woningen … bij de winkels. | trekker onbekend: Ravelwonen | planning: maart 2026
            - De gemeente legt voor … bij de supermarkt. | trekker onbekend: Gemeente Ravelstein | planning: februari 2026
            - De buurtkamer is drie … van de huurders. | trekker onbekend: Huurdersbelang Ravel | planning: vanaf mei
        """,
    )


@by(as_slides, as_pdf)
def test_a_table_that_goes_on_with_its_heads_on_the_next_page(
    write: Writer, tmp_path: Path
) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Ravelstein

        Jaarschijf, vastgesteld in het bestuurlijk overleg

        # 1. Huizen

        | Nr | Afspraak | Trekker |
        | 1.1 | Ravelwonen bouwt achttien woningen voor ouderen aan de Kapelweg. | Ravelwonen |
        | 1.2 | De gemeente Ravelstein legt daar een veilige oversteek aan. | Gemeente Ravelstein |

        # 1. Huizen (vervolg)

        | Nr | Afspraak | Trekker |
        | 1.3 | Ravelwonen verkoopt geen woningen in het oude dorp. | Ravelwonen |

        # 2. Mensen

        | Nr | Afspraak | Trekker |
        | 2.1 | Huurdersbelang Ravel houdt de buurtkamer drie dagen per week open. | Huurdersbelang Ravel |
        """
    expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Ravelstein
            corporatie Ravelwonen
            huurders Huurdersbelang Ravel
        """,
        themes="""
            1 Huizen
            2 Mensen
        """,
        agreements="""
            1.1 Ravelwonen bouwt achttien woningen … aan de Kapelweg. | trekker: Ravelwonen
            1.2 De gemeente Ravelstein legt … veilige oversteek aan. | trekker: Gemeente Ravelstein
            1.3 Ravelwonen verkoopt geen woningen in het oude dorp. | trekker: Ravelwonen
            2.1 Huurdersbelang Ravel houdt de … per week open. | trekker: Huurdersbelang Ravel
        """,
    )


@by(as_word, as_text)
def test_names_of_corporations_with_small_words_and_signs(write: Writer, tmp_path: Path) -> None:
    names = [
        "Lieven de Ruyter",
        "Huis & Hof",
        "St. Josefwoningen",
        "’t Nieuwe Thuis",
        "Wonen aan de Maas",
    ]
    rows = "\n".join(
        f"        | 1.{place} | Deze corporatie doet in 2026 iets goeds voor buurt nummer {place}. | {name} | Gemeente Bergen aan Zee |"
        for place, name in enumerate(names, 1)
    )
    sketch = f"""
        # Prestatieafspraken 2026

        ## 1. Buurten

        | Nr | Afspraak | Trekker | Betrokken |
{rows}
        """
    expect(
        write(sketch, tmp_path),
        parties="\n".join(
            ["gemeente Gemeente Bergen aan Zee", *(f"corporatie {name}" for name in names)]
        ),
        themes="1 Buurten",
        agreements="\n".join(
            f"1.{place} Deze corporatie doet in … buurt nummer {place}. | trekker: {name} | betrokken: Gemeente Bergen aan Zee"
            for place, name in enumerate(names, 1)
        ),
    )


@by(as_word, as_text)
def test_codes_of_words_and_numbers(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Ravelstein

        ## Wonen

        | Code | Afspraak | Partij |
        | W-1 | Ravelwonen bouwt achttien woningen voor ouderen aan de Kapelweg. | Ravelwonen |
        | W-2 | De gemeente legt daar een veilige oversteek aan. | Gemeente Ravelstein |

        ## Duurzaamheid

        | Code | Afspraak | Partij |
        | D-1 | Alle daken aan de Kapelweg krijgen panelen voor de zomer van 2026. | Ravelwonen |
        """
    expect(
        write(sketch, tmp_path),
        themes="""
            W Wonen
            D Duurzaamheid
        """,
        agreements="""
            W-1 Ravelwonen bouwt achttien woningen … aan de Kapelweg. | trekker onbekend: Ravelwonen
            W-2 De gemeente legt daar een veilige oversteek aan. | trekker onbekend: Gemeente Ravelstein
            D-1 Alle daken aan de … zomer van 2026. | trekker onbekend: Ravelwonen
        """,
    )
