"""One clear sentence that must be read before going on."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.words.translation import tr

#: A sentence holds file names and names of parties; what is longer than this is no sentence.
_LONGEST = 700


class SentenceDialog(Dialog):
    """A sentence and a button."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Dat kan niet"), breakable(sentence), parent=parent)
        self.setAccessibleDescription(sentence)
        self.add_button(tr("Sluiten"), default=True).setFocus()


def tell(parent: QWidget | None, sentence: str) -> None:
    """Say it in a small window of its own; Enter, Esc and Space close it."""
    dialog = SentenceDialog(sentence, parent)
    dialog.exec()
    dialog.deleteLater()


def breakable(sentence: str) -> str:
    """The sentence with long paths and names made to fit: they may break at every slash."""
    short = sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST]}…"
    words = (_broken(word) for word in short.split(" "))
    return " ".join(words)


def _broken(word: str) -> str:
    for sign in ("/", "\\"):
        word = word.replace(sign, f"{sign}\u200b")
    parts = word.split("\u200b")
    return "\u200b".join(
        "\u200b".join(part[at : at + 30] for at in range(0, len(part), 30)) for part in parts
    )
