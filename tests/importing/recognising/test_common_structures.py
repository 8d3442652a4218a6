"""How municipalities build up their documents: chapters around, context before agreements, annexes after."""

from pathlib import Path

from docx import Document
from openpyxl import Workbook

from prestatie_desktop.importing.opening import clipboard_source
from tests.importing.documents.telling import expect, plain
from tests.importing.documents.writing import (
    Writer,
    as_markdown,
    as_open_text,
    as_page,
    as_pdf,
    as_text,
    as_word,
    by,
)

PARTIES = """
            gemeente Gemeente Heggeveld
            corporatie Heggewonen
            huurders Huurdersraad Hegge
        """


@by(as_word, as_text, as_pdf)
def test_a_first_chapter_that_only_introduces(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026-2028 Heggeveld

        ## 1. Inleiding

        ### 1.1 Aanleiding

        De Woningwet vraagt dat gemeente Heggeveld, Heggewonen en Huurdersraad Hegge afspraken maken.

        ### 1.2 Looptijd

        De afspraken gelden drie jaar.

        ## 2. Betaalbaarheid

        Een huis moet te betalen blijven.

        2.1 Heggewonen verhoogt de huren niet meer dan de inflatie.

        2.2 De gemeente Heggeveld helpt huurders met schulden.

        ## 3. Leefbaarheid

        3.1 Huurdersraad Hegge houdt ieder jaar een schouw in de Rozenbuurt.

        ## 4. Ondertekening

        Getekend te Heggeveld, 10 december 2025

        Gemeente Heggeveld
        A. Voorbeeld
        wethouder

        Heggewonen
        B. Verzonnen
        bestuurder
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="""
            2 Betaalbaarheid
            3 Leefbaarheid
        """,
        agreements="""
            2.1 Heggewonen verhoogt de huren … dan de inflatie.
            2.2 De gemeente Heggeveld helpt huurders met schulden.
            3.1 Huurdersraad Hegge houdt ieder … in de Rozenbuurt.
        """,
        signatories="""
            A. Voorbeeld | Gemeente Heggeveld | wethouder
            B. Verzonnen | Heggewonen | bestuurder
        """,
    )
    said = " ".join(plain(part.text) for part in reading.text_parts)
    assert "De Woningwet vraagt" in said
    assert "gelden drie jaar" in said


@by(as_word, as_text)
def test_context_first_and_letters_that_begin_again_below_each_section(
    write: Writer, tmp_path: Path
) -> None:
    sketch = """
        # Prestatieafspraken 2026 Heggeveld

        ## 2 Bouwen

        ### 2.1 Nieuwe woningen

        In Heggeveld is behoefte aan kleine woningen.

        **Afspraken:**

        a. Heggewonen bouwt dertig kleine woningen.
        b. De gemeente Heggeveld geeft voorrang aan deze plannen.

        ### 2.2 Bestaande woningen

        Veel woningen zijn slecht geïsoleerd.

        **Afspraken:**

        a. Heggewonen isoleert honderd woningen.
        b. Huurdersraad Hegge licht bewoners in.

        ## 3 Zorg

        ### 3.1 Ouderen

        **Afspraken:**

        a. Heggewonen past ieder jaar tien woningen aan.
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="""
            2 Bouwen
            3 Zorg
        """,
        agreements="""
            2.1.a Heggewonen bouwt dertig kleine woningen. | kop: Nieuwe woningen
            2.1.b De gemeente Heggeveld geeft voorrang aan deze plannen.
            2.2.a Heggewonen isoleert honderd woningen. | kop: Bestaande woningen
            2.2.b Huurdersraad Hegge licht bewoners in.
            3.1.a Heggewonen past ieder jaar tien woningen aan. | kop: Ouderen
        """,
    )


@by(as_word, as_text, as_open_text)
def test_lists_within_an_agreement_stay_within_it(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Heggeveld

        ## 1. Wonen

        **1.1** Heggewonen geeft voorrang aan:

        - mensen die uit een instelling komen;
        - ouderen die kleiner gaan wonen.

        Dat doet zij alleen na overleg. **Wie:** Heggewonen

        **1.2** De gemeente Heggeveld let bij vergunningen op:

        a) de hoogte van de huur;
        b) de ligging bij winkels.

        **Wie:** gemeente Heggeveld

        ## 2. Leven

        **2.1** Heggewonen en Huurdersraad Hegge organiseren een feest.

        **Wie:** Heggewonen, Huurdersraad Hegge
        """
    expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="""
            1 Wonen
            2 Leven
        """,
        agreements="""
            1.1 Heggewonen geeft voorrang aan: … alleen na overleg. | trekker onbekend: Heggewonen
            1.2 De gemeente Heggeveld let … ligging bij winkels. | trekker onbekend: Gemeente Heggeveld
            2.1 Heggewonen en Huurdersraad Hegge organiseren een feest. | trekker onbekend: Heggewonen, Huurdersraad Hegge
        """,
    )


@by(as_word, as_text, as_pdf)
def test_annexes_with_projects_and_figures_belong_to_no_theme(
    write: Writer, tmp_path: Path
) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Heggeveld

        ## 1. Wonen

        1.1 Heggewonen bouwt volgens bijlage 1.
        Partijen: Heggewonen

        1.2 De gemeente Heggeveld en Huurdersraad Hegge letten daarop.
        Partijen: gemeente Heggeveld, Huurdersraad Hegge

        ## Bijlage 1 Nieuwbouw en sloop

        ### Nieuwbouw

        | Project | Aantal | Oplevering | Corporatie |
        | Kerkakker | 24 | 2026 | Heggewonen |
        | Dreef | 10 | 2027 | Heggewonen |

        ### Sloop

        | Project | Aantal | Start | Corporatie |
        | Oude Dreef | 14 | 2026 | Heggewonen |

        ## Bijlage 2 Voorraad

        | Jaar | Heggewonen |
        | 2025 | 1.204 |
        | 2026 | 1.228 |
        | 2027 | 1.238 |
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="1 Wonen",
        agreements="""
            1.1 Heggewonen bouwt volgens bijlage 1. | trekker onbekend: Heggewonen
            1.2 De gemeente Heggeveld en Huurdersraad Hegge letten daarop. | trekker onbekend: Gemeente Heggeveld, Huurdersraad Hegge
        """,
        rows="""
            nieuwbouw | Heggewonen | Kerkakker | 24
            nieuwbouw | Heggewonen | Dreef | 10
            sloop | Heggewonen | Oude Dreef | 14
        """,
        figures="""
            reeks Bijlage 2 Voorraad | Heggewonen
              2025: 1.204
              2026: 1.228
              2027: 1.238
        """,
    )
    assert {row.theme for row in reading.rows} == {""}
    assert reading.figures[0].theme == ""


def test_a_theme_in_a_cell_that_is_merged_over_its_rows(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Prestatieafspraken 2026 gemeente Heggeveld", 1)
    table = document.add_table(5, 4)
    for row, texts in zip(
        table.rows,
        [
            ("Thema", "Nr", "Afspraak", "Partij"),
            (
                "Wonen",
                "1",
                "Heggewonen bouwt dertig woningen op de Kerkakker in het dorp.",
                "Heggewonen",
            ),
            (
                "",
                "2",
                "De gemeente Heggeveld verleent daarvoor binnen acht weken vergunning.",
                "Gemeente Heggeveld",
            ),
            (
                "Leven",
                "3",
                "Huurdersraad Hegge houdt ieder jaar een schouw in de Rozenbuurt.",
                "Huurdersraad Hegge",
            ),
            ("", "4", "Heggewonen stelt een wijkbeheerder aan voor de Rozenbuurt.", "Heggewonen"),
        ],
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(4, 0))
    document.save(str(tmp_path / "stuk.docx"))
    agreements = """
        1 Heggewonen bouwt dertig woningen … in het dorp. | trekker onbekend: Heggewonen
        2 De gemeente Heggeveld verleent … acht weken vergunning. | trekker onbekend: Gemeente Heggeveld
        3 Huurdersraad Hegge houdt ieder … in de Rozenbuurt. | trekker onbekend: Huurdersraad Hegge
        4 Heggewonen stelt een wijkbeheerder aan voor de Rozenbuurt. | trekker onbekend: Heggewonen
    """
    reading = expect(
        tmp_path / "stuk.docx",
        parties=PARTIES,
        themes="""
            1 Wonen
            2 Leven
        """,
        agreements=agreements,
    )
    assert [one.theme for one in reading.agreements] == ["1", "1", "2", "2"]


def test_cells_of_a_sheet_that_are_merged_over_their_rows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Corporatie", "Soort", "Locatie", "Aantal"],
        ["Heggewonen", "Nieuwbouw", "Kerkakker", 24],
        [None, None, "Dreef", 10],
        [None, "Sloop", "Oude Dreef", 14],
        ["De Haag", "Nieuwbouw", "Plein", 8],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("B2:B3")
    book.save(tmp_path / "bod.xlsx")
    expect(
        tmp_path / "bod.xlsx",
        parties="""
            corporatie De Haag
            corporatie Heggewonen
        """,
        rows="""
            nieuwbouw | Heggewonen | Kerkakker | 24
            nieuwbouw | Heggewonen | Dreef | 10
            sloop | Heggewonen | Oude Dreef | 14
            nieuwbouw | De Haag | Plein | 8
        """,
    )


def test_a_table_pasted_from_another_program(tmp_path: Path) -> None:
    pasted = (
        "<html><body><table><tr><th>Nr</th><th>Afspraak</th><th>Trekker</th></tr>"
        "<tr><td>1.1</td><td>Heggewonen bouwt dertig woningen op de Kerkakker.</td><td>Heggewonen</td></tr>"
        "<tr><td>1.2</td><td>De gemeente Heggeveld verleent daarvoor een vergunning.</td>"
        "<td>Gemeente Heggeveld</td></tr></table></body></html>"
    )
    text = (
        "Nr\tAfspraak\tTrekker\n"
        "1.1\tHeggewonen bouwt dertig woningen op de Kerkakker.\tHeggewonen\n"
        "1.2\tDe gemeente Heggeveld verleent daarvoor een vergunning.\tGemeente Heggeveld\n"
    )
    for source in (clipboard_source(pasted, text), clipboard_source(None, text)):
        expect(
            source,
            parties="""
                gemeente Gemeente Heggeveld
                corporatie Heggewonen
            """,
            themes="1 Thema 1",
            agreements="""
                1.1 Heggewonen bouwt dertig woningen op de Kerkakker. | trekker: Heggewonen
                1.2 De gemeente Heggeveld verleent daarvoor een vergunning. | trekker: Gemeente Heggeveld
            """,
        )


def test_a_page_of_a_web_site_with_its_menu_and_foot(tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html><head><title>Prestatieafspraken | Heggeveld</title></head><body>
    <header><nav><ul><li><a href="/">Home</a></li><li><a href="/wonen">Wonen</a></li></ul></nav></header>
    <main><h1>Prestatieafspraken 2026</h1><p>De gemeente Heggeveld, Heggewonen en Huurdersraad Hegge spraken dit af.</p>
    <h2>Thema 1 Wonen</h2>
    <p><strong>1.1</strong> Heggewonen bouwt dertig woningen op de Kerkakker.</p>
    <p><strong>1.2</strong> De gemeente Heggeveld verleent daarvoor een vergunning.</p>
    <h2>Thema 2 Leven</h2>
    <p><strong>2.1</strong> Huurdersraad Hegge houdt een schouw in de Rozenbuurt.</p></main>
    <footer><p>Cookies</p><p>Volg ons</p></footer></body></html>"""
    (tmp_path / "pagina.html").write_text(page, encoding="utf-8")
    expect(
        tmp_path / "pagina.html",
        parties=PARTIES,
        themes="""
            1 Wonen
            2 Leven
        """,
        agreements="""
            1.1 Heggewonen bouwt dertig woningen op de Kerkakker.
            1.2 De gemeente Heggeveld verleent daarvoor een vergunning.
            2.1 Huurdersraad Hegge houdt een schouw in de Rozenbuurt.
        """,
    )


@by(as_word, as_text, as_markdown, as_page)
def test_contributions_of_each_party_as_labelled_lines(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026 gemeente Heggeveld

        ## 1. Wonen

        ### 1.1 Kleine woningen

        Wij bouwen in 2026 dertig kleine woningen.

        Bijdrage gemeente Heggeveld: een bouwplek en een vergunning
        Bijdrage Heggewonen: bouwen en verhuren
        Bijdrage Huurdersraad Hegge: meedenken over de plattegrond

        ### 1.2 Sloop

        Er wordt niets gesloopt zonder sociaal plan.

        Bijdrage Heggewonen: opstellen van het plan

        ## 2. Leven

        ### 2.1 Groen

        In elke straat komt een boom.

        Bijdrage gemeente Heggeveld: de bomen
        """
    reading = expect(
        write(sketch, tmp_path),
        parties=PARTIES,
        themes="""
            1 Wonen
            2 Leven
        """,
        agreements="""
            1.1 Wij bouwen in 2026 … over de plattegrond | kop: Kleine woningen | trekker onbekend: Gemeente Heggeveld, Heggewonen, Huurdersraad Hegge
            1.2 Er wordt niets gesloopt … van het plan | kop: Sloop | trekker onbekend: Heggewonen
            2.1 In elke straat komt … Heggeveld: de bomen | kop: Groen | trekker onbekend: Gemeente Heggeveld
        """,
    )
    assert "Bijdrage Heggewonen: bouwen en verhuren" in plain(reading.agreements[0].text)
