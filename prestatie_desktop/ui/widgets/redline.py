"""What changed in a text: told by underline and strike-through as well as by colour."""

from collections.abc import Sequence
from html import escape
from typing import Literal

from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.tokens import FontRole, Palette
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

SegmentKind = Literal["same", "inserted", "deleted"]
Segment = tuple[str, SegmentKind]


def redline_html(segments: Sequence[Segment], palette: Palette) -> str:
    """The segments as HTML for a label or a document, in the colours of a palette."""
    lines = {"inserted": "underline", "deleted": "line-through"}
    parts = []
    for text, kind in segments:
        safe = escape(text).replace("\n", "<br>")
        if kind == "same":
            parts.append(safe)
            continue
        style = (
            f"color:{palette[kind]};background-color:{palette[f'{kind}_ground']};"
            f"text-decoration:{lines[kind]}"
        )
        parts.append(f'<span style="{style}">{safe}</span>')
    return "".join(parts)


def redline_words(segments: Sequence[Segment]) -> str:
    """The segments for a screen reader."""
    spoken: dict[SegmentKind, str] = {
        "same": "{}",
        "inserted": tr("[toegevoegd: {}]"),
        "deleted": tr("[vervallen: {}]"),
    }
    return " ".join(spoken[kind].format(text.strip()) for text, kind in segments if text.strip())


class RedlineView(Text):
    """A text with what was added and what was taken out."""

    def __init__(
        self,
        segments: Sequence[Segment] = (),
        role: FontRole = "ui",
        parent: QWidget | None = None,
    ) -> None:
        self._segments: tuple[Segment, ...] = ()
        super().__init__("", role, colour="ink2", wrap=True, rich=True, parent=parent)
        self.set_segments(segments)

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show another comparison."""
        self._segments = tuple(segments)
        self._restyle()

    def _restyle(self) -> None:
        super()._restyle()
        inside = redline_html(self._segments, theme().palette)
        self.set_text(f'<div style="line-height:128%">{inside}</div>' if inside else "")
        self.setAccessibleName(redline_words(self._segments))
