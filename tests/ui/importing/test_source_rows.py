"""A source as rows: nothing is left out, and each piece is found again."""

import pytest

from prestatie_desktop.importing.reading import Fate
from prestatie_desktop.ui.importing.mentions import mentions
from prestatie_desktop.ui.importing.result_tree import Head, lines_of, tree_of
from prestatie_desktop.ui.importing.said import title_of
from prestatie_desktop.ui.importing.source_rows import (
    SourceRows,
    column_sizes,
    fate_of,
    short_where,
)
from tests.ui.importing.samples import long_import, small_import


def test_every_piece_stands_on_one_row() -> None:
    source, _ = small_import()
    rows = SourceRows(source)
    seen = [piece.key for at in range(len(rows)) for piece in rows.row(at).pieces]
    assert seen == [piece.key for piece in source.pieces()]
    for at in range(len(rows)):
        assert {rows.row_of(piece.key) for piece in rows.row(at).pieces} == {at}
    assert rows.row_of(10_000) == -1


def test_a_row_of_a_table_keeps_its_cells() -> None:
    source, _ = small_import()
    rows = SourceRows(source)
    row = next(r for r in map(rows.row, range(len(rows))) if r.text.startswith("Molenakker"))
    assert [cell.text for cell in row.cells] == ["Molenakker", "circa 10", "", "vrij", "Thuisburg"]
    assert row.table is not None
    assert [size.longest for size in column_sizes(row.table)] == [16, 8, 4, 13, 10]


def test_of_several_fates_the_one_to_look_at_comes_first() -> None:
    source, reading = small_import()
    pieces = source.pieces()
    by_fate = {reading.accounts[piece.key].fate: piece for piece in pieces}
    assert fate_of(by_fate.values(), reading.accounts) is Fate.NOT_RECOGNISED
    both = (by_fate[Fate.IGNORED], by_fate[Fate.ATTACHED])
    assert fate_of(both, reading.accounts) is Fate.ATTACHED
    assert fate_of((), reading.accounts) is None


@pytest.mark.parametrize(
    ("where", "title", "short"),
    [
        ("rij 12, kolom 1", "", "rij 12"),
        ("blad Sloop, B12", "Sloop", "B12"),
        ("regel 104", "", "regel 104"),
        ("dia 3", "Sloop", "dia 3"),
    ],
)
def test_a_row_says_where_it_is_without_repeating_its_sheet_and_column(
    where: str, title: str, short: str
) -> None:
    assert short_where(where, title) == short


def test_what_was_recognised_stands_under_its_theme_in_the_order_of_the_source() -> None:
    _, reading = small_import()
    heads = tree_of(reading)
    assert [head.title for head in heads] == [
        "Dossier", "Partijen", "Lopende tekst", "Beschikbaarheid", "Betaalbaarheid",
        "Ondertekenaars",
    ]  # fmt: skip
    theme = heads[3]
    titles = [one.title if isinstance(one, Head) else title_of(one) for one in theme.inside]
    assert titles == [
        "1.1 Nieuwbouw",
        "Woonhuis bouwt ten minste 45 woningen in Kerkveld, voor 1 juli.",
        "De gemeente wijst een contactpersoon aan.",
        "Corporaties melden leegstand binnen een week.",
    ]
    assert (theme.count, theme.to_check) == (6, 3)


def test_folded_headings_hide_and_the_filter_keeps_only_what_is_to_be_checked() -> None:
    _, reading = small_import()
    heads = tree_of(reading)
    everything = lines_of(heads)
    parts = [line for line in everything if not isinstance(line.thing, Head)]
    assert len(parts) == len(reading.parts()) - len(reading.themes)
    folded = lines_of(heads, folded={"theme:1"})
    assert len(everything) - len(folded) == 7
    to_check = lines_of(heads, only_to_check=True)
    assert all(line.thing.to_check if isinstance(line.thing, Head) else not line.thing.sure
               for line in to_check)  # fmt: skip
    assert len([line for line in to_check if line.part and not line.part.sure]) == 6


def test_very_many_rows_cost_no_more_than_their_places() -> None:
    source, reading = long_import(2_000)
    rows = SourceRows(source)
    assert len(rows) == 2_000
    assert rows.row_of(source.pieces()[-1].key) == 1_999
    assert len(lines_of(tree_of(reading))) == 2_000 + 4


def test_a_name_is_found_where_it_stands_as_a_word() -> None:
    source, _ = small_import()
    texts = {piece.key: piece.text for piece in source.pieces()}
    found = [texts[key] for key in mentions(source, ("Thuisborg", "Thuisburg"))]
    assert found == ["Thuisborg", "Thuisburg", "Thuisborg"]
    assert mentions(source, ("huis", "")) == ()
    assert mentions(source, ()) == ()
