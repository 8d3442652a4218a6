"""Who signs: blocks below each other, tables with a column for each party, lines with a date and place."""

from pathlib import Path

from tests.importing.documents.telling import expect
from tests.importing.documents.writing import (
    Writer,
    as_open_text,
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
