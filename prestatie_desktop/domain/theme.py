"""A theme: one chapter of the agreements, one tab of the window."""

from dataclasses import dataclass, field

from prestatie_desktop.domain.entity import Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Entity):
    """A chapter: its number, title, the short name on its tab and its introduction."""

    number: str
    title: str
    short_title: str = ""
    introduction: str = field(default="", metadata={"text": True})
    rank: str

    @property
    def tab_name(self) -> str:
        """What stands on the tab."""
        return self.short_title or self.title
