"""Logos and other pictures: checked once, when they come in, so that printing never fails on one."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prestatie_desktop.errors import UserError

if TYPE_CHECKING:
    from PIL import Image

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 40_000_000
PRINTED_EDGE = 1600
"""Pixels along the longest edge that paper can still show of a logo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A checked picture: the bytes of a PNG or JPEG file and its size in pixels."""

    data: bytes
    width: int
    height: int


def load_logo(data: bytes) -> Picture:
    """Check and bring to print size a picture a person chose.

    Raises `UserError` when it is too large, too many pixels, or no PNG or JPEG that can be read.
    """
    if len(data) > MAX_FILE_BYTES:
        raise UserError(
            f"Deze afbeelding is {len(data) // (1024 * 1024)} MB groot; "
            "een logo mag ten hoogste 20 MB zijn. Kies een kleiner bestand."
        )
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
            _check_pixels(opened.width, opened.height)
            jpeg = opened.format == "JPEG"
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((PRINTED_EDGE, PRINTED_EDGE))
            return _saved(upright, jpeg=jpeg)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UserError(
            "Deze afbeelding heeft te veel beeldpunten voor een logo (ten hoogste 40 miljoen). "
            "Kies een kleinere afbeelding."
        ) from None
    except UserError:
        raise
    except UnidentifiedImageError:
        raise UserError(
            "Dit bestand is geen PNG- of JPEG-afbeelding. Kies een logo in een van die vormen."
        ) from None
    # Pillow's readers raise many sorts of errors on a damaged file, even SyntaxError.
    except Exception as error:
        raise UserError(
            "Deze afbeelding is beschadigd en kan niet worden gelezen. Kies een ander bestand."
        ) from error


def _check_pixels(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise UserError(
            f"Deze afbeelding is {width} bij {height} beeldpunten; "
            "een logo mag er ten hoogste 40 miljoen hebben. Kies een kleinere afbeelding."
        )


def _saved(image: "Image.Image", *, jpeg: bool) -> Picture:
    """Save again: colours printers know, and none of the file's own metadata (place, camera)."""
    transparent = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    plain = image.convert("RGBA" if transparent else "RGB")
    plain.info.clear()
    buffer = io.BytesIO()
    if jpeg and not transparent:
        plain.save(buffer, "JPEG", quality=90)
    else:
        plain.save(buffer, "PNG")
    return Picture(data=buffer.getvalue(), width=plain.width, height=plain.height)
