"""The small questions of this room: a number, a heading, a theme, new numbers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from prestatie_desktop.domain.agreement_set import TextPartKind
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


def ask_line(
    parent: QWidget, title: str, name: str, text: str, explanation: str = ""
) -> str | None:
    """One line of text; None when it was called off."""
    dialog = Dialog(title, explanation, parent=parent)
    field = Field(text, name=name)
    form = Form(above=True)
    form.add_row(name, field)
    dialog.add(form)
    dialog.add_cancel()
    dialog.add_button(tr("Overnemen"), default=True)
    field.setFocus()
    field.selectAll()
    answered = dialog.exec()
    dialog.deleteLater()
    return field.text() if answered else None


def ask_theme(parent: QWidget, theme: Theme | None = None) -> tuple[str, str, str] | None:
    """Number, title and short name of a theme; None when it was called off."""
    title = tr("Thema wijzigen") if theme else tr("Thema toevoegen")
    dialog = Dialog(title, parent=parent)
    number = Field(theme.number if theme else "", hint=tr("volgt vanzelf"))
    name = Field(theme.title if theme else "")
    short = Field(theme.short_title if theme else "", hint=tr("voor op het tabblad"))
    form = Form()
    form.add_row(tr("Nummer"), number)
    form.add_row(tr("Titel"), name)
    form.add_row(tr("Korte naam"), short, tr("Leeg laten toont de titel op het tabblad."))
    dialog.add(form)
    dialog.add_cancel()
    answer = tr("Overnemen") if theme else tr("Thema toevoegen")
    dialog.add_button(answer, default=True)
    name.setFocus()
    answered = dialog.exec()
    dialog.deleteLater()
    return (number.text(), name.text(), short.text()) if answered else None


def ask_text_part(parent: QWidget) -> tuple[TextPartKind, str] | None:
    """The kind and title of a new part of the running text; None when it was called off."""
    dialog = Dialog(tr("Tekstdeel toevoegen"), parent=parent)
    kind = Combo()
    kind.set_choices([(one.value, label(one)) for one in TextPartKind])
    title = Field(hint=tr("zoals boven de tekst staat"))
    form = Form()
    form.add_row(tr("Soort"), kind)
    form.add_row(tr("Titel"), title)
    dialog.add(form)
    dialog.add_cancel()
    dialog.add_button(tr("Toevoegen"), default=True)
    title.setFocus()
    answered = dialog.exec()
    dialog.deleteLater()
    if not answered:
        return None
    chosen = TextPartKind(kind.current_key())
    return chosen, title.text() or label(chosen)


def ask_renumbering(parent: QWidget, theme: Theme, pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether to give these new numbers, shown beside the old ones."""
    changed = sum(old != new for old, new in pairs)
    explanation = tr(
        "{changed} van {count} afspraken in thema {number} krijgen een ander nummer. "
        "Verwijzingen in de tekst gaan vanzelf mee."
    ).format(changed=changed, count=len(pairs), number=theme.number)
    dialog = Dialog(tr("Hernummeren"), explanation, parent=parent)
    table = QTableWidget(len(pairs), 2)
    table.setHorizontalHeaderLabels([tr("Nu"), tr("Wordt")])
    table.setAccessibleName(tr("Oude en nieuwe nummers"))
    table.verticalHeader().hide()
    table.horizontalHeader().setStretchLastSection(True)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    for row, (old, new) in enumerate(pairs):
        for column, text in enumerate((old, new if new != old else tr("{number} (blijft)"))):
            item = QTableWidgetItem(text.format(number=new))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(row, column, item)
    dialog.add(table)
    dialog.add_cancel()
    answer = dialog.add_button(tr("Hernummeren"), default=True)
    answer.setEnabled(changed > 0)
    answered = bool(dialog.exec())
    dialog.deleteLater()
    return answered
