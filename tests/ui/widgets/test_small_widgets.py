import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.look.states import ROLE_WORD, SIGN_WORD, STATUS
from prestatie_desktop.ui.look.theme import Appearance, Theme
from prestatie_desktop.ui.look.tokens import DARK, LIGHT
from prestatie_desktop.ui.widgets.badge import Chip, RoleBadge, SignMark, StatusBadge
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form, SearchBox
from prestatie_desktop.ui.widgets.figures import Segments, StatCard
from prestatie_desktop.ui.widgets.filter_chip import ChipChoice, FilterChip
from prestatie_desktop.ui.widgets.folding import FoldingSection
from prestatie_desktop.ui.widgets.layouts import column, flow
from prestatie_desktop.ui.widgets.notice import EmptyState, Notice
from prestatie_desktop.ui.widgets.panel import Card, Panel
from prestatie_desktop.ui.widgets.progress import ProgressPanel
from prestatie_desktop.ui.widgets.redline import RedlineView
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from tests.ui.widgets.keys import press

CHOICES: list[tuple[str, str, str | None]] = [
    ("new", "Nieuwbouw 9", "home-plus-outline"),
    ("old", "Sloop 3", None),
]


def _heard(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _seen(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


# Words


def test_cut_off_words_are_in_the_tooltip_and_words_that_fit_are_not(qtbot: QtBot) -> None:
    label = Text("Stichting Huurdersbelangen Voerendaal", elide=True)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == "Stichting Huurdersbelangen Voerendaal"
    label.resize(600, 20)
    label.grab()
    assert label.toolTip() == ""


def test_a_paragraph_takes_the_height_it_needs(qtbot: QtBot) -> None:
    label = Text("Gemeente en corporaties. " * 20, "read", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > 2 * label.heightForWidth(600)


def test_plain_words_are_never_read_as_markup(qtbot: QtBot) -> None:
    label = Text("<b>vet</b> & meer", "read", wrap=True)
    qtbot.addWidget(label)
    assert _heard(label) == "<b>vet</b> & meer"


# Buttons


@pytest.mark.parametrize("variant", ["normal", "primary", "link", "big", "big_primary"])
def test_the_words_of_a_button_always_fit_and_the_focus_is_seen(
    qtbot: QtBot, look: Theme, variant: str
) -> None:
    button = Button("Ondertekening vastleggen", "draw-pen", variant=variant)  # type: ignore[arg-type]
    other = Button("Annuleren")
    holder = column(button, other)
    _seen(qtbot, holder)
    words = button.fontMetrics().horizontalAdvance("Ondertekening vastleggen")
    assert button.minimumSizeHint().width() > words + look.px(18)
    other.setFocus()
    without = button.grab().toImage()
    button.setFocus()
    assert button.hasFocus()
    assert button.grab().toImage() != without


def test_a_tool_says_does_and_allows_what_its_action_does(qtbot: QtBot) -> None:
    action = QAction("&Ongedaan maken: tekst 1.11")
    action.setShortcut("Ctrl+Z")
    tool = Tool("undo", action=action)
    qtbot.addWidget(tool)
    assert tool.toolTip() == "Ongedaan maken: tekst 1.11 (Ctrl+Z)"
    assert _heard(tool) == "Ongedaan maken: tekst 1.11"
    action.setEnabled(False)
    action.setText("Ongedaan maken")
    assert not tool.isEnabled()
    assert tool.toolTip() == "Ongedaan maken (Ctrl+Z)"


# Chips and badges


def test_a_filter_turns_on_and_off_with_the_keyboard_and_keeps_its_size(qtbot: QtBot) -> None:
    chip = FilterChip("Alleen afwijkingen 6")
    _seen(qtbot, chip)
    size = chip.sizeHint()
    with qtbot.waitSignal(chip.toggled):
        press(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.sizeHint() == size
    assert QAccessible.queryAccessibleInterface(chip).state().checked


def test_of_a_choice_one_is_on_and_a_click_tells_which(qtbot: QtBot) -> None:
    choice = ChipChoice()
    qtbot.addWidget(choice)
    choice.set_choices(CHOICES, "new")
    assert choice.current() == "new"
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.mouseClick(choice.chip("old"), Qt.MouseButton.LeftButton)
    assert told.args == ["old"]
    assert not choice.chip("new").isChecked()


def test_arrows_move_a_choice(qtbot: QtBot) -> None:
    choice = ChipChoice()
    choice.set_choices(CHOICES, "new")
    choice.resize(600, 40)
    _seen(qtbot, choice)
    choice.chip("new").setFocus()
    with qtbot.waitSignal(choice.chosen) as told:
        press(choice.chip("new"), Qt.Key.Key_Right)
    assert told.args == ["old"]
    assert choice.chip("old").hasFocus()


def test_new_counts_keep_the_chips_that_were_there(qtbot: QtBot) -> None:
    choice = ChipChoice()
    qtbot.addWidget(choice)
    choice.set_choices(CHOICES, "new")
    before = choice.chip("new")
    choice.set_choices([("new", "Nieuwbouw 10", None), ("old", "Sloop 3", None)], "old")
    assert choice.chip("new") is before
    assert before.text() == "Nieuwbouw 10"
    assert choice.current() == "old"


@pytest.mark.parametrize("status", STATUS)
def test_every_status_is_a_word_and_never_colour_alone(qtbot: QtBot, status: str) -> None:
    badge = StatusBadge(status)
    qtbot.addWidget(badge)
    assert _heard(badge) == STATUS[status].word
    assert STATUS[status].glyph


def test_a_badge_can_show_another_status(qtbot: QtBot) -> None:
    badge = StatusBadge("voorstel")
    qtbot.addWidget(badge)
    badge.set_status("aangehouden")
    assert _heard(badge) == "Aangehouden"


def test_roles_and_signing_are_told_apart_without_colour(qtbot: QtBot) -> None:
    marks = [RoleBadge(role) for role in ROLE_WORD] + [SignMark(state, "") for state in SIGN_WORD]
    for mark in marks:
        qtbot.addWidget(mark)
        mark.resize(30, 26)
    grey = [
        mark.grab().toImage().convertToFormat(mark.grab().toImage().Format.Format_Grayscale8)
        for mark in marks
    ]
    assert all(one != other for at, one in enumerate(grey) for other in grey[:at])


def test_a_screen_reader_hears_the_party_with_its_role(qtbot: QtBot) -> None:
    role, sign = RoleBadge("unknown_lead", "Weller"), SignMark("stale", "Wonen Zuid")
    qtbot.addWidget(role)
    qtbot.addWidget(sign)
    assert _heard(role) == "Trekker onbekend: Weller"
    assert _heard(sign) == "Wonen Zuid: Op eerdere tekst"


def test_a_mark_can_show_another_state(qtbot: QtBot) -> None:
    role, sign = RoleBadge("involved", "Weller"), SignMark("signs", "Weller")
    qtbot.addWidget(role)
    qtbot.addWidget(sign)
    role.set_role("lead", "Wonen Zuid")
    sign.set_sign("signed", "Wonen Zuid")
    assert _heard(role) == "Trekker: Wonen Zuid"
    assert _heard(sign) == "Wonen Zuid: Getekend"


def test_a_long_name_in_a_badge_is_in_its_tooltip(qtbot: QtBot) -> None:
    badge = RoleBadge("involved", "Stichting Huurdersbelangen Voerendaal")
    qtbot.addWidget(badge)
    badge.resize(90, 26)
    badge.grab()
    assert badge.toolTip() == "Stichting Huurdersbelangen Voerendaal"


def test_chips_that_do_not_fit_beside_each_other_wrap(qtbot: QtBot) -> None:
    line = flow(*(Chip(f"Renovatie {count}", "tools") for count in range(6)))
    qtbot.addWidget(line)
    assert line.heightForWidth(200) >= 3 * line.heightForWidth(2000)


def test_in_a_scrolled_page_wrapped_chips_are_never_cut(qtbot: QtBot, look: Theme) -> None:
    look.set_scale(2.0)
    chips = [Chip(f"Renovatie {count}", "tools") for count in range(8)]
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setWidget(column(flow(*chips), Text("eronder")))
    page.resize(400, 200)
    _seen(qtbot, page)
    holder = chips[0].parentWidget()
    assert holder is not None
    assert max(chip.geometry().bottom() for chip in chips) < holder.height()


# Panels


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_clickable_card_is_a_button(qtbot: QtBot, key: Qt.Key) -> None:
    card = Card(Text("Heerlen 2024"), clickable=True)
    _seen(qtbot, card)
    with qtbot.waitSignal(card.clicked):
        press(card, key)
    with qtbot.waitSignal(card.clicked):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)


def test_a_plain_card_takes_no_focus(qtbot: QtBot) -> None:
    card = Card(Text("Heerlen 2024"))
    qtbot.addWidget(card)
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_choosing_an_item_moves_nothing(qtbot: QtBot) -> None:
    text = Text("1.11")
    panel = Panel("item", text, margins=(16, 14, 14, 12))
    _seen(qtbot, panel)
    before, height = text.pos(), panel.sizeHint().height()
    panel.set_kind("chosen")
    assert text.pos() == before
    assert panel.sizeHint().height() == height


# Fields


def test_a_field_has_its_name_as_label(qtbot: QtBot) -> None:
    form, field = Form(), Field("Heel 2024")
    qtbot.addWidget(form)
    label = form.add_row("&Planning", field, "Wanneer het klaar is")
    assert label.buddy() is field
    assert _heard(field) == "Planning"
    assert field.accessibleDescription() == "Wanneer het klaar is"


def test_a_wrong_field_says_why(qtbot: QtBot) -> None:
    field = Field("31-02-2024")
    qtbot.addWidget(field)
    field.set_bad("31 februari bestaat niet")
    assert field.toolTip() == "31 februari bestaat niet"
    field.set_bad("")
    assert field.toolTip() == ""


def test_a_choice_gives_keys_and_is_filled_in_silence(qtbot: QtBot) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    with qtbot.assertNotEmitted(combo.currentIndexChanged):
        combo.set_choices([("a", "Een"), ("b", "Twee")], "b")
    assert combo.current_key() == "b"
    combo.set_choices([])
    assert combo.current_key() == ""


def test_search_asks_with_enter_empties_with_escape_and_then_leaves(qtbot: QtBot) -> None:
    box = SearchBox()
    _seen(qtbot, box)
    QTest.keyClicks(box, "hees")
    with qtbot.waitSignal(box.asked) as told:
        press(box, Qt.Key.Key_Return)
    assert told.args == ["hees"]
    press(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    with qtbot.waitSignal(box.left):
        press(box, Qt.Key.Key_Escape)


# Sections, progress, notices


def test_a_section_folds_with_the_keyboard(qtbot: QtBot) -> None:
    inside = Text("Wonen Zuid")
    section = FoldingSection("Partijen", inside)
    _seen(qtbot, section)
    with qtbot.waitSignal(section.folded) as told:
        press(section.head(), Qt.Key.Key_Left)
    assert told.args == [True]
    assert not inside.isVisible()
    press(section.head(), Qt.Key.Key_Return)
    assert inside.isVisible()


def test_a_section_may_begin_folded(qtbot: QtBot) -> None:
    section = FoldingSection("Geschiedenis", Text("14 nov"), folded=True)
    qtbot.addWidget(section)
    assert section.is_folded()


def test_stopping_is_asked_once(qtbot: QtBot) -> None:
    panel = ProgressPanel()
    qtbot.addWidget(panel)
    panel.set_progress("Blad 6 van 11", 6, 11)
    with qtbot.waitSignal(panel.stopped):
        panel.stop_button().click()
    assert not panel.stop_button().isEnabled()
    panel.restart()
    assert panel.stop_button().isEnabled()


def test_a_notice_says_all_of_it_and_tells_which_action(qtbot: QtBot) -> None:
    notice = Notice("warn", "Volgende stap", "Tekende 12 nov.", actions=("Verschil", "Nieuw blad"))
    qtbot.addWidget(notice)
    assert _heard(notice) == "Volgende stap. Tekende 12 nov."
    with qtbot.waitSignal(notice.acted) as told:
        notice.buttons[1].click()
    assert told.args == [1]


def test_a_narrow_notice_puts_its_actions_under_its_words(qtbot: QtBot) -> None:
    notice = Notice("bad", "Er is iets", actions=("Verschil bekijken", "Nieuw blad"))
    _seen(qtbot, notice)
    notice.resize(900, 100)
    qtbot.waitUntil(lambda: notice.buttons[0].mapTo(notice, QPoint(0, 0)).x() > 400)
    notice.resize(330, 200)
    qtbot.waitUntil(lambda: notice.buttons[0].mapTo(notice, QPoint(0, 0)).x() < 100)


def test_an_empty_place_offers_one_action(qtbot: QtBot) -> None:
    empty = EmptyState("Nog geen voornemens", action="Rij toevoegen")
    qtbot.addWidget(empty)
    assert empty.button is not None
    with qtbot.waitSignal(empty.acted):
        empty.button.click()
    assert len(empty.findChildren(QPushButton)) == 1


# Figures and texts


def test_a_card_says_its_figure_with_its_reservation(qtbot: QtBot) -> None:
    card = StatCard("Renovatie", "tools")
    qtbot.addWidget(card)
    card.set_figure("48", "23 staat twee keer in de lijst", tone="warn")
    assert _heard(card) == "Renovatie: 48, 23 staat twee keer in de lijst"


@pytest.mark.parametrize("count", [0, 1, 11, 60])
def test_segments_fit_any_number_of_parties(qtbot: QtBot, count: int) -> None:
    segments = Segments()
    qtbot.addWidget(segments)
    segments.set_states(["done"] * count, f"{count} van {count} partijen getekend")
    segments.resize(segments.minimumSizeHint())
    assert not segments.grab().isNull()
    assert _heard(segments) == f"{count} van {count} partijen getekend"


def test_a_redline_is_told_by_line_and_word_and_follows_the_theme(
    qtbot: QtBot, look: Theme
) -> None:
    view = RedlineView([("Wij bouwen ", "same"), ("10", "deleted"), ("<12>", "inserted")])
    qtbot.addWidget(view)
    assert _heard(view) == "Wij bouwen [vervallen: 10] [toegevoegd: <12>]"
    assert "line-through" in view.text()
    assert "underline" in view.text()
    assert LIGHT.deleted_ground in view.text()
    look.set_appearance(Appearance.DARK)
    assert DARK.deleted_ground in view.text()
    assert LIGHT.deleted_ground not in view.text()


# Dialogs


def test_enter_presses_the_default_and_escape_cancels(qtbot: QtBot) -> None:
    for key, result in ((Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, 0)):
        dialog = Dialog("Bod indienen?", "De gemeente krijgt een pakket.")
        field = Field()
        dialog.add(field)
        dialog.add_cancel()
        dialog.add_button("Indienen", default=True)
        _seen(qtbot, dialog)
        field.setFocus()
        with qtbot.waitSignal(dialog.finished) as told:
            press(field, key)
        assert told.args == [result]


def test_enter_on_cancel_cancels(qtbot: QtBot) -> None:
    dialog = Dialog("Bod indienen?")
    cancel = dialog.add_cancel()
    dialog.add_button("Indienen", default=True)
    _seen(qtbot, dialog)
    cancel.setFocus()
    with qtbot.waitSignal(dialog.finished) as told:
        press(cancel, Qt.Key.Key_Return)
    assert told.args == [0]


def test_enter_does_nothing_while_the_default_is_not_allowed(qtbot: QtBot) -> None:
    dialog = Dialog("Bod indienen?")
    field = Field()
    dialog.add(field)
    dialog.add_button("Indienen", default=True).setEnabled(False)
    _seen(qtbot, dialog)
    with qtbot.assertNotEmitted(dialog.finished):
        press(field, Qt.Key.Key_Return)
