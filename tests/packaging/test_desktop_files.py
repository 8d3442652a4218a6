import configparser
import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import prestatie_desktop
from prestatie_desktop.storage.file_format import APPLICATION_ID, SUFFIX

PACKAGING = Path(__file__).parents[2] / "packaging"
PROJECT = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8"))
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"
MIME_TYPE = ET.parse(PACKAGING / "linux" / "prestatie-dossier.xml").getroot()[0]


def test_the_desktop_entry_opens_the_kind_of_file_that_the_mime_type_describes() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(PACKAGING / "linux" / "prestatie-desktop.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["MimeType"] == f"{MIME_TYPE.attrib['type']};"
    assert entry["Desktop Entry"]["Exec"].split() == [*PROJECT["project"]["scripts"], "%f"]


def test_the_mime_type_knows_a_dossier_by_its_name_and_its_header() -> None:
    names = [glob.get("pattern") for glob in MIME_TYPE.iter(f"{SPACE}glob")]
    numbers = [m.attrib for m in MIME_TYPE.iter(f"{SPACE}match") if m.get("type") == "big32"]
    assert names == [f"*{SUFFIX}"]
    # SQLite keeps the application id in bytes 68 to 71.
    assert numbers == [{"type": "big32", "offset": "68", "value": f"0x{APPLICATION_ID:08x}"}]


def test_every_place_that_names_the_version_names_the_same_one() -> None:
    installer = (PACKAGING / "windows" / "installer.iss").read_text(encoding="utf-8")
    named = re.search(r'#define Version "(.*)"', installer)
    assert named is not None
    assert named[1] == PROJECT["project"]["version"] == prestatie_desktop.__version__
