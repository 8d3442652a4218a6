"""A party's logo: choosing a picture, seeing it, taking it away."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.edits import parties
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.dialogs.problem import Problem
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import painting, plate
from prestatie_desktop.ui.look.tokens import RADIUS_CONTROL
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row, flow
from prestatie_desktop.words.translation import tr

_PNG = b"\x89PNG"


class LogoField(QWidget):
    """The picture and its two buttons."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._party_id: Id = ""
        self._shown: Id | None = None
        self._picture = _Picture()
        self.choose = Button(tr("Logo kiezen…"), "image-plus")
        self.remove = Button(tr("Weghalen"), "image-remove")
        self.problem = Problem()
        whole = Column(self, gap=6)
        line = Row(gap=10)
        line.addWidget(self._picture)
        line.addWidget(flow(self.choose, self.remove), 1)
        whole.add(line, self.problem)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: desk.bridge.do(parties.set_logo, self._party_id, None))

    def show_party(self, party: Party) -> None:
        """Show the logo of a party."""
        if party.id != self._party_id:
            self.problem.clear()
        self._party_id = party.id
        self.remove.setEnabled(bool(party.logo_id))
        if party.logo_id != self._shown:
            self._shown = party.logo_id
            self._picture.set_data(self._data(party.logo_id))
        words = tr("Logo van {name}") if party.logo_id else tr("{name} heeft nog geen logo")
        self._picture.setAccessibleName(words.format(name=party.name))

    def take(self, path: Path) -> bool:
        """Make a file the logo; says why when it cannot be."""
        self.problem.clear()
        try:
            logo = read_logo(path)
        except UserError as error:
            self.problem.show_at(None, str(error))
            return False
        return self._desk.bridge.do(parties.set_logo, self._party_id, logo) is not None

    def _choose(self) -> None:
        kinds = tr("Afbeeldingen (*.png *.jpg *.jpeg)")
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Logo kiezen"), "", kinds)
        if chosen:
            self.take(Path(chosen))

    def _data(self, logo_id: Id) -> bytes:
        if not logo_id:
            return b""
        try:
            return self._desk.bridge.session.store.blob(logo_id).data
        except KeyError:
            return b""


def read_logo(path: Path) -> Blob:
    """A logo from a file. Raises UserError for what is no picture, or far too large a file."""
    from prestatie_desktop.documents.pictures import MAX_FILE_BYTES, load_logo

    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise UserError(
                tr(
                    "Deze afbeelding is {size} MB groot; een logo mag ten hoogste 20 MB zijn. "
                    "Kies een kleiner bestand."
                ).format(size=size // (1024 * 1024))
            )
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            tr("Het bestand {name} kan niet worden gelezen; kies een ander bestand.").format(
                name=path.name
            )
        ) from error
    picture = load_logo(data)
    return Blob(picture.data, "image/png" if picture.data.startswith(_PNG) else "image/jpeg")


class _Picture(QWidget):
    """On white, as it will be on paper."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self.updateGeometry)

    def set_data(self, data: bytes) -> None:
        self._pixmap = QPixmap()
        if data:
            self._pixmap.loadFromData(data)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(132), theme().px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with painting(self) as painter:
            if self._pixmap.isNull():
                plate(painter, rect, RADIUS_CONTROL, edge="line", dashed=True)
                paint_glyph(painter, rect, "image-outline", "ink3", size=26)
                return
            plate(painter, rect, RADIUS_CONTROL, fill="paper", edge="line")
            inside = rect.adjusted(6, 6, -6, -6)
            size = self._pixmap.size().scaled(
                inside.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(inside.center())
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
