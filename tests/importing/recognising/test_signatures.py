"""Who signs: blocks below each other, tables with a column for each party, lines with a date and place."""

from pathlib import Path

from tests.importing.documents.telling import expect
from tests.importing.documents.writing import (
    Writer,
    as_open_text,
    as_page,
    as_pdf,
    as_text,
    as_word,
    by,
)

BEFORE = """
        # Prestatieafspraken 2026

        ## 1. Wonen

        1.1 Waalwonen bouwt twintig woningen in de Waalsprong van het dorp.
        Wie: Waalwonen

        1.2 De gemeente Waaldorp helpt daarbij.
        Wie: gemeente Waaldorp

        ## Ondertekening
        """
THEMES = "1 Wonen"
AGREEMENTS = """
            1.1 Waalwonen bouwt twintig woningen … van het dorp. | trekker onbekend: Waalwonen
            1.2 De gemeente Waaldorp helpt daarbij. | trekker onbekend: Gemeente Waaldorp
        """
PARTIES = """
            gemeente Gemeente Waaldorp
            corporatie Waalwonen
            huurders Huurdersraad Waal
        """
SIGNERS = """
            A. Voorbeeld | Gemeente Waaldorp | wethouder
            B. Verzonnen | Waalwonen | directeur-bestuurder
            C. Bedacht-Fictief | Huurdersraad Waal | voorzitter
        """


@by(as_word, as_open_text, as_page, as_pdf)
def test_a_table_with_a_column_for_each_party(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{BEFORE}
        | Gemeente Waaldorp | Waalwonen | Huurdersraad Waal |
        | A. Voorbeeld | B. Verzonnen | C. Bedacht-Fictief |
        | wethouder | directeur-bestuurder | voorzitter |
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes=THEMES,
        agreements=AGREEMENTS,
        signatories=SIGNERS,
    )


@by(as_word, as_open_text, as_text)
def test_a_table_with_a_row_for_each_signatory(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{BEFORE}
        | Organisatie | Naam | Functie | Handtekening |
        | Gemeente Waaldorp | A. Voorbeeld | wethouder | |
        | Waalwonen | B. Verzonnen | directeur-bestuurder | |
        | Huurdersraad Waal | C. Bedacht-Fictief | voorzitter | |
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes=THEMES,
        agreements=AGREEMENTS,
        signatories=SIGNERS,
    )


@by(as_word, as_text, as_pdf)
def test_a_cell_for_each_party_with_all_its_lines(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{BEFORE}
        | Gemeente Waaldorp // A. Voorbeeld // wethouder // Datum: | Waalwonen // B. Verzonnen // directeur-bestuurder // Datum: |
        | Huurdersraad Waal // C. Bedacht-Fictief // voorzitter // Datum: | |
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes=THEMES,
        agreements=AGREEMENTS,
        signatories=SIGNERS,
        left="",
    )


@by(as_word, as_text)
def test_blocks_below_each_other_with_places_and_dotted_lines(
    write: Writer, tmp_path: Path
) -> None:
    sketch = f"""{BEFORE}
        Aldus opgemaakt en ondertekend te Waaldorp op 12 december 2025.

        Gemeente Waaldorp
        namens deze,
        A. Voorbeeld
        Wethouder
        ..............................

        Waalwonen
        B. Verzonnen
        Directeur-bestuurder
        ..............................

        Huurdersraad Waal
        C. Bedacht-Fictief
        Voorzitter
        ..............................
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes=THEMES,
        agreements=AGREEMENTS,
        signatories=SIGNERS,
    )


@by(as_word, as_text)
def test_sentences_that_say_for_whom_somebody_signs(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{BEFORE}
        De gemeente Waaldorp, rechtsgeldig vertegenwoordigd door mevrouw A. Voorbeeld, wethouder

        Stichting Waalwonen, vertegenwoordigd door de heer B. Verzonnen, directeur-bestuurder

        Huurdersraad Waal, vertegenwoordigd door C. Bedacht-Fictief, voorzitter
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes=THEMES,
        agreements=AGREEMENTS,
        signatories="""
            mevrouw A. Voorbeeld | Gemeente Waaldorp | wethouder
            de heer B. Verzonnen | Waalwonen | directeur-bestuurder
            C. Bedacht-Fictief | Huurdersraad Waal | voorzitter
        """,
    )
