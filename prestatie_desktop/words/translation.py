"""The hook for other languages: Dutch is the source, and what the program speaks without any."""

import gettext
from functools import cache

from prestatie_desktop.paths import resources


def tr(text: str) -> str:
    """The text in the user's language; the Dutch text itself where no translation exists."""
    return _catalogue().gettext(text)


@cache
def _catalogue() -> gettext.NullTranslations:
    folder = resources() / "translations"
    return gettext.translation("prestatie", str(folder), fallback=True)
