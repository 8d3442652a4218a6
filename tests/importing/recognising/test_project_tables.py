"""Tables of homes that are built, demolished, renovated, sold, bought or studied."""

from pathlib import Path

from tests.importing.documents.telling import expect
from tests.importing.documents.writing import (
    Writer,
    as_markdown,
    as_open_text,
    as_page,
    as_pdf,
    as_slides,
    as_text,
    as_word,
    by,
)

AGREEMENT = """
        # Prestatieafspraken 2026 gemeente Lisdodde

        ## 1. Bouwen

        1.1 Dodewonen, Thuis in Lis en de gemeente Lisdodde overleggen ieder kwartaal over deze lijst.
        Wie: Dodewonen, Thuis in Lis, **gemeente Lisdodde**

        1.2 De gemeente Lisdodde houdt bij welke plannen vertraging hebben.
        Wie: **gemeente Lisdodde**
        """
SAID = """
            1.1 Dodewonen, Thuis in Lis … over deze lijst. | trekker: Gemeente Lisdodde | betrokken: Dodewonen, Thuis in Lis
            1.2 De gemeente Lisdodde houdt … plannen vertraging hebben. | trekker: Gemeente Lisdodde
        """
PARTIES = """
            gemeente Gemeente Lisdodde
            corporatie Dodewonen
            corporatie Thuis in Lis
        """


@by(as_text, as_markdown, as_page, as_word, as_open_text, as_slides, as_pdf)
def test_a_heading_for_each_kind_and_words_above_the_columns(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{AGREEMENT}
        ### Nieuwbouw

        | Corporatie | Project | Aantal | Type woning | Prijsklasse | Oplevering |
        | Dodewonen | Veilingterrein fase 2 | 48 | appartementen met lift | tot 1e aftoppingsgrens | 2027 |
        | Thuis in Lis | Kerkweg-Oost | 12 | eengezinswoningen | sociaal | 2026 |

        ### Te slopen woningen

        | Corporatie | Project | Aantal | Type woning |
        | Dodewonen | Bloemenbuurt, 1e fase | 36 | duplexwoningen |

        ### Verkoop

        | Corporatie | Complex | Aantal | Motivatie |
        | Thuis in Lis | Verspreid bezit | 5 per jaar | Alleen bij mutatie en niet in de kernen |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Bouwen",
        agreements=SAID,
        rows="""
            nieuwbouw | Dodewonen | Veilingterrein fase 2 | 48
            nieuwbouw | Thuis in Lis | Kerkweg-Oost | 12
            sloop | Dodewonen | Bloemenbuurt, 1e fase | 36
            verkoop | Thuis in Lis | Verspreid bezit | 5 per jaar
        """,
    )
    first, _, _, sale = reading.rows
    assert first.values["price"] == "tot 1e aftoppingsgrens"
    assert first.values["dwelling_type"] == "appartementen met lift"
    assert "2027" in first.values["note"]
    assert sale.values["note"] == "Alleen bij mutatie en niet in de kernen"


@by(as_text, as_word, as_page)
def test_one_table_with_a_column_for_the_kind(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{AGREEMENT}
        **Projectenlijst**

        | Soort ingreep | Locatie | Wijk | Aantal woningen | Corporatie | Status |
        | Nieuwbouw | Veilingterrein | Centrum | 48 | Dodewonen | in voorbereiding |
        | Sloop | Bloemenbuurt | Zuid | 36 | Dodewonen | besloten |
        | Renovatie | Dijkflat | Noord | ca. 90 | Thuis in Lis | in uitvoering |
        | Verduurzaming | Polderhof | Noord | 24 (van de 60) | Thuis in Lis | gepland |
        | Onderzoek | Havenkwartier | Centrum | n.t.b. | Dodewonen | idee |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Bouwen",
        agreements=SAID,
        rows="""
            nieuwbouw | Dodewonen | Veilingterrein | 48
            sloop | Dodewonen | Bloemenbuurt | 36
            renovatie | Thuis in Lis | Dijkflat | ca. 90
            renovatie | Thuis in Lis | Polderhof | 24 (van de 60)
            onderzoek | Dodewonen | Havenkwartier | n.t.b.
        """,
    )
    assert reading.rows[0].values["neighbourhood"] == "Centrum"
    assert [row.values["status"] for row in reading.rows] == [
        "planned",
        "decided",
        "started",
        "planned",
        "idea",
    ]


@by(as_text, as_word, as_open_text)
def test_years_as_columns_with_a_total_below_and_beside(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{AGREEMENT}
        ### Nieuwbouwprogramma

        | Project | Corporatie | 2026 | 2027 | 2028 | Totaal |
        | Veilingterrein | Dodewonen | 20 | 28 | - | 48 |
        | Kerkweg-Oost | Thuis in Lis | 12 | | pm | 12 |
        | Totaal | | 32 | 28 | | 60 |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Bouwen",
        agreements=SAID,
        rows="""
            nieuwbouw | Dodewonen | Veilingterrein | 48 | 2026: 20 | 2027: 28 | 2028: -
            nieuwbouw | Thuis in Lis | Kerkweg-Oost | 12 | 2026: 12 | 2028: pm
        """,
    )
    assert len(reading.rows) == 2


@by(as_text, as_word)
def test_a_table_for_each_corporation_below_its_name(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{AGREEMENT}
        ### Renovatieprojecten

        **Dodewonen**

        | Complex | Aantal woningen | Maatregel |
        | Dijkflat | 90 | Nieuwe gevels en kozijnen |
        | Polderhof | 24 | Isolatie van daken en vloeren |

        **Thuis in Lis**

        | Complex | Aantal woningen | Maatregel |
        | Lindehof | 31 | Nieuwe badkamers en keukens |
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Bouwen",
        agreements=SAID,
        rows="""
            renovatie | Dodewonen | Dijkflat | 90
            renovatie | Dodewonen | Polderhof | 24
            renovatie | Thuis in Lis | Lindehof | 31
        """,
    )


@by(as_text, as_word, as_page)
def test_corporations_and_kinds_as_rows_over_all_columns(write: Writer, tmp_path: Path) -> None:
    sketch = f"""{AGREEMENT}
        ### Overzicht van projecten

        | Locatie | Aantal | Oplevering |
        | Dodewonen |
        | Nieuwbouw |
        | Veilingterrein | 48 | 2027 |
        | Sloop |
        | Bloemenbuurt | 36 | 2026 |
        | Thuis in Lis |
        | Nieuwbouw |
        | Kerkweg-Oost | 12 | 2026 |
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Bouwen",
        agreements=SAID,
        rows="""
            nieuwbouw | Dodewonen | Veilingterrein | 48
            sloop | Dodewonen | Bloemenbuurt | 36
            nieuwbouw | Thuis in Lis | Kerkweg-Oost | 12
        """,
    )
