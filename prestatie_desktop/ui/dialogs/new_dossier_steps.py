"""The steps of the assistant: what about, which corporations, which tenants, which themes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from prestatie_desktop.domain.agreement_set import SetKind
from prestatie_desktop.filling.standard import StandardTheme, standard_themes
from prestatie_desktop.filling.template import NewTenants
from prestatie_desktop.ui.dialogs.name_box import NameBox
from prestatie_desktop.ui.dialogs.new_dossier_plan import (
    Flaw,
    guessed_corporation,
    municipality_names,
    name_flaw,
    names_in,
    year_flaw,
)
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.ui.widgets.layouts import Column, row
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

_FRAMEWORK_YEARS = 4
_ALL, _NONE = "\nall", ""


class Step(QWidget):
    """One page of the assistant."""

    changed = Signal()

    def __init__(self, question: str, explanation: str) -> None:
        super().__init__()
        self.column = Column(self, gap=8, margins=(0, 4, 8, 4))
        self.column.add(Text(question, "h2", wrap=True))
        self.column.add(Text(explanation, colour="ink2", wrap=True))

    def begin(self, field: str = "") -> None:
        """Put the cursor where one begins, or at a field."""

    def flaw(self, _others: tuple[str, ...]) -> Flaw | None:
        """What is the matter, if anything; `others` are the names that are taken."""
        return None

    def field(self, _name: str) -> Field | None:
        """The one-line field with this name, to mark it."""
        return None


class AboutStep(Step):
    """Municipalities, year, kind and framework."""

    def __init__(self, municipality: str, year: int) -> None:
        super().__init__(
            tr("Waarover gaan de afspraken?"),
            tr("Alles is later te wijzigen. Doen meer gemeenten mee, zet ze dan onder elkaar."),
        )
        self._names = NameBox(tr("Gemeente"), tr("Heerlen"), lines=2)
        self._names.set_names((municipality,) if municipality else ())
        self._kind = Combo()
        self._kind.set_choices([(kind.value, label(kind)) for kind in SetKind], SetKind.YEARLY)
        self._year = Field(str(year))
        self._last = Field(str(year))
        self._title = Field()
        self._framework = Field(hint=tr("Mag leeg blijven"))
        self._period = Field(hint=tr("Bijvoorbeeld 2024 – 2028"))
        self._until = row(Text(tr("tot en met"), colour="ink3"), self._last)
        self._arrange()
        self._connect()
        self._show_kind()

    def _arrange(self) -> None:
        for field, name in ((self._year, tr("Eerste jaar")), (self._last, tr("Laatste jaar"))):
            field.setAccessibleName(name)
        years = row(self._year, self._until, None)
        form = Form()
        form.add_row(tr("&Gemeente"), self._names)
        form.add_row(tr("&Soort"), self._kind)
        form.add_row(tr("&Jaar"), years)
        form.add_row(tr("T&itel"), self._title)
        self._kader = Form()
        self._kader.add_row(tr("Titel van het &kader"), self._framework)
        self._kader.add_row(tr("&Periode ervan"), self._period)
        self._kader.align_with(form)
        self.column.add(form, self._kader, None)
        follow(self._restyle)

    def _connect(self) -> None:
        self._names.textChanged.connect(self.changed)
        self._kind.currentIndexChanged.connect(self._show_kind)
        self._year.textEdited.connect(self._follow_year)
        for field in (self._year, self._last, self._title, self._framework, self._period):
            field.textEdited.connect(self.changed)

    def begin(self, field: str = "") -> None:
        """At the municipality, or at what is wrong."""
        self._field(field).setFocus()

    def municipalities(self) -> tuple[str, ...]:
        """Their names, "Gemeente" before each."""
        return municipality_names(self._names.toPlainText())

    def kind(self) -> SetKind:
        """Framework, one year or regional."""
        return SetKind(self._kind.current_key())

    def years(self) -> tuple[int, int | None]:
        """First and last year. Raises ValueError for what is no year."""
        first = int(self._year.text())
        return first, None if self.kind() is SetKind.YEARLY else int(self._last.text() or first)

    def title(self) -> str:
        """A title of its own; empty for the usual one."""
        return " ".join(self._title.text().split())

    def framework_title(self) -> str:
        """The framework a year belongs to."""
        return "" if self.kind() is SetKind.FRAMEWORK else self._framework.text().strip()

    def framework_period(self) -> str:
        """The years of that framework."""
        return "" if self.kind() is SetKind.FRAMEWORK else self._period.text().strip()

    def suggest_title(self, title: str) -> None:
        """Show the usual title where none was typed."""
        self._title.setPlaceholderText(title[:200])

    def flaw(self, others: tuple[str, ...]) -> Flaw | None:
        """A municipality, and years that follow each other."""
        names = self.municipalities()
        if not names:
            return Flaw(field="municipalities", sentence=tr("Noem minstens één gemeente."))
        last = "" if self.kind() is SetKind.YEARLY else self._last.text()
        for name in ("title", "framework", "period"):
            field = self.field(name)
            if field is not None and len(field.text()) > 500:
                return Flaw(field=name, sentence=tr("Dit is langer dan 500 tekens."))
        return name_flaw("municipalities", names, others) or year_flaw(self._year.text(), last)

    def field(self, name: str) -> Field | None:
        """The fields of one line."""
        found = self._field(name)
        return found if isinstance(found, Field) else None

    def _field(self, name: str) -> QWidget:
        fields: dict[str, QWidget] = {
            "year": self._year,
            "last_year": self._last,
            "title": self._title,
            "framework": self._framework,
            "period": self._period,
        }
        return fields.get(name, self._names)

    def _follow_year(self, typed: str) -> None:
        if typed.isdecimal() and len(typed) == 4:
            self._last.setText(str(int(typed) + _FRAMEWORK_YEARS - 1))

    def _show_kind(self) -> None:
        self._until.setVisible(self.kind() is not SetKind.YEARLY)
        self._kader.setVisible(self.kind() is not SetKind.FRAMEWORK)
        self._follow_year(self._year.text())
        self.changed.emit()

    def _restyle(self) -> None:
        for field in (self._year, self._last):
            field.setFixedWidth(theme().px(84))
        self._names.setFixedHeight(self._names.sizeHint().height())


class CorporationsStep(Step):
    """The corporations, one on each line."""

    def __init__(self) -> None:
        super().__init__(
            tr("Welke woningcorporaties doen mee?"),
            tr("Typ een naam en druk op Enter voor de volgende, of plak de hele lijst."),
        )
        self._names = NameBox(tr("Woningcorporaties"), tr("Eén naam per regel"), lines=8)
        self.column.addWidget(self._names, 1)
        self._names.textChanged.connect(self.changed)

    def begin(self, _field: str = "") -> None:
        """In the box."""
        self._names.setFocus()

    def names(self) -> tuple[str, ...]:
        """Their names in order."""
        return names_in(self._names.toPlainText())

    def flaw(self, others: tuple[str, ...]) -> Flaw | None:
        """Each name once. There may be none yet."""
        return name_flaw("corporations", self.names(), others)


class TenantsStep(Step):
    """The tenants' organisations, and for each the corporation it speaks for."""

    def __init__(self) -> None:
        super().__init__(
            tr("Welke huurdersorganisaties doen mee?"),
            tr("Eén naam per regel. Daaronder kiest u namens welke huurders elk spreekt."),
        )
        self._names = NameBox(tr("Huurdersorganisaties"), tr("Eén naam per regel"), lines=5)
        self._corporations: tuple[str, ...] = ()
        self._chosen: dict[str, str] = {}
        self._combos: dict[str, Combo] = {}
        self._form = Form()
        self._heading = Text(tr("Spreekt namens de huurders van"), weight=600, wrap=True)
        self.column.add(self._names, self._heading, self._form, None)
        self._names.textChanged.connect(self._changed)
        self._rebuild()

    def begin(self, _field: str = "") -> None:
        """In the box."""
        self._names.setFocus()

    def set_corporations(self, names: tuple[str, ...]) -> None:
        """The corporations to choose from."""
        if names != self._corporations:
            self._corporations = names
            self._rebuild()

    def tenants(self) -> tuple[NewTenants, ...]:
        """Each with the corporations it speaks for."""
        return tuple(
            NewTenants(name=name, represents=self._represented(name))
            for name in names_in(self._names.toPlainText())
        )

    def flaw(self, others: tuple[str, ...]) -> Flaw | None:
        """Each name once, and no corporation among them."""
        return name_flaw("tenants", names_in(self._names.toPlainText()), others)

    def _represented(self, name: str) -> tuple[str, ...]:
        chosen = self._choice(name)
        if chosen == _ALL:
            return self._corporations
        return (chosen,) if chosen in self._corporations else ()

    def _choice(self, name: str) -> str:
        guess = guessed_corporation(name, self._corporations)
        chosen = self._chosen.get(name, guess)
        return chosen if chosen in (*self._corporations, _ALL, _NONE) else guess

    def _changed(self) -> None:
        if list(dict.fromkeys(names_in(self._names.toPlainText()))) != list(self._combos):
            self._rebuild()
        self.changed.emit()

    def _rebuild(self) -> None:
        names = dict.fromkeys(names_in(self._names.toPlainText())) if self._corporations else {}
        form = Form()
        self._combos = {}
        choices = [(_NONE, tr("Nog niet bekend")), *((name, name) for name in self._corporations)]
        if len(self._corporations) > 1:
            choices.append((_ALL, tr("Alle corporaties")))
        for name in list(names)[:40]:
            combo = Combo()
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.set_choices(choices, self._choice(name))
            combo.setAccessibleName(
                tr("{name} spreekt namens de huurders van").format(name=name[:80])
            )
            combo.activated.connect(lambda _, name=name, combo=combo: self._choose(name, combo))
            form.add_row(name.replace("&", "&&")[:60], combo)
            self._combos[name] = combo
        self.column.replaceWidget(self._form, form)
        self._form.deleteLater()
        self._form = form
        self._heading.setVisible(bool(self._combos))

    def _choose(self, name: str, combo: Combo) -> None:
        self._chosen[name] = combo.current_key()
        self.changed.emit()


class ThemesStep(Step):
    """The usual chapters, ticked; their order is theirs to change."""

    def __init__(self) -> None:
        super().__init__(
            tr("Met welke thema’s begint u?"),
            tr("Spatie kiest of laat weg; Alt+↑ en Alt+↓ veranderen de volgorde."),
        )
        self._list = _Ticks()
        self._list.setAccessibleName(tr("Thema’s"))
        for standard in standard_themes():
            item = QListWidgetItem(standard.title)
            item.setData(Qt.ItemDataRole.UserRole, standard.number)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        up = Tool("arrow-up", tr("Thema hoger"), key="Alt+↑")
        down = Tool("arrow-down", tr("Thema lager"), key="Alt+↓")
        up.clicked.connect(lambda: self._list.step(-1))
        down.clicked.connect(lambda: self._list.step(1))
        self.column.addWidget(self._list, 1)
        self.column.add(row(up, down, None, gap=4))
        self._list.itemChanged.connect(lambda _: self.changed.emit())

    def begin(self, _field: str = "") -> None:
        """In the list."""
        self._list.setFocus()

    def chosen(self) -> tuple[StandardTheme, ...]:
        """The ticked chapters in the order of the list."""
        known = {theme_.number: theme_ for theme_ in standard_themes()}
        items = (self._list.item(at) for at in range(self._list.count()))
        return tuple(
            known[item.data(Qt.ItemDataRole.UserRole)]
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )


class _Ticks(QListWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow(self._restyle)

    def step(self, way: int) -> None:
        """Move the current line up or down."""
        at = self.currentRow()
        if 0 <= at + way < self.count():
            item = self.takeItem(at)
            self.insertItem(at + way, item)
            self.setCurrentRow(at + way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        way = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
        if alt and way is not None:
            self.step(way)
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.setMinimumHeight(theme().px(200))
