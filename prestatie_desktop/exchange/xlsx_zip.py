"""A zip file that is the same to the byte for the same contents."""

import re
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# A number in a cell of text is meant so: no green corner, no offer to make a date of it.
_NO_CORNERS = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
)
_ABOUT = "docProps/core.xml"
_WHEN = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>")
_SHEET = "xl/worksheets/sheet"


class SettledZip(ZipFile):
    """What openpyxl writes a workbook into: no times, and sheets that leave our texts alone."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Add a part."""
        assert isinstance(zinfo_or_arcname, str)
        if zinfo_or_arcname == _ABOUT:
            data = _WHEN.sub(b"", data)
        info = ZipInfo(zinfo_or_arcname)
        info.external_attr = 0o600 << 16
        super().writestr(info, data, compress_type or ZIP_DEFLATED, compresslevel)

    def write(self, filename: Any, arcname: Any = None, *_: Any) -> None:
        """Add a part from a file of its own: a sheet."""
        data = Path(filename).read_bytes()
        if str(arcname).startswith(_SHEET):
            data = data.replace(b"</worksheet>", _NO_CORNERS + b"</worksheet>")
        self.writestr(str(arcname), data)
