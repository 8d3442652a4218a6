"""What was written on a PDF afterwards."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from prestatie_desktop.importing.source import Source
from tests.importing.making_pdf import pdf_of, read, shown, texts

TEXT = shown("Eerste alinea.", y=700) + shown("Tweede alinea.", y=300)


def noted(path: Path, **note: Any) -> Source:
    def more(made: pikepdf.Pdf) -> None:
        said = pikepdf.Dictionary(Type=pikepdf.Name.Annot, **note)
        said = made.make_indirect(said)
        made.pages[0].Annots = pikepdf.Array([said])
        made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([said]))

    return read(pdf_of(path, [TEXT], more))


def test_a_remark_stands_beside_the_nearest_paragraph(tmp_path: Path) -> None:
    source = noted(
        tmp_path / "x.pdf",
        Subtype=pikepdf.Name.Text,
        Rect=pikepdf.Array([400, 295, 420, 315]),
        Contents="Klopt dit?\rIk denk van niet.",
        T="Bo",
        M="D:20260301103000+01'00'",
    )
    first, second = source.pieces()
    (comment,) = second.comments
    assert first.comments == ()
    assert comment.text == "Klopt dit?\nIk denk van niet."
    assert comment.stamp.author == "Bo"
    assert comment.stamp.at == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def test_a_remark_without_name_time_or_place_is_kept(tmp_path: Path) -> None:
    source = noted(tmp_path / "x.pdf", Subtype=pikepdf.Name.Highlight, Contents="Let op")
    (comment,) = [comment for piece in source.pieces() for comment in piece.comments]
    assert (comment.text, comment.stamp.author, comment.stamp.at) == ("Let op", "", None)


@pytest.mark.parametrize(
    ("sort", "more"), [("FreeText", {"Contents": "Getypt"}), ("Widget", {"V": "Getypt"})]
)
def test_what_was_typed_on_the_page_is_text(
    tmp_path: Path, sort: str, more: dict[str, str]
) -> None:
    source = noted(tmp_path / "x.pdf", Subtype=pikepdf.Name(f"/{sort}"), **more)
    assert texts(source) == ["Eerste alinea.", "Tweede alinea.", "Getypt"]


@pytest.mark.parametrize("sort", ["Link", "Popup"])
def test_links_and_what_pops_up_are_no_text(tmp_path: Path, sort: str) -> None:
    source = noted(tmp_path / "x.pdf", Subtype=pikepdf.Name(f"/{sort}"), Contents="Niet lezen")
    assert "Niet lezen" not in str(source)


@pytest.mark.parametrize("moment", ["D:99999999999999", "gisteren", "D:20260301103000+99'99'"])
def test_a_time_that_never_was_is_no_time(tmp_path: Path, moment: str) -> None:
    source = noted(tmp_path / "x.pdf", Subtype=pikepdf.Name.Text, Contents="Let op", M=moment)
    (comment,) = [comment for piece in source.pieces() for comment in piece.comments]
    assert comment.stamp.at is None


def test_notes_that_are_no_notes_do_not_keep_the_page_from_being_read(tmp_path: Path) -> None:
    def more(made: pikepdf.Pdf) -> None:
        rubbish = [1, "x", pikepdf.Dictionary(Subtype=3, Contents=4), pikepdf.Array([])]
        made.pages[0].Annots = pikepdf.Array(rubbish)

    assert len(read(pdf_of(tmp_path / "x.pdf", [TEXT], more)).lines) == 2
