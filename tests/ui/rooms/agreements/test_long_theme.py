"""A theme with thousands of agreements: nothing jumps, and one change draws one row."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus
from prestatie_desktop.domain.identity import new_id
from prestatie_desktop.domain.rank import spread
from prestatie_desktop.journal.change import Added
from prestatie_desktop.journal.edits import agreements as edits
from prestatie_desktop.journal.edits import themes
from prestatie_desktop.journal.session import Act, Session
from prestatie_desktop.ui.rooms.agreements.room import AgreementsRoom
from tests.building import agreement, empty_session, theme
from tests.ui.driving import agreements as user
from tests.ui.rooms.agreements.conftest import OpenRoom

COUNT = 3_000


@pytest.fixture
def session() -> Session:
    """One theme with agreements of very different lengths."""
    session = empty_session()
    session.commit(themes.add_theme(session.dossier, "Wonen", number="1"))
    theme_id = theme(session, "1").id
    changes = tuple(
        Added(
            Agreement(
                id=new_id(),
                theme_id=theme_id,
                number=f"1.{at + 1}",
                heading="Kopje" if at % 3 == 0 else "",
                text=f"<p>{'Wij bouwen woningen in de wijk. ' * (1 + at * 7 % 19)}</p>",
                rank=rank,
            )
        )
        for at, rank in enumerate(spread(COUNT))
    )
    session.commit(Act(action="paste_rows", args={"count": str(COUNT)}, changes=changes))
    return session


class Painted(QObject):
    """How much of the page was drawn again."""

    def __init__(self, room: AgreementsRoom) -> None:
        super().__init__(room)
        self.highest = 0
        room.page.list.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.highest = max(self.highest, event.rect().height())
        return False


@pytest.fixture
def scrolled(open_room: OpenRoom, session: Session) -> AgreementsRoom:
    room = open_room(session)
    bar = room.page.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    return room


def top_row(room: AgreementsRoom) -> tuple[int, int]:
    """The first row that begins within the view, and where."""
    the_list, model = room.page.list, room.page.model
    for row in range(model.rowCount()):
        top = the_list.visualRect(model.index(row)).top()
        if top >= 0:
            return row, top
    raise AssertionError("nothing is in view")


def number_in(room: AgreementsRoom, row: int) -> str:
    return str(room.page.model.index(row).data()).split(" ")[0]


def test_what_one_reads_stays_where_it_is_while_the_page_is_scrolled_up(
    scrolled: AgreementsRoom,
) -> None:
    bar = scrolled.page.list.verticalScrollBar()
    for _ in range(30):
        row, top = top_row(scrolled)
        bar.setValue(bar.value() - 35)
        QApplication.processEvents()
        index = scrolled.page.model.index(row)
        assert scrolled.page.list.visualRect(index).top() == top + 35


def test_what_one_reads_stays_where_it_is_when_an_agreement_above_it_grows(
    scrolled: AgreementsRoom, session: Session
) -> None:
    before = top_row(scrolled)
    session.commit(
        edits.set_text(session.dossier, agreement(session, "1.5").id, f"<p>{'lang ' * 900}</p>")
    )
    QApplication.processEvents()
    assert top_row(scrolled) == before


def test_a_change_draws_one_row_and_not_the_page(
    scrolled: AgreementsRoom, session: Session
) -> None:
    row, _top = top_row(scrolled)
    number = number_in(scrolled, row)
    QTest.qWait(200)
    painted = Painted(scrolled)
    session.commit(
        edits.set_status(session.dossier, agreement(session, number).id, AgreementStatus.ON_HOLD)
    )
    QApplication.processEvents()
    index = scrolled.page.model.index(row)
    height = scrolled.page.list.visualRect(index).height()
    assert 0 < painted.highest <= height + 2 < scrolled.page.list.viewport().height()


def test_the_last_agreement_can_be_reached_and_is_wholly_in_view(
    open_room: OpenRoom, session: Session
) -> None:
    room = open_room(session)
    user.press_on_row(room, "End")
    assert user.chosen(room) == f"1.{COUNT}"
    rect = room.page.list.visualRect(room.page.list.currentIndex())
    assert rect.top() >= 0
    assert rect.bottom() <= room.page.list.viewport().height()
    assert room.page.card.geometry().top() >= rect.top()
    user.press_on_row(room, "Home")
    assert user.chosen(room) == "1.1"


def test_the_wheel_over_the_text_is_left_to_the_page(scrolled: AgreementsRoom) -> None:
    user.click_row(scrolled, number_in(scrolled, top_row(scrolled)[0]))
    bar = scrolled.page.list.verticalScrollBar()
    before = bar.value()
    editor = scrolled.page.card.editor.viewport()
    assert not wheel(editor).isAccepted()
    assert not wheel(scrolled.page.card).isAccepted()
    # Qt hands on only what comes from a real wheel; the page is what it comes to.
    assert wheel(scrolled.page.list.viewport()).isAccepted()
    assert bar.value() > before


def wheel(widget: QWidget) -> QWheelEvent:
    middle = widget.rect().center().toPointF()
    turn = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turn)
    return turn
