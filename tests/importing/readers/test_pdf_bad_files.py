"""PDF files that are pictures, protected, broken or hostile."""

import zlib
from pathlib import Path
from time import process_time

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import limits
from prestatie_desktop.importing.opening import open_source
from prestatie_desktop.importing.readers import pdf_file
from prestatie_desktop.importing.readers.pdf import read_pdf
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.making_pdf import (
    drawn,
    lines,
    pdf_of,
    raw_pdf,
    read,
    shown,
    stream,
    texts,
)
from tests.importing.patience import PATIENCE

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
TEXT = shown("Gewone tekst")


def page(more: bytes = b"", font: bytes = b"5 0 R") -> bytes:
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 " + font + b" >> " + more + b" >> >>"
    )


def one_page(path: Path, content: bytes, *others: bytes, more: bytes = b"") -> Path:
    """A page with this content; further objects are numbered from 6."""
    return raw_pdf(path, CATALOG, PAGES, page(more), content, FONT, *others)


def refused(path: Path, because: str) -> None:
    with pytest.raises(UserError, match=because) as caught:
        open_source(path)
    assert "het dossier is niet gewijzigd" in str(caught.value)


def picture(canvas: Canvas) -> None:
    scan = ImageReader(Image.new("RGB", (60, 80), "lightgrey"))
    canvas.drawImage(scan, 0, 0, 595, 842)


def text(canvas: Canvas) -> None:
    lines(canvas, "Tekst van deze bladzijde die gelezen wordt")


def blank(canvas: Canvas) -> None:
    canvas.setLineWidth(1)


# Pictures


def test_a_pdf_of_pictures_is_said_to_be_scanned(tmp_path: Path) -> None:
    refused(drawn(tmp_path / "x.pdf", picture, picture), "gescande bladzijden .*tekstherkenning")


def test_pages_that_are_pictures_are_named(tmp_path: Path) -> None:
    source = read(drawn(tmp_path / "x.pdf", text, picture, blank, text, picture, picture))
    assert len(source.lines) == 2
    (notice,) = source.notices
    assert notice.startswith("Van bladzijden 2 en 5–6 is de tekst een afbeelding")


def test_a_picture_with_a_stamp_is_still_a_picture(tmp_path: Path) -> None:
    def stamped(canvas: Canvas) -> None:
        picture(canvas)
        canvas.drawString(72, 30, "Pagina 1")

    source = read(drawn(tmp_path / "x.pdf", text, stamped))
    assert "Pagina 1" in texts(source)
    assert source.notices[0].startswith("Van bladzijde 2 is de tekst een afbeelding")


def test_letters_that_were_drawn_as_shapes_are_a_picture(tmp_path: Path) -> None:
    def curves(canvas: Canvas) -> None:
        for place in range(100):
            canvas.circle(72 + place * 4, 700, 2)

    refused(drawn(tmp_path / "x.pdf", curves), "gescande bladzijden")


def test_a_pdf_with_nothing_on_it_has_no_text(tmp_path: Path) -> None:
    refused(drawn(tmp_path / "x.pdf", blank), "bevat geen tekst")


def test_letters_that_the_file_does_not_know_are_shown_as_missing(tmp_path: Path) -> None:
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    child = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << >> >>"
    known = b"BT /F2 11 Tf 72 650 Td (Dit is gewone tekst die wel gelezen wordt) Tj ET\n"
    content = stream(b"BT /F1 11 Tf 72 700 Td <00410042> Tj ET\n" + known)
    path = tmp_path / "x.pdf"
    kept = page().replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 7 0 R")
    source = read(raw_pdf(path, CATALOG, PAGES, kept, content, font, child, FONT))
    assert texts(source)[0] == "��"
    assert source.notices == (
        "Op bladzijde 1 staan letters die het bestand niet kent; daar staat nu �.",
    )
    only = content.replace(known, b"%" * (len(known) - 1) + b"\n")
    refused(raw_pdf(path, CATALOG, PAGES, page(), only, font, child), "welke letters het zijn")


# Protection


def protected(path: Path, user: str, owner: str) -> Path:
    pdf_of(path, [TEXT])
    with pikepdf.open(path, allow_overwriting_input=True) as made:
        made.save(path, encryption=pikepdf.Encryption(user=user, owner=owner))
    return path


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    path = protected(tmp_path / "x.pdf", user="geheim", owner="baas")
    refused(path, "beveiligd met een wachtwoord")


def test_a_pdf_that_only_may_not_be_changed_is_read(tmp_path: Path) -> None:
    assert texts(read(protected(tmp_path / "x.pdf", user="", owner="baas"))) == ["Gewone tekst"]


def test_scripts_and_attachments_are_not_looked_at(tmp_path: Path) -> None:
    def more(made: pikepdf.Pdf) -> None:
        made.attachments["bom.txt"] = b"x" * 1000
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('x')")
        made.Root.OpenAction = action

    assert texts(read(pdf_of(tmp_path / "x.pdf", [TEXT], more))) == ["Gewone tekst"]


# Damage


def test_a_pdf_without_its_table_of_places_is_read(tmp_path: Path) -> None:
    path = one_page(tmp_path / "x.pdf", stream(TEXT))
    path.write_bytes(path.read_bytes().replace(b"\nxref", b"\nweg."))
    assert texts(read(path)) == ["Gewone tekst"]


def test_a_pdf_with_wrong_places_is_read_or_refused(tmp_path: Path) -> None:
    path = one_page(tmp_path / "x.pdf", stream(TEXT))
    path.write_bytes(path.read_bytes().replace(b"%PDF-1.4\n", b"%PDF-1.4\n%" + b"x" * 40 + b"\n"))
    assert texts(read(path)) == ["Gewone tekst"]


@pytest.mark.parametrize("keep", [9, 60, 300])
def test_a_pdf_that_was_cut_off_early_is_refused(tmp_path: Path, keep: int) -> None:
    path = one_page(tmp_path / "x.pdf", stream(TEXT))
    path.write_bytes(path.read_bytes()[:keep])
    refused(path, "beschadigd|geen tekst")


def test_a_damaged_page_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    def damage(made: pikepdf.Pdf) -> None:
        made.pages[1].Contents = pikepdf.Stream(made, b"")
        made.pages[1].Contents.write(b"x\x9c" + b"\x07" * 100, filter=pikepdf.Name.FlateDecode)

    source = read(pdf_of(tmp_path / "x.pdf", [TEXT] * 3, damage))
    assert [line.where for line in source.lines] == ["bladzijde 1", "bladzijde 3"]
    assert source.notices == (
        "Niet gelezen, want beschadigd: bladzijde 2. Vergelijk met het document.",
    )


def test_a_page_whose_checksum_is_wrong_is_read(tmp_path: Path) -> None:
    packed = zlib.compress(TEXT)[:-4] + b"fout"
    path = one_page(tmp_path / "x.pdf", stream(packed, b"/Filter /FlateDecode"))
    assert texts(read(path)) == ["Gewone tekst"]


def test_pages_that_cannot_be_found_are_told(tmp_path: Path) -> None:
    pages = b"<< /Type /Pages /Kids [3 0 R 99 0 R 3 0 R] /Count 3 >>"
    path = raw_pdf(tmp_path / "x.pdf", CATALOG, pages, page(), stream(TEXT), FONT)
    source = read(path)
    assert texts(source) == ["Gewone tekst"]
    assert "minder bladzijden gevonden" in "".join(source.notices)


# Harm


def bomb(count: int) -> bytes:
    return zlib.compress(b" " * count, 9)


HOSTILE = {
    "a stream that unpacks to all memory": lambda path: one_page(
        path, stream(bomb(30 * 1024**2), b"/Filter /FlateDecode")
    ),
    "a stream that unpacks twice": lambda path: one_page(
        path, stream(zlib.compress(bomb(30 * 1024**2)), b"/Filter [/FlateDecode /FlateDecode]")
    ),
    "forms that use forms that use forms": lambda path: one_page(
        path,
        stream(TEXT + b"/X Do\n"),
        *(
            stream(
                b"/X Do " * 8,
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                b"/Resources << /XObject << /X %d 0 R >> >>" % (7 + deep),
            )
            for deep in range(12)
        ),
        more=b"/XObject << /X 6 0 R >>",
    ),
    "operands without end": lambda path: one_page(
        path, stream(zlib.compress(b"1 " * 1_000_000), b"/Filter /FlateDecode")
    ),
    "states without end": lambda path: one_page(
        path, stream(zlib.compress(b"q " * 1_000_000), b"/Filter /FlateDecode")
    ),
    "a comment without end": lambda path: one_page(path, stream(b"%" + b"x" * 3_000_000)),
    "rows that are foretold": lambda path: one_page(
        path,
        stream(
            zlib.compress(b"\x04" * 5_000_000),
            b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 5 >>",
        ),
    ),
    "runs of one letter": lambda path: one_page(
        path, stream(b"\x81 " * 500_000, b"/Filter /RunLengthDecode")
    ),
}


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of the usual patience, so that the tests are done sooner."""
    for name in ("MAX_INFLATED", "MAX_OPENING_STEPS", "MAX_PAGE_STEPS", "MAX_STEPS"):
        monkeypatch.setattr(limits, name, getattr(limits, name) // 20)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("sort", HOSTILE)
def test_what_would_take_for_ever_is_refused_in_time(tmp_path: Path, sort: str) -> None:
    path = HOSTILE[sort](tmp_path / "x.pdf")
    start = process_time()
    refused(path, "te groot of te ingewikkeld")
    assert process_time() - start < PATIENCE


RINGS = {
    "a page tree in a ring": lambda path: raw_pdf(
        path,
        CATALOG,
        b"<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>",
        page(),
        stream(TEXT),
        FONT,
    ),
    "a form that uses itself": lambda path: one_page(
        path,
        stream(TEXT + b"/X Do\n"),
        stream(
            b"/X Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
            b"/Resources << /XObject << /X 6 0 R >> >>",
        ),
        more=b"/XObject << /X 6 0 R >>",
    ),
    "brackets without end": lambda path: one_page(path, stream(TEXT + b"[" * 100_000)),
    "an object of brackets": lambda path: one_page(path, stream(TEXT), b"[" * 300_000),
    "a page as large as the sky": lambda path: raw_pdf(
        path,
        CATALOG,
        PAGES,
        page().replace(b"[0 0 595 842]", b"[0 0 1e30 -1e30]"),
        stream(TEXT),
        FONT,
    ),
    "a turn that is no number": lambda path: raw_pdf(
        path, CATALOG, PAGES, page().replace(b"/Type", b"/Rotate /X /Type", 1), stream(TEXT), FONT
    ),
    "letters larger than any number": lambda path: one_page(
        path, stream(b"1e400 0 0 1e400 0 0 cm 0 0 m 1 1 l S BT /F1 1e300 Tf (x) Tj ET\n" + TEXT)
    ),
}


@pytest.mark.parametrize("sort", RINGS)
def test_what_turns_in_a_ring_does_not_keep_the_text_from_being_read(
    tmp_path: Path, sort: str
) -> None:
    start = process_time()
    try:
        assert "Gewone tekst" in texts(read(RINGS[sort](tmp_path / "x.pdf")))
    except UserError:
        # A document without any text that can be placed.
        assert sort == "letters larger than any number"
    assert process_time() - start < PATIENCE


@pytest.mark.usefixtures("hurried")
def test_an_object_that_is_itself_is_found_out(tmp_path: Path) -> None:
    ring = page().replace(b"[0 0 595 842]", b"6 0 R")
    path = raw_pdf(tmp_path / "x.pdf", CATALOG, PAGES, ring, stream(TEXT), FONT, b"6 0 R")
    refused(path, "beschadigd")


def test_a_table_of_places_that_points_at_itself_is_found_out(tmp_path: Path) -> None:
    path = one_page(tmp_path / "x.pdf", stream(TEXT))
    data = path.read_bytes()
    path.write_bytes(data.replace(b"/Root", b"/Prev %d /Root" % data.rindex(b"xref\n0")))
    refused(path, "beschadigd|ingewikkeld")


@pytest.mark.parametrize("sort", ["letters", "widths"])
def test_a_font_that_claims_all_letters_costs_its_own_letters_only(
    tmp_path: Path, sort: str
) -> None:
    claim = stream(b"begincmap\n1 beginbfrange\n<00000000> <ffffffff> <0041>\nendbfrange\nendcmap")
    fonts = {
        "letters": FONT.replace(b"/Encoding", b"/ToUnicode 6 0 R /Encoding"),
        "widths": b"<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
    }
    wide = b"<< /Subtype /CIDFontType2 /BaseFont /X /W [0 4294967295 500] >>"
    other = b"BT /F2 11 Tf 72 650 Td (Dit is gewone tekst die wel gelezen wordt) Tj ET\n"
    kept = page().replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 8 0 R")
    start = process_time()
    path = raw_pdf(
        tmp_path / "x.pdf",
        *(CATALOG, PAGES, kept, stream(shown("abc") + other), fonts[sort], claim, wide, FONT),
    )
    assert "Dit is gewone tekst die wel gelezen wordt" in texts(read(path))
    assert process_time() - start < PATIENCE


def test_more_pages_than_anybody_reads_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_PAGES", 3)
    assert len(read(pdf_of(tmp_path / "x.pdf", [TEXT] * 3)).lines) == 3
    refused(pdf_of(tmp_path / "x.pdf", [TEXT] * 4), "meer dan 3 bladzijden")


def test_all_pages_together_may_not_take_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_STEPS", 30_000)
    refused(pdf_of(tmp_path / "x.pdf", [TEXT * 100] * 10), "te groot of te ingewikkeld")


def test_progress_is_told_per_page_and_reading_stops_when_asked(tmp_path: Path) -> None:
    path = pdf_of(tmp_path / "x.pdf", [TEXT] * 3)
    told: list[tuple[str, int, int]] = []
    read_pdf(path, "x.pdf", Watch(tell=lambda *progress: told.append(progress)))
    assert told == [(f"Bladzijde {n} van 3 lezen", n, 3) for n in (1, 2, 3)]
    with pytest.raises(StoppedError):
        read_pdf(path, "x.pdf", Watch(is_stopped=lambda: len(told) == 3))


def test_reading_stops_in_the_middle_of_a_page_when_asked(tmp_path: Path) -> None:
    path = one_page(
        tmp_path / "x.pdf", stream(zlib.compress(TEXT * 20_000), b"/Filter /FlateDecode")
    )
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(StoppedError):
        read_pdf(path, "x.pdf", Watch(is_stopped=stop))


def test_an_open_file_is_closed_again(tmp_path: Path) -> None:
    path = one_page(tmp_path / "x.pdf", stream(TEXT))
    with pdf_file.opened(path, "x.pdf", Watch()) as pdf:
        assert len(list(pdf.pages(Watch()))) == 1
    path.unlink()
