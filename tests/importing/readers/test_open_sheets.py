import datetime as dt
import time
from pathlib import Path
from random import Random

import pytest

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import limits
from prestatie_desktop.importing.readers.open_sheets import read_ods
from prestatie_desktop.importing.source import Form, Source
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.making_sheets import (
    changed,
    content_xml,
    grids,
    ods,
    ods_cell,
    ods_number,
    ods_row,
    ods_table,
    tables,
    zipped,
)
from tests.importing.patience import PATIENCE

BROKEN = "beschadigd"


def read(path: Path) -> Source:
    return read_ods(path, path.name)


def one(tmp_path: Path, *rows: str, styles: str = "", named: str = "") -> Source:
    """The source of a spreadsheet with one sheet."""
    return read(ods(tmp_path / "a.ods", ods_table("".join(rows)), styles, named))


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as raised:
        read(path)
    assert path.name in str(raised.value)
    assert "het dossier is niet gewijzigd" in str(raised.value)
    return str(raised.value)


def style(name: str, family: str, properties: str, parent: str = "") -> str:
    based = f'style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}" {based}>{properties}</style:style>'


def weight(value: str) -> str:
    return f'<style:text-properties fo:font-weight="{value}"/>'


def test_each_sheet_is_a_table_and_each_filled_cell_a_line(tmp_path: Path) -> None:
    body = (
        ods_table(
            ods_row(ods_cell("Straat"), ods_cell("Aantal")) + ods_row(ods_cell(), ods_cell("x"))
        )
        + ods_table("", "Leeg")
        + ods_table(ods_row(ods_number("float", "12", "12")), "Verkoop")
    )

    source = read(ods(tmp_path / "bod.ods", body))

    assert (source.name, source.form, source.notices) == ("bod.ods", Form.SHEETS, ())
    assert [(t.title, t.gap) for t in tables(source)] == [("Sloop", False), ("Verkoop", True)]
    assert grids(source) == [[["Straat", "Aantal"], ["", "x"]], [["12"]]]
    assert [(line.text, line.where) for line in source.lines[2:]] == [
        ("x", "blad Sloop, B2"),
        ("12", "blad Verkoop, A1"),
    ]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (ods_number("float", "1581", "1581"), "1581"),
        (ods_number("float", "1581", "1.581"), "1.581"),
        (ods_number("float", "7.5", "7,5"), "7,5"),
        (ods_number("float", "7.5", "7.5"), "7,5"),
        (ods_number("float", "7.5"), "7,5"),
        (ods_number("float", "1.1", "1,10"), "1,10"),
        (ods_number("percentage", "0.31", "31%"), "31%"),
        (ods_number("percentage", "0.315"), "31,5%"),
        (ods_number("currency", "12.5", "€ 12,50"), "€ 12,50"),
        (ods_number("currency", "1250", "€1,250.00"), "€1.250,00"),
        (ods_number("currency", "12.5"), "€ 12,50"),
        (ods_number("float", "geen", "circa 10"), "circa 10"),
        (ods_cell("1.7", more='office:value-type="string"'), "1.7"),
        (ods_cell("007"), "007"),
        (ods_cell("WAAR", more='office:value-type="boolean" office:boolean-value="true"'), "ja"),
        (ods_cell(more='office:value-type="boolean" office:boolean-value="false"'), "nee"),
        (ods_cell(more='office:value-type="string" office:string-value="kort"'), "kort"),
        (ods_cell("#N/A", more='calcext:value-type="error" office:value-type="string"'), "#N/B"),
        (ods_cell("08:30", more='office:value-type="time" office:time-value="PT08H30M"'), "08:30"),
    ],
)
def test_a_value_is_shown_in_dutch(tmp_path: Path, cell: str, words: str) -> None:
    assert [line.text for line in one(tmp_path, ods_row(cell)).lines] == [words]


@pytest.mark.parametrize(
    ("value", "shown", "words"),
    [
        ("2024-02-28", ["28-02-2024"], "28-02-2024"),
        ("2024-02-28", ["2024"], "2024"),
        ("2024-02-03", ["02/03/24"], "03-02-2024"),
        ("2024-02-28", [], "28-02-2024"),
        ("2024-02-28T09:30:00", [], "28-02-2024 09:30"),
        ("ooit", [], "ooit"),
    ],
)
def test_a_day_is_shown_as_the_file_shows_it_unless_that_is_foreign(
    tmp_path: Path, value: str, shown: list[str], words: str
) -> None:
    cell = ods_cell(*shown, more=f'office:value-type="date" office:date-value="{value}"')

    assert grids(one(tmp_path, ods_row(cell))) == [[[words]]]


def test_paragraphs_and_line_breaks_are_pieces_of_one_line(tmp_path: Path) -> None:
    source = one(tmp_path, ods_row(ods_cell("een ", "", "twee<text:line-break/>drie", "vier")))

    assert [line.text for line in source.lines] == ["een\ntwee\ndrie\nvier"]
    assert [(p.text, p.line) for p in source.pieces()] == [
        ("een", 0),
        ("twee", 0),
        ("drie", 0),
        ("vier", 0),
    ]


def test_blanks_and_links_in_a_text_are_read(tmp_path: Path) -> None:
    text = (
        'a<text:s text:c="3"/>b<text:tab/>c  \n d<text:a>link</text:a><text:s text:c="99999999"/>!'
    )

    (line,) = one(tmp_path, ods_row(ods_cell(text))).lines

    assert line.text.startswith("a   b c dlink ")
    assert line.text.endswith(" !")
    assert len(line.text) < 200


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("\n  <text:p>a &amp;\n  b</text:p>\n", ["a & b"]),
        ("<text:p>a</text:p>\n<text:p>b</text:p>", ["a", "b"]),
        ("<text:p/><text:p>b</text:p>", ["b"]),
        ('<text:p>a <text:span text:style-name="x">b</text:span> c</text:p>', ["a b c"]),
        ('<text:p text:style-name="x">a</text:p>', ["a"]),
        ("<text:p>a</text:p><office:annotation><text:p>weg</text:p></office:annotation>", ["a"]),
        ("<text:p> </text:p>", []),
    ],
)
def test_words_are_the_same_however_the_cell_is_written(
    tmp_path: Path, inside: str, lines: list[str]
) -> None:
    source = one(tmp_path, ods_row(f"<table:table-cell>{inside}</table:table-cell>"))

    assert [piece.text for piece in source.pieces()] == lines


def test_bold_comes_from_words_cells_rows_and_columns(tmp_path: Path) -> None:
    styles = style("vet", "text", weight("700")) + style("licht", "text", weight("normal"))
    styles += style("kop", "table-cell", "", "Kop") + style("alinea", "paragraph", weight("bold"))
    columns = (
        '<table:table-column table:default-cell-style-name="kop"/>'
        '<table:table-column table:number-columns-repeated="3"/>'
    )
    words = '<text:span text:style-name="vet">Thuis</text:span>, Gemeente'
    rows = (
        ods_row(
            ods_cell("kolom"), ods_cell("gewoon"), ods_cell("cel", more='table:style-name="kop"')
        ),
        ods_row(ods_cell(), ods_cell("rij"), more='table:default-cell-style-name="kop"'),
        ods_row(
            ods_cell('niet <text:span text:style-name="licht">vet</text:span>'), ods_cell(words)
        ),
    )
    body = columns + "".join(rows).replace("<text:p>rij", '<text:p text:style-name="geen">rij')

    source = one(
        tmp_path, body, styles=styles, named=style("Kop", "table-cell", weight("bold"), "Kop")
    )

    assert [(run.text, run.bold) for piece in source.pieces() for run in piece.runs] == [
        ("kolom", True),
        ("gewoon", False),
        ("cel", True),
        ("rij", True),
        ("niet ", True),
        ("vet", False),
        ("Thuis", True),
        (", Gemeente", False),
    ]


def test_marks_of_words_are_kept(tmp_path: Path) -> None:
    properties = (
        '<style:text-properties fo:font-style="italic" style:text-underline-style="solid" '
        'style:text-position="super 58%"/>'
    )
    styles = style("hoog", "text", properties)
    span = '<text:span text:style-name="hoog">2</text:span>'

    (piece,) = one(tmp_path, ods_row(ods_cell(f"m{span}")), styles=styles).pieces()

    assert [(r.text, r.italic, r.underline, r.superscript) for r in piece.runs] == [
        ("m", False, False, False),
        ("2", True, True, True),
    ]


def test_merged_cells_hold_their_text_in_the_first_and_hidden_text_is_counted(
    tmp_path: Path,
) -> None:
    covered = "<table:covered-table-cell/>"
    hidden = covered.replace("/>", "><text:p>weg</text:p></table:covered-table-cell>")

    source = one(
        tmp_path,
        ods_row(ods_cell("Thema", more='table:number-columns-spanned="2"'), covered, ods_cell("x")),
        ods_row(hidden, ods_cell("y"), ods_cell("z")),
    )

    assert grids(source) == [[["Thema", "", "x"], ["", "y", "z"]]]
    assert source.notices == (
        "Niet gelezen omdat ze onzichtbaar onder samengevoegde cellen staan: 1.",
    )


def test_repeated_blank_cells_and_rows_cost_nothing(tmp_path: Path) -> None:
    wide = '<table:table-cell table:number-columns-repeated="16383"/>'
    began = time.process_time()

    source = one(
        tmp_path,
        ods_row(ods_cell("a"), wide),
        ods_row(wide, more='table:number-rows-repeated="1048570"'),
        ods_row('<table:table-cell table:number-columns-repeated="9"/>', ods_cell("b")),
    )

    assert time.process_time() - began < PATIENCE
    assert [line.where for line in source.lines] == ["blad Sloop, A1", "blad Sloop, J1048572"]


def test_repeated_filled_cells_and_rows_are_all_read(tmp_path: Path) -> None:
    source = one(
        tmp_path,
        ods_row(
            ods_cell("x", more='table:number-columns-repeated="3"'),
            ods_cell("y"),
            more='table:number-rows-repeated="2"',
        ),
    )

    assert grids(source) == [[["x", "x", "x", "y"]] * 2]
    assert [line.where for line in source.lines[3:5]] == ["blad Sloop, D1", "blad Sloop, A2"]


def test_filled_cells_repeated_beyond_all_bounds_are_refused_quickly(tmp_path: Path) -> None:
    cell = ods_cell("x", more='table:number-columns-repeated="16384"')
    rows = ods_row(cell, more='table:number-rows-repeated="1048576"')
    began = time.process_time()

    assert "meer dan 2.000.000" in refusal(ods(tmp_path / "a.ods", ods_table(rows)))
    beyond = ods_row(ods_cell("x", more='table:number-columns-repeated="99999999"'))
    assert BROKEN in refusal(ods(tmp_path / "b.ods", ods_table(beyond)))
    below = ods_row(ods_cell("x"), more='table:number-rows-repeated="1048577"')
    assert BROKEN in refusal(ods(tmp_path / "c.ods", ods_table(below)))
    assert time.process_time() - began < PATIENCE


def test_more_cells_than_the_limit_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ods_row(ods_cell("x"), ods_cell("y"))
    path = ods(tmp_path / "a.ods", ods_table(rows * 3) + ods_table(rows * 2, "B"))
    monkeypatch.setattr(limits, "MAX_LINES", 10)
    assert len(read(path).lines) == 10

    monkeypatch.setattr(limits, "MAX_LINES", 9)
    assert "meer dan 9 regels of cellen" in refusal(path)


def test_remarks_come_along_with_who_made_them_and_are_no_text(tmp_path: Path) -> None:
    remark = (
        "<office:annotation><dc:creator>Jo Berg</dc:creator><dc:date>2024-02-28T10:00:00</dc:date>"
        "<text:p>klopt</text:p><text:p>dit?</text:p></office:annotation>"
    )
    filled = ods_cell("12").replace("<text:p>", remark + "<text:p>")
    blank = f"<table:table-cell>{remark.replace('klopt', 'en hier')}</table:table-cell>"

    source = one(tmp_path, ods_row(ods_cell("Kade"), filled, blank))
    street, number = source.pieces()

    assert [line.text for line in source.lines] == ["Kade", "12"]
    assert street.comments == ()
    assert [(c.stamp.author, c.text) for c in number.comments] == [
        ("Jo Berg", "klopt\ndit?"),
        ("Jo Berg", "en hier\ndit?"),
    ]
    assert number.comments[0].stamp.at == dt.datetime(2024, 2, 28, 10, tzinfo=dt.UTC)


def test_a_sheet_named_with_an_ampersand_keeps_its_name(tmp_path: Path) -> None:
    body = ods_table(ods_row(ods_cell("a &amp; b"), ods_cell("c")), "Woon &amp; Co &amp;#38;")

    source = read(ods(tmp_path / "a.ods", body))

    assert [table.title for table in tables(source)] == ["Woon & Co &#38;"]
    assert [line.text for line in source.lines] == ["a & b", "c"]


def test_hidden_sheets_rows_and_columns_are_read_and_named(tmp_path: Path) -> None:
    styles = style("weg", "table", '<style:table-properties table:display="false"/>')
    collapsed = 'table:visibility="collapse"'
    body = (
        ods_table(ods_row(ods_cell("geheim")), "Kladblok", 'table:style-name="weg"')
        + ods_table(ods_row(ods_cell("rij"), more='table:visibility="filter"'), "Rij")
        + ods_table(f"<table:table-column {collapsed}/>" + ods_row(ods_cell("kolom")), "Kolom")
        + ods_table(
            f"<table:table-column/><table:table-column {collapsed}/>" + ods_row(ods_cell("open")),
            "Open",
        )
    )

    source = read(ods(tmp_path / "a.ods", body, styles))

    assert [line.text for line in source.lines] == ["geheim", "rij", "kolom", "open"]
    assert source.notices == (
        "Verborgen bladen zijn ook gelezen: Kladblok.",
        "Verborgen rijen en kolommen zijn ook gelezen op: Rij, Kolom.",
    )


def test_formulas_without_a_result_and_drawings_are_told(tmp_path: Path) -> None:
    shape = "<draw:frame><draw:text-box><text:p>kader</text:p></draw:text-box></draw:frame>"
    source = one(
        tmp_path,
        f"<table:shapes>{shape}</table:shapes>",
        ods_row(
            ods_number("float", "2", "2").replace(">", ' table:formula="of:=1+1">', 1),
            '<table:table-cell table:formula="of:=A1"/>',
            ods_cell("x").replace("</table:table-cell>", shape + "</table:table-cell>"),
        ),
    )

    assert [line.text for line in source.lines] == ["2", "x"]
    assert [notice.split(".")[0] for notice in source.notices] == [
        "Cellen met een formule zonder uitkomst: 1 (Sloop, B1)",
        "Afbeeldingen, grafieken en tekstvakken zijn niet gelezen op: Sloop",
    ]


def test_copies_of_sheets_of_other_files_are_left_out(tmp_path: Path) -> None:
    foreign = ods_table("<table:table-source/>" + ods_row(ods_cell("elders")), "'file:///b'#A")

    source = read(ods(tmp_path / "a.ods", ods_table(ods_row(ods_cell("hier"))) + foreign))

    assert [line.text for line in source.lines] == ["hier"]


def test_a_flat_file_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.fods"
    path.write_text(content_xml(ods_table(ods_row(ods_cell("plat")))), "utf-8")

    assert grids(read(path)) == [[["plat"]]]


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    plain = ods(tmp_path / "a.ods", ods_table(ods_row(ods_cell("x"))))
    path = changed(
        plain,
        tmp_path / "b.ods",
        lambda name, data: (
            data.replace(b"/>", b"><manifest:encryption-data/></manifest:manifest>")
            if name.endswith("manifest.xml")
            else data
        ),
    )

    assert "wachtwoord" in refusal(path)


@pytest.mark.parametrize("content", ["", "geen xml", "<a><b>", "<a/>", "\0" * 40, None])
def test_a_file_without_a_spreadsheet_in_it_is_refused(tmp_path: Path, content: str | None) -> None:
    path = zipped(tmp_path / "a.ods", {} if content is None else {"content.xml": content})

    assert BROKEN in refusal(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "niet (meer) op zijn plaats" in refusal(tmp_path / "a.ods")


def test_a_text_document_is_no_spreadsheet(tmp_path: Path) -> None:
    text = content_xml(ods_table(ods_row(ods_cell("x")))).replace(
        "office:spreadsheet", "office:text"
    )

    assert BROKEN in refusal(zipped(tmp_path / "a.ods", {"content.xml": text}))


def test_a_document_type_is_refused_before_it_can_grow(tmp_path: Path) -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))
    body = content_xml(ods_table(ods_row(ods_cell("&l19;")))).replace(
        "<office:document-content",
        f'<!DOCTYPE o [<!ENTITY l0 "lol">{lol}]><office:document-content',
    )
    began = time.process_time()

    assert BROKEN in refusal(zipped(tmp_path / "a.ods", {"content.xml": body}))
    assert time.process_time() - began < PATIENCE


def test_xml_with_other_characters_never_ends_in_a_traceback(tmp_path: Path) -> None:
    whole = content_xml(
        '<table:table table:name="A"><table:table-column table:number-columns-repeated="3"/>'
        + ods_row(ods_cell('a<text:s text:c="2"/>b'), ods_number("float", "7.5", "7,5"))
        + ods_row(ods_number("percentage", "0.31"), more='table:number-rows-repeated="2"')
        + "</table:table>",
        style("kop", "table-cell", weight("bold"), "kop"),
    )
    start = whole.index("<office:automatic-styles>")
    chance = Random(5)
    results = set()
    for _ in range(400):
        xml = list(whole)
        for _ in range(chance.randrange(1, 4)):
            xml[chance.randrange(start, len(xml))] = chance.choice('<>/"=0179ax \n&;-.é:')
        try:
            read(zipped(tmp_path / "a.ods", {"content.xml": "".join(xml)}))
            results.add("gelezen")
        except UserError:
            results.add("geweigerd")

    assert results == {"gelezen", "geweigerd"}


def test_whoever_watches_sees_how_far_it_is_and_can_stop(tmp_path: Path) -> None:
    rows = "".join(ods_row(ods_number("float", str(n), str(n))) for n in range(10_000))
    path = ods(tmp_path / "a.ods", ods_table(rows))
    told: list[tuple[str, int, int]] = []

    read_ods(path, "a.ods", Watch(lambda *all_: told.append(all_)))

    reading = [done for text, done, _ in told if text == "Blad Sloop lezen"]
    assert len(reading) > 2
    assert reading == sorted(set(reading))
    with pytest.raises(StoppedError):
        read_ods(path, "a.ods", Watch(is_stopped=lambda: True))
