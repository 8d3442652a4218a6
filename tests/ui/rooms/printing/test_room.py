"""The print room shows, saves and prints what is in the dossier."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.signing import SignatureSheet
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.edits import agreements, bods, editions, parties, signing
from prestatie_desktop.journal.session import Session
from prestatie_desktop.notes.own_notes import Notes
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.printing.pages import page_image, read_pages
from prestatie_desktop.ui.rooms.printing.preview import Zoom
from prestatie_desktop.ui.rooms.printing.printer import chosen_pages, make_printer, print_pages
from prestatie_desktop.ui.rooms.printing.room import PrintingRoom
from prestatie_desktop.ui.settings import Settings
from tests.building import SECRETARY, agreement, party
from tests.documents import pdf_reading
from tests.documents.compose.dossiers import adopted_session, signing_session
from tests.ui.driving import printing as user
from tests.ui.driving.keys import press


class Heard(QObject):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.refused: list[str] = []
        self.happened: list[str] = []
        desk.bridge.refused.connect(self.refused.append)
        desk.happened.connect(lambda text, _undoable: self.happened.append(text))


def open_room(qtbot: QtBot, tmp_path: Path, session: Session) -> PrintingRoom:
    desk = Desk(session, Notes("dossier", tmp_path), Settings(tmp_path))
    room = PrintingRoom(desk)
    desk.setParent(room)
    qtbot.addWidget(room)
    room.resize(1200, 800)
    room.show()
    qtbot.waitExposed(room)
    return room


@pytest.fixture
def session() -> Session:
    return adopted_session()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, session: Session) -> Iterator[PrintingRoom]:
    room = open_room(qtbot, tmp_path, session)
    user.wait_for_pages(room)
    yield room
    room.desk.bridge.close()


def sign(session: Session, name: str) -> None:
    one = party(session, name)
    sheet = session.dossier.of(SignatureSheet, "party_id", one.id)[-1]
    session.commit(
        editions.register_signature(
            session.dossier, SECRETARY, sheet.id, "Iemand", date(2025, 11, 19), place="Veldhoven"
        )
    )


def test_the_list_says_how_far_every_party_is(room: PrintingRoom, session: Session) -> None:
    sign(session, "Gemeente Veldhoven")
    year = "" if date.today().year == 2025 else " 2025"  # noqa: DTZ011
    user.wait_until(lambda: f"Getekend 19 nov{year}" in " ".join(user.documents(room)))

    assert user.documents(room) == [
        "Gezamenlijk blad, 1 bladzijde, 4 partijen, 1 van 4 getekend",
        f"Gemeente Veldhoven, 1 bladzijde, Getekend 19 nov{year}",
        "Woonhuis, 1 bladzijde, Nog niet getekend",
        "Thuisborg, 1 bladzijde, Geen ondertekenaar",
        "Huurders Woonhuis, 1 bladzijde, Geen ondertekenaar",
    ]


def test_it_opens_on_the_first_sheet_that_is_still_to_be_signed(
    qtbot: QtBot, tmp_path: Path, session: Session
) -> None:
    sign(session, "Gemeente Veldhoven")

    assert user.in_view(open_room(qtbot, tmp_path, session)) == "Woonhuis"


def test_only_who_still_has_to_sign_is_printed_until_told_otherwise(
    room: PrintingRoom, session: Session
) -> None:
    sign(session, "Gemeente Veldhoven")
    user.wait_until(lambda: "Alleen wie nog moet tekenen (3)" in user.boxes(room))
    user.wait_for_pages(room)
    assert user.summary(room) == "3 bladen, 3 bladzijden"

    user.tick(room, "Gezamenlijk blad")
    assert user.summary(room) == "4 bladen, 4 bladzijden"
    user.tick(room, "Alleen wie nog moet tekenen")
    assert user.summary(room) == "5 bladen, 5 bladzijden"
    user.tick(room, "Alleen het gekozen blad")
    assert user.summary(room) == "1 blad, 1 bladzijde"


def test_without_a_signatory_it_warns_and_does_not_block(room: PrintingRoom) -> None:
    assert user.warnings(room) == [
        "2 partijen hebben nog geen ondertekenaar. Hun bladen krijgen een lege naamregel."
    ]
    assert user.button(room, "Opslaan").isEnabled()


def test_a_sheet_on_an_earlier_text_says_so_and_is_printed_as_it_was_issued(
    room: PrintingRoom, session: Session, tmp_path: Path
) -> None:
    sign(session, "Woonhuis")
    item = agreement(session, "1.7")
    session.commit(agreements.set_text(session.dossier, item.id, "<p>Nu vijftig woningen.</p>"))
    user.wait_until(lambda: any("Op eerdere tekst" in line for line in user.documents(room)))

    assert user.offered(room, "Versie") == ["Huidig concept", "Vastgestelde versie 1"]
    user.choose(room, "Versie", "Vastgestelde versie 1")
    assert any("De tekst is na deze versie gewijzigd" in words for words in user.warnings(room))
    user.choose_document(room, "Woonhuis")
    user.tick(room, "Alleen het gekozen blad")
    room.save_in_one(tmp_path / "blad.pdf")
    user.wait_until((tmp_path / "blad.pdf").exists)

    text = pdf_reading.whole_text((tmp_path / "blad.pdf").read_bytes())
    assert "Woonhuis bouwt ruim 40 woningen" in text
    assert "CONCEPT" not in text


def test_a_dossier_that_was_never_adopted_has_a_concept_only(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_room(qtbot, tmp_path, signing_session())

    assert user.offered(room, "Versie") == ["Huidig concept"]
    assert user.warnings(room)[0].startswith("Dit is een concept")


def test_pages_are_turned_and_enlarged_with_the_keyboard(room: PrintingRoom) -> None:
    user.choose(room, "Document", "Volledige tekst")
    user.wait_until(lambda: room.preview.page_count > 2)
    total = room.preview.page_count
    assert user.page_place(room) == f"Bladzijde 1 van {total}"

    press(room.preview, "PgDown")
    assert user.page_place(room) == f"Bladzijde 2 van {total}"
    press(room.preview, "End")
    press(room.preview, "PgDown")
    assert user.page_place(room) == f"Bladzijde {total} van {total}"
    press(room.preview, "Home")
    press(room.preview, "PgUp")
    assert room.preview.page == 1

    whole = room.preview.percent
    press(room.preview, "+")
    assert room.preview.percent > whole
    press(room.preview, "0")
    assert (room.preview.zoom, room.preview.percent) == (Zoom.PAGE, whole)


def test_ctrl_and_the_wheel_enlarge_the_page(room: PrintingRoom) -> None:
    before = room.preview.percent
    turn = QWheelEvent(
        room.preview.rect().center().toPointF(),
        room.preview.mapToGlobal(room.preview.rect().center()).toPointF(),
        room.preview.rect().topLeft(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(room.preview.viewport(), turn)

    assert room.preview.percent > before
    assert room.preview.zoom is Zoom.FREE


def test_the_page_in_view_is_the_very_page_that_is_saved(
    room: PrintingRoom, tmp_path: Path
) -> None:
    user.choose_document(room, "Woonhuis")
    user.tick(room, "Alleen het gekozen blad")
    room.save_in_one(tmp_path / "blad.pdf")
    user.wait_until((tmp_path / "blad.pdf").exists)

    saved = read_pages((tmp_path / "blad.pdf").read_bytes())
    shown = room._documents.get(room.list.current_key())
    assert shown is not None
    assert page_image(saved, 0, 1.0) == page_image(shown.pages, 0, 1.0)


def test_all_parties_at_once_go_to_a_folder_and_the_window_says_so(
    room: PrintingRoom, tmp_path: Path
) -> None:
    heard = Heard(room.desk)
    user.tick(room, "Gezamenlijk blad")

    room.save_in_folder(tmp_path / "bladen")
    assert room.choices.progress.isVisible()
    assert not user.button(room, "Opslaan").isEnabled()
    user.wait_until(lambda: bool(heard.happened))

    assert heard.happened == ["5 bestanden opgeslagen in bladen"]
    assert len(list((tmp_path / "bladen").glob("*.pdf"))) == 5
    user.wait_until(lambda: not room.choices.progress.isVisible())
    assert user.button(room, "Opslaan").isEnabled()


def test_stopping_keeps_finished_files_and_says_so(room: PrintingRoom, tmp_path: Path) -> None:
    heard = Heard(room.desk)
    room.save_in_folder(tmp_path / "bladen")

    room.choices.progress.stop_button().click()
    user.wait_until(lambda: bool(heard.happened))

    assert heard.happened[0].startswith("Gestopt")
    for path in (tmp_path / "bladen").glob("*"):
        assert pdf_reading.page_sizes(path.read_bytes())


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(
    room: PrintingRoom, tmp_path: Path
) -> None:
    heard = Heard(room.desk)
    (tmp_path / "bestand").write_text("")

    room.save_in_folder(tmp_path / "bestand")
    user.wait_until(lambda: bool(heard.refused))

    assert "geen map" in heard.refused[0]
    assert heard.happened == []


def test_the_dossier_can_be_changed_while_it_is_being_saved(
    room: PrintingRoom, session: Session, tmp_path: Path
) -> None:
    heard = Heard(room.desk)
    room.save_in_folder(tmp_path / "bladen")

    item = agreement(session, "1.7")
    room.desk.bridge.do(agreements.set_text, item.id, "<p>Intussen gewijzigd.</p>")
    user.wait_until(lambda: bool(heard.happened))

    for path in (tmp_path / "bladen").glob("*.pdf"):
        assert "Intussen gewijzigd" not in pdf_reading.whole_text(path.read_bytes())


def test_bods_can_be_printed_as_they_were_handed_in(
    qtbot: QtBot, tmp_path: Path, session: Session
) -> None:
    woonhuis = party(session, "Woonhuis")
    session.commit(bods.submit_bod(session.dossier, SECRETARY, woonhuis.id, date(2025, 6, 27)))
    room = open_room(qtbot, tmp_path, session)

    room.show_side("bod")
    user.wait_for_pages(room)

    assert user.offered(room, "Versie") == ["Zoals ingediend", "Huidig concept"]
    assert [line.split(",")[0] for line in user.documents(room)] == ["Woonhuis", "Thuisborg"]
    assert "Ingediend 27 jun" in user.documents(room)[0]
    assert user.documents(room)[1].endswith("Nog niet ingediend")


def test_a_new_party_gets_its_sheet_without_reopening(qtbot: QtBot, tmp_path: Path) -> None:
    session = signing_session()
    room = open_room(qtbot, tmp_path, session)

    session.commit(parties.add_party(session.dossier, "Nieuwkomer", PartyKind.CORPORATION))
    user.wait_until(lambda: any(d.startswith("Nieuwkomer") for d in user.documents(room)))


def test_a_signatory_named_later_takes_the_warning_away(
    room: PrintingRoom, session: Session
) -> None:
    for name in ("Thuisborg", "Huurders Woonhuis"):
        one = party(session, name)
        session.commit(signing.add_signatory(session.dossier, one.id, "N. Nieuw"))

    user.wait_until(lambda: user.warnings(room) == [])


def test_closing_the_room_while_it_works_ends_quietly(
    qtbot: QtBot, tmp_path: Path, session: Session
) -> None:
    room = open_room(qtbot, tmp_path, session)
    room.save_in_folder(tmp_path / "bladen")
    gone: list[bool] = []
    room.destroyed.connect(lambda: gone.append(True))

    room.deleteLater()

    user.wait_until(lambda: bool(gone))


def test_pages_go_to_the_printer_as_they_are_on_the_screen(
    room: PrintingRoom, tmp_path: Path
) -> None:
    shown = room._documents.get(room.list.current_key())
    assert shown is not None
    printer = make_printer("", "Proef")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    printer.setResolution(150)
    steps: list[tuple[str, int, int]] = []

    count = print_pages(
        printer, [shown.pages, shown.pages], lambda *step: steps.append(step), lambda: False
    )

    paper = read_pages((tmp_path / "papier.pdf").read_bytes())
    assert (count, paper.count) == (2, 2)
    assert paper.sizes[0] == pytest.approx(shown.pages.sizes[0], abs=1)
    assert steps[0] == ("Bladzijde 1 van 2", 0, 2)
    # Made smaller, a hairline of a picture fades more than one that is drawn.
    ink = [_ink(page_image(pages, 0, 2)) for pages in (paper, shown.pages)]
    assert ink[0] == pytest.approx(ink[1], rel=0.15)


def _ink(image: QImage) -> int:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(255 - value for value in bytes(grey.constBits()))


def test_only_the_pages_in_the_printer_s_range_go_to_it(room: PrintingRoom, tmp_path: Path) -> None:
    user.choose(room, "Document", "Volledige tekst")
    user.wait_until(lambda: room.preview.page_count > 3)
    shown = room._documents.get(room.list.current_key())
    assert shown is not None
    printer = make_printer("", "Proef")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    printer.setResolution(72)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)

    count = print_pages(printer, [shown.pages], lambda *_: None, lambda: False)

    assert count == read_pages((tmp_path / "papier.pdf").read_bytes()).count == 2


def test_a_page_range_counts_through_all_documents(room: PrintingRoom) -> None:
    shown = room._documents.get(room.list.current_key())
    assert shown is not None
    two = [shown.pages, shown.pages]

    assert chosen_pages(two, 0, 0) == [(shown.pages, 0), (shown.pages, 0)]
    assert chosen_pages(two, 2, 2) == [(shown.pages, 0)]
    assert chosen_pages(two, 2, 9) == [(shown.pages, 0)]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.qt_log_ignore(".*")
def test_a_printer_that_takes_nothing_is_told_in_one_sentence(
    room: PrintingRoom, tmp_path: Path
) -> None:
    shown = room._documents.get(room.list.current_key())
    assert shown is not None
    printer = make_printer("", "Proef")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "geen" / "map" / "papier.pdf"))

    with pytest.raises(UserError, match="neemt de opdracht niet aan"):
        print_pages(printer, [shown.pages], lambda *_: None, lambda: False)


def test_without_a_printer_it_says_so_and_offers_pdf(room: PrintingRoom) -> None:
    user.wait_until(lambda: room.choices.printer.currentText() != "Printers zoeken…")

    if room.choices.printer.isEnabled():
        pytest.skip("this computer has a printer")
    assert room.choices.printer.currentText() == "Geen printer gevonden"
    assert not user.button(room, "Afdrukken").isEnabled()
    assert user.button(room, "Opslaan").isEnabled()


def test_in_a_narrow_room_the_document_in_view_is_chosen_from_a_list(room: PrintingRoom) -> None:
    assert not room.choices.in_view.isVisible()
    room.resize(700, 700)
    user.settle()
    assert room.choices.in_view.isVisible()
    assert not room.list.isVisible()

    box = room.choices.in_view
    assert box.currentText() == "Gemeente Veldhoven: Nog niet getekend"
    box.setFocus()
    press(box, "Down")

    assert user.in_view(room) == "Woonhuis"
