"""Tables of figures: series over years, matrices, shares, rents."""

from pathlib import Path

from prestatie_desktop.importing.reading import DoubtKind
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

AGREEMENT = """
        # Prestatieafspraken 2026 gemeente Elzenbroek

        ## 1. Verduurzamen

        1.1 Broekwonen en De Elsthuis verbeteren elk jaar de slechtste woningen.
        Partijen: Broekwonen, De Elsthuis, Huurdersraad Elzen

        1.2 De gemeente Elzenbroek huisvest in 2026 statushouders samen met de corporaties.
        Partijen: **gemeente Elzenbroek**, Broekwonen, De Elsthuis
        """
SAID = """
            1.1 Broekwonen en De Elsthuis … de slechtste woningen. | trekker onbekend: Broekwonen, De Elsthuis, Huurdersraad Elzen
            1.2 De gemeente Elzenbroek huisvest … met de corporaties. | trekker: Gemeente Elzenbroek | betrokken: Broekwonen, De Elsthuis
        """
PARTIES = """
            gemeente Gemeente Elzenbroek
            corporatie Broekwonen
            corporatie De Elsthuis
            huurders Huurdersraad Elzen
        """


@by(as_text, as_page, as_word, as_open_text, as_pdf)
def test_years_in_columns_and_corporations_in_rows(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{AGREEMENT}
        **Aantal woningen met label E, F of G**

        | Corporatie | 2025 | 2026 | 2027 | 2028 |
        | Broekwonen | 412 | 300 | 151 | 0 |
        | De Elsthuis | 97 | 60 | n.n.b. | n.n.b. |
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Verduurzamen",
        agreements=SAID,
        figures="""
            reeks Aantal woningen met label E, F of G | Broekwonen, De Elsthuis
              2025: 412, 97
              2026: 300, 60
              2027: 151, n.n.b.
              2028: 0, n.n.b.
        """,
    )


@by(as_text, as_word, as_pdf)
def test_kinds_against_corporations_with_totals(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{AGREEMENT}
        ### Voorraad naar prijsklasse per 1-1-2026

        | Prijsklasse | De Elsthuis | Broekwonen | Totaal |
        | Goedkoop | 210 | 1.105 | 1.315 |
        | Betaalbaar | 640 | 2.870 | 3.510 |
        | Duur | 95 | 388 | 483 |
        | Totaal | 945 | 4.363 | 5.308 |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Verduurzamen",
        agreements=SAID,
        figures="""
            matrix Voorraad naar prijsklasse per 1-1-2026 | De Elsthuis, Broekwonen
              Goedkoop: 210, 1.105
              Betaalbaar: 640, 2.870
              Duur: 95, 388
            totaal 5.308
        """,
    )
    (matrix,) = reading.figures
    assert matrix.with_totals
    assert not any(doubt.kind is DoubtKind.TOTAL_DIFFERS for doubt in matrix.doubts)
    assert str(matrix.reference_date) == "2026-01-01"


@by(as_text, as_word)
def test_a_total_that_does_not_add_up_is_pointed_out(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{AGREEMENT}
        ### Woningvoorraad

        | Type | Broekwonen | De Elsthuis | Totaal |
        | Eengezins | 100 | 40 | 140 |
        | Gestapeld | 200 | 60 | 250 |
        | Totaal | 300 | 100 | 390 |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Verduurzamen",
        agreements=SAID,
        figures="""
            matrix Woningvoorraad | Broekwonen, De Elsthuis
              Eengezins: 100, 40
              Gestapeld: 200, 60
            totaal 390
        """,
    )
    doubts = [doubt for doubt in reading.figures[0].doubts if doubt.kind is DoubtKind.TOTAL_DIFFERS]
    assert ("Gestapeld", "250", "260") in [doubt.args for doubt in doubts]


@by(as_text, as_word)
def test_shares_that_make_a_hundred(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{AGREEMENT}
        De verdeling is naar rato van het bezit:

        | Corporatie | Aandeel |
        | Broekwonen | 81% |
        | De Elsthuis | 19% |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Verduurzamen",
        agreements=SAID.replace("met de corporaties.", "van het bezit:"),
        figures="""
            matrix De verdeling is naar rato van het bezit | Broekwonen, De Elsthuis
              Aandeel: 81%, 19%
        """,
    )
    assert reading.figures[0].unit == "percent"
    assert reading.figures[0].agreement == "1.2"


@by(as_text, as_word)
def test_rents_per_class_in_euros(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{AGREEMENT}
        **Huurprijzen en streefvoorraad**

        | Huurklasse | Grens 2026 | Broekwonen | De Elsthuis |
        | tot kwaliteitskortingsgrens | € 498,20 | 15% | 12% |
        | tot 1e aftoppingsgrens | € 713,02 | 55% | 58% |
        | tot liberalisatiegrens | € 932,93 | 30% | 30% |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Verduurzamen",
        agreements=SAID,
        figures="""
            matrix Huurprijzen en streefvoorraad | Grens 2026, Broekwonen, De Elsthuis
              tot kwaliteitskortingsgrens: € 498,20, 15%, 12%
              tot 1e aftoppingsgrens: € 713,02, 55%, 58%
              tot liberalisatiegrens: € 932,93, 30%, 30%
        """,
    )
    assert [column.party for column in reading.figures[0].columns] == [
        "",
        "Broekwonen",
        "De Elsthuis",
    ]
