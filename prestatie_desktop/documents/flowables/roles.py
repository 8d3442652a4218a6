"""The parties of an agreement behind their lettered squares: T filled, B outlined, ? dashed."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.flowables import Flowable

from prestatie_desktop.documents import fonts, style
from prestatie_desktop.documents.blocks import RoleBadge, RoleMark
from prestatie_desktop.documents.flowables.marks import Mark, marked
from prestatie_desktop.documents.flowables.piece import Piece

_SIZE = 9
_LINE = 14.5
_BADGE = 10.5
_TO_NAME = 4
_BETWEEN = 12


class RolesPiece(Piece):
    """Roles in lines, cut between lines when a page ends."""

    def __init__(self, roles: Sequence[RoleMark], block: object) -> None:
        super().__init__()
        self.roles = roles
        self.mark = Mark(
            role="P",
            block=block,
            alt=", ".join(f"{role.label}: {role.party}" for role in roles),
        )
        self.lines: list[list[tuple[float, RoleMark | None, str]]] = []
        self.height = 0.0

    def getSpaceBefore(self) -> float:
        """Stay close to the text, but not in its list."""
        return 4

    def wrap(self, aW: float, _height: float) -> tuple[float, float]:
        """Put the roles in lines of this width."""
        if not self.lines:
            self.lines = _lines(self.roles, aW)
        self.height = _LINE * len(self.lines)
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Cut between two lines."""
        self.wrap(aW, aH)
        fits = int(aH // _LINE)
        if not 0 < fits < len(self.lines):
            return []
        halves = []
        for lines in (self.lines[:fits], self.lines[fits:]):
            half = RolesPiece(self.roles, self.mark.block)
            half.mark = self.mark
            half.lines = lines
            halves.append(half)
        return [*halves]

    def draw(self) -> None:
        """Draw badges and names."""
        with marked(self.canv, self.mark):
            for number, line in enumerate(self.lines):
                y = self.height - number * _LINE - 11
                for x, role, name in line:
                    if role:
                        self._draw_badge(role.badge, x, y)
                    self._draw_name(role, name, x + _BADGE + _TO_NAME, y)

    def _draw_badge(self, badge: RoleBadge, x: float, y: float) -> None:
        canvas = self.canv
        filled = badge is RoleBadge.LEAD
        canvas.saveState()
        canvas.setLineWidth(0.8)
        if badge is RoleBadge.UNKNOWN_LEAD:
            canvas.setDash(1.6, 1.3)
        canvas.setStrokeColor(HexColor(style.ACCENT))
        canvas.setFillColor(HexColor(style.ACCENT if filled else style.WHITE))
        canvas.roundRect(x + 0.4, y - 2.1, _BADGE, _BADGE, 2.2, fill=int(filled))
        canvas.setFillColor(HexColor(style.WHITE if filled else style.ACCENT))
        canvas.setFont(fonts.SEMIBOLD, 7.5)
        canvas.drawCentredString(x + 0.4 + _BADGE / 2, y + 0.55, badge.value)
        canvas.restoreState()

    def _draw_name(self, role: RoleMark | None, name: str, x: float, y: float) -> None:
        leads = role is not None and role.badge is RoleBadge.LEAD
        self.canv.setFont(_font(leads=leads), _SIZE)
        self.canv.setFillColor(HexColor(style.INK if leads else style.INK_SOFT))
        self.canv.drawString(x, y, name)


def _font(*, leads: bool) -> str:
    return fonts.SEMIBOLD if leads else fonts.REGULAR


def _lines(
    roles: Sequence[RoleMark], width: float
) -> list[list[tuple[float, RoleMark | None, str]]]:
    """Where each badge and name stands; a name too long for a line continues on the next."""
    lines: list[list[tuple[float, RoleMark | None, str]]] = [[]]
    x = 0.0
    beside = width - _BADGE - _TO_NAME
    for role in roles:
        font = _font(leads=role.badge is RoleBadge.LEAD)
        name = " ".join(fonts.printable(role.party, font).split())
        wide = stringWidth(name, font, _SIZE)
        if x and x + _BADGE + _TO_NAME + wide > width:
            lines.append([])
            x = 0.0
        first, *more = [name] if wide <= beside else _broken(name, font, beside)
        lines[-1].append((x, role, first))
        lines.extend([(0.0, None, part)] for part in more)
        x += _BADGE + _TO_NAME + stringWidth((more or [first])[-1], font, _SIZE) + _BETWEEN
    return lines


def _broken(name: str, font: str, width: float) -> list[str]:
    """The name in lines of this width, cut inside a word when one word is too long."""
    lines: list[str] = []
    for line in simpleSplit(name, font, _SIZE, width):
        rest = line
        while stringWidth(rest, font, _SIZE) > width and len(rest) > 1:
            fits = max(1, int(len(rest) * width / stringWidth(rest, font, _SIZE)))
            while fits > 1 and stringWidth(rest[:fits], font, _SIZE) > width:
                fits -= 1
            lines.append(rest[:fits])
            rest = rest[fits:]
        lines.append(rest)
    return lines or [""]
