"""A logo is checked when it comes in; what is no picture never reaches a print."""

import io
import struct
import zlib

import pytest
from PIL import Image

from prestatie_desktop.documents.blocks import Document, Figure, Title
from prestatie_desktop.documents.pictures import PRINTED_EDGE, load_logo
from prestatie_desktop.documents.write_pdf import write_pdf
from prestatie_desktop.errors import UserError
from tests.documents import pdf_reading

MM = 72 / 25.4


def encoded(image: Image.Image, kind: str, **more: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **more)
    return buffer.getvalue()


def png_of(width: int, height: int) -> bytes:
    """The head of a PNG that says it is this large."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16"])
def test_png_of_every_colour_kind_prints(mode: str) -> None:
    picture = load_logo(encoded(Image.new(mode, (40, 20)), "PNG"))
    assert (picture.width, picture.height) == (40, 20)
    buffer = io.BytesIO()
    write_pdf(Document(title="x", blocks=(Title(text="x", logos=(picture,)),)), buffer)
    assert len(list(pdf_reading.picture_boxes(buffer.getvalue()))) == 1


def test_a_jpeg_in_printers_colours_prints() -> None:
    picture = load_logo(encoded(Image.new("CMYK", (40, 20)), "JPEG"))
    assert Image.open(io.BytesIO(picture.data)).mode == "RGB"


def test_a_sideways_photo_stands_upright_and_tells_nothing_of_its_maker() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Kwiek"
    picture = load_logo(encoded(Image.new("RGB", (40, 20)), "JPEG", exif=exif))
    assert (picture.width, picture.height) == (20, 40)
    assert b"Kwiek" not in picture.data


def test_a_large_logo_is_brought_to_print_size() -> None:
    picture = load_logo(encoded(Image.new("RGB", (4000, 1000)), "PNG"))
    assert (picture.width, picture.height) == (PRINTED_EDGE, PRINTED_EDGE // 4)


def test_the_same_logo_gives_the_same_bytes() -> None:
    data = encoded(Image.new("RGBA", (40, 20)), "PNG")
    assert load_logo(data) == load_logo(data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "geen PNG- of JPEG"),
        (b"GIF89a" + b"x" * 50, "geen PNG- of JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "geen PNG- of JPEG"),
        (png_of(30_000, 30_000), "beeldpunten"),
        (png_of(6_400, 6_400), "beeldpunten"),
        (png_of(50, 50), "beschadigd"),
        (encoded(Image.new("RGB", (90, 90)), "JPEG")[:300], "PNG- of JPEG|beschadigd"),
        (b"\x89PNG" + bytes(21 * 1024 * 1024), "ten hoogste 20 MB"),
    ],
)
def test_what_is_no_usable_picture_is_refused_with_a_clear_sentence(
    data: bytes, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        load_logo(data)


def test_a_figure_keeps_its_shape_within_its_room() -> None:
    picture = load_logo(encoded(Image.new("RGB", (1600, 400)), "PNG"))
    figure = Figure(picture=picture, alt="x", max_width=60, max_height=40)
    buffer = io.BytesIO()
    write_pdf(Document(title="x", blocks=(figure,)), buffer)
    ((_, box),) = pdf_reading.picture_boxes(buffer.getvalue())
    assert box.width == pytest.approx(60 * MM, abs=0.1)
    assert box.height == pytest.approx(15 * MM, abs=0.1)
