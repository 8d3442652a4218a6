import configparser
import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import prestatie_desktop

PACKAGING = Path(__file__).parents[2] / "packaging"
PROJECT = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8"))
MIME_TYPE = "{http://www.freedesktop.org/standards/shared-mime-info}mime-type"


def test_the_desktop_entry_opens_the_kind_of_file_that_the_mime_type_describes() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(PACKAGING / "linux" / "prestatie-desktop.desktop", encoding="utf-8")
    described = ET.parse(PACKAGING / "linux" / "prestatie-dossier.xml").getroot().find(MIME_TYPE)
    assert described is not None
    assert entry["Desktop Entry"]["MimeType"] == f"{described.get('type')};"
    assert entry["Desktop Entry"]["Exec"].split() == [*PROJECT["project"]["scripts"], "%f"]


def test_every_place_that_names_the_version_names_the_same_one() -> None:
    installer = (PACKAGING / "windows" / "installer.iss").read_text(encoding="utf-8")
    named = re.search(r'#define Version "(.*)"', installer)
    assert named is not None
    assert named[1] == PROJECT["project"]["version"] == prestatie_desktop.__version__
