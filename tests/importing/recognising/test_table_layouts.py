"""Agreements in tables: one table for all, one for each, crosses below parties, themes as rows."""

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


@by(as_text, as_markdown, as_page, as_word, as_open_text, as_slides, as_pdf)
def test_a_table_with_a_column_for_everything(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Zandhuizen

        ## 1 Beschikbaarheid

        | Nr | Afspraak | Trekker | Betrokken | Planning | Indicator | Status |
        | 1.1 | De gemeente wijst in het voorjaar een bouwplek aan de Veldweg aan. | Gemeente Zandhuizen | Zandwonen | Q2 2026 | Besluit van het college | Akkoord |
        | 1.2 | Zandwonen bouwt dertig woningen voor één en twee personen. | Zandwonen | Gemeente Zandhuizen, Huurdersbond Zand | Q4 2026 | 30 woningen opgeleverd | Besproken |

        ## 2 Betaalbaarheid

        | Nr | Afspraak | Trekker | Betrokken | Planning | Indicator | Status |
        | 2.1 | Zandwonen verlaagt de huur van woningen met label F en G. | Zandwonen | Huurdersbond Zand | 1 juli 2026 | Alle huurders hebben een brief | Akkoord |
        | 2.2 | De gemeente betaalt mee aan een budgetcoach voor huurders. | Gemeente Zandhuizen | Zandwonen, Huurdersbond Zand | doorlopend | pm | Voorstel |
        """
    expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Zandhuizen
            corporatie Zandwonen
            huurders Huurdersbond Zand
        """,
        themes="""
            1 Beschikbaarheid
            2 Betaalbaarheid
        """,
        agreements="""
            1.1 De gemeente wijst in … de Veldweg aan. | trekker: Gemeente Zandhuizen | betrokken: Zandwonen | planning: Q2 2026 | indicator: Besluit van het college | status: akkoord
            1.2 Zandwonen bouwt dertig woningen … en twee personen. | trekker: Zandwonen | betrokken: Gemeente Zandhuizen, Huurdersbond Zand | planning: Q4 2026 | indicator: 30 woningen opgeleverd | status: besproken
            2.1 Zandwonen verlaagt de huur … F en G. | trekker: Zandwonen | betrokken: Huurdersbond Zand | planning: 1 juli 2026 | indicator: Alle huurders hebben een brief | status: akkoord
            2.2 De gemeente betaalt mee … budgetcoach voor huurders. | trekker: Gemeente Zandhuizen | betrokken: Zandwonen, Huurdersbond Zand | planning: doorlopend | indicator: pm | status: voorstel
        """,
    )


@by(as_word, as_open_text, as_page)
def test_a_table_for_each_agreement_with_a_label_beside_each_value(
    write: Writer, tmp_path: Path
) -> None:
    sketch = """
        # Prestatieafspraken Kreekerland 2026

        ## Thema Wonen en zorg

        | Nummer | 1 |
        | Afspraak | Kreekwonen richt in 2026 twee gemeenschappelijke ruimten in. |
        | Trekker | Kreekwonen |
        | Betrokken partijen | Gemeente Kreekerland, Huurdersraad De Kreek |
        | Planning | najaar 2026 |
        | Resultaat | twee ruimten in gebruik |

        | Nummer | 2 |
        | Afspraak | De gemeente Kreekerland regelt een wijkverpleegkundige voor beide gebouwen. |
        | Trekker | Gemeente Kreekerland |
        | Betrokken partijen | Kreekwonen |
        | Planning | voorjaar 2026 |
        | Resultaat | een spreekuur per week |

        ## Thema Duurzaamheid

        | Nummer | 3 |
        | Afspraak | Kreekwonen plaatst zonnepanelen op 150 woningen. |
        | Trekker | Kreekwonen |
        | Betrokken partijen | Huurdersraad De Kreek |
        | Planning | 2026 |
        | Resultaat | 150 daken |
        """
    expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Kreekerland
            corporatie Kreekwonen
            huurders Huurdersraad De Kreek
        """,
        themes="""
            1 Thema Wonen en zorg
            2 Thema Duurzaamheid
        """,
        agreements="""
            1 Kreekwonen richt in 2026 twee gemeenschappelijke ruimten in. | trekker: Kreekwonen | betrokken: Gemeente Kreekerland, Huurdersraad De Kreek | planning: najaar 2026 | indicator: twee ruimten in gebruik
            2 De gemeente Kreekerland regelt … voor beide gebouwen. | trekker: Gemeente Kreekerland | betrokken: Kreekwonen | planning: voorjaar 2026 | indicator: een spreekuur per week
            3 Kreekwonen plaatst zonnepanelen op 150 woningen. | trekker: Kreekwonen | betrokken: Huurdersraad De Kreek | planning: 2026 | indicator: 150 daken
        """,
    )


@by(as_text, as_word, as_open_text, as_pdf)
def test_crosses_and_letters_below_the_names_of_parties(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 Hollebeek

        T = trekker, B = betrokken

        ## 1. Wonen

        | Nr. | Afspraak | Gemeente Hollebeek | Beekwonen | De Goede Haard | Huurdersplatform Hol |
        | 1.1 | Wij onderzoeken samen hoeveel woningen er voor jongeren nodig zijn. | T | B | B | |
        | 1.2 | Beekwonen verkoopt in 2026 geen enkele eengezinswoning. | | T | | B |
        | 1.3 | De wachttijd voor een gezin daalt naar vijf jaar. | | T | T | |

        ## 2. Leven

        | Nr. | Afspraak | Gemeente Hollebeek | Beekwonen | De Goede Haard | Huurdersplatform Hol |
        | 2.1 | In iedere wijk komt een plek waar buren elkaar ontmoeten. | X | X | X | X |
        """
    expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Hollebeek
            corporatie Beekwonen
            corporatie De Goede Haard
            huurders Huurdersplatform Hol
        """,
        themes="""
            1 Wonen
            2 Leven
        """,
        agreements="""
            1.1 Wij onderzoeken samen hoeveel … jongeren nodig zijn. | trekker: Gemeente Hollebeek | betrokken: Beekwonen, De Goede Haard
            1.2 Beekwonen verkoopt in 2026 geen enkele eengezinswoning. | trekker: Beekwonen | betrokken: Huurdersplatform Hol
            1.3 De wachttijd voor een … naar vijf jaar. | trekker: Beekwonen, De Goede Haard
            2.1 In iedere wijk komt … buren elkaar ontmoeten. | trekker onbekend: Gemeente Hollebeek, Beekwonen, De Goede Haard, Huurdersplatform Hol
        """,
    )


@by(as_word, as_open_text, as_page, as_pdf)
def test_themes_as_rows_over_all_columns(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Afsprakenlijst 2026 gemeente Vosmeerveen

        | Nr | Afspraak | Wie | Wanneer |
        | Thema 1: Bouwen |
        | 1.1 | Vosmeer Wonen start met de bouw van 44 appartementen aan de Ringvaart. | Vosmeer Wonen | maart 2026 |
        | 1.2 | De gemeente stelt een ambtenaar aan die alle vergunningen begeleidt. | Gemeente Vosmeerveen | januari 2026 |
        | Thema 2: Verduurzamen |
        | 2.1 | Vosmeer Wonen en Huurdersvereniging Vos maken een warmteplan voor Noord. | Vosmeer Wonen, Huurdersvereniging Vos | 2026 |
        """
    expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Vosmeerveen
            corporatie Vosmeer Wonen
            huurders Huurdersvereniging Vos
        """,
        themes="""
            1 Bouwen
            2 Verduurzamen
        """,
        agreements="""
            1.1 Vosmeer Wonen start met … aan de Ringvaart. | trekker onbekend: Vosmeer Wonen | planning: maart 2026
            1.2 De gemeente stelt een … alle vergunningen begeleidt. | trekker onbekend: Gemeente Vosmeerveen | planning: januari 2026
            2.1 Vosmeer Wonen en Huurdersvereniging … warmteplan voor Noord. | trekker onbekend: Vosmeer Wonen, Huurdersvereniging Vos | planning: 2026
        """,
    )


@by(as_word, as_text)
def test_a_column_names_the_theme_and_another_the_sort_of_promise(
    write: Writer, tmp_path: Path
) -> None:
    sketch = """
        # Afspraken 2026 Zwaluwen

        | Thema | Nr | Wat spreken we af? | Verantwoordelijk | Soort verplichting | Opmerkingen |
        | Beschikbaarheid | 1 | Zwaluwwonen levert in juni twintig woningen op in het dorp. | Zwaluwwonen | Resultaat | Aannemer is gekozen |
        | Beschikbaarheid | 2 | Gemeente Zwaluwen zoekt nog een plek voor tijdelijke bouw. | Gemeente Zwaluwen | Inspanning | |
        | Leefbaarheid | 3 | Zwaluwwonen knapt de binnentuin van de Hoge Flat op. | Zwaluwwonen | Resultaat | Samen met bewoners |
        """
    expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Zwaluwen
            corporatie Zwaluwwonen
        """,
        themes="""
            1 Beschikbaarheid
            2 Leefbaarheid
        """,
        agreements="""
            1 Zwaluwwonen levert in juni … in het dorp. | trekker: Zwaluwwonen | opmerking: Opmerkingen: Aannemer is gekozen | soort: result
            2 Gemeente Zwaluwen zoekt nog … voor tijdelijke bouw. | trekker: Gemeente Zwaluwen | soort: effort
            3 Zwaluwwonen knapt de binnentuin … Hoge Flat op. | trekker: Zwaluwwonen | opmerking: Opmerkingen: Samen met bewoners | soort: result
        """,
    )


@by(as_word, as_open_text, as_page)
def test_a_column_for_what_each_sort_of_party_does(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 – gemeente Noorderkoog

        ## 1 Bouwen

        | Nr | Ambitie | Bijdrage gemeente | Bijdrage corporatie | Bijdrage huurders |
        | 1.1 | In 2030 zijn er 200 sociale huurwoningen bij gekomen. | Gemeente Noorderkoog geeft voorrang aan vergunningen. | Koogwonen bouwt ieder jaar 25 woningen. | Huurdersbelang Koog toetst de plannen. |
        | 1.2 | Ouderen vinden een woning in hun eigen dorp. | Gemeente Noorderkoog wijst twee plekken aan. | Koogwonen bouwt twee hofjes. | Huurdersbelang Koog haalt wensen op. |
        """
    reading = expect(
        write(sketch, tmp_path),
        themes="1 Bouwen",
        agreements="""
            1.1 In 2030 zijn er … toetst de plannen. | trekker onbekend: Gemeente Noorderkoog, Woningcorporaties, Huurdersorganisaties
            1.2 Ouderen vinden een woning … haalt wensen op. | trekker onbekend: Gemeente Noorderkoog, Woningcorporaties, Huurdersorganisaties
        """,
    )
    assert "Bijdrage corporatie" in reading.agreements[0].text
    assert "Koogwonen bouwt ieder jaar 25 woningen." in reading.agreements[0].text
