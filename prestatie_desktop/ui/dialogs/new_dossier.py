"""The assistant for a new dossier: four short steps, all with the keyboard."""

from datetime import date

from PySide6.QtWidgets import QStackedWidget, QWidget

from prestatie_desktop.errors import UserError
from prestatie_desktop.filling.template import NewDossier, new_dossier, standard_title
from prestatie_desktop.ui.dialogs.fitting import fit
from prestatie_desktop.ui.dialogs.new_dossier_plan import Flaw, safe_file_name
from prestatie_desktop.ui.dialogs.new_dossier_steps import (
    AboutStep,
    CorporationsStep,
    TenantsStep,
    ThemesStep,
)
from prestatie_desktop.ui.dialogs.problem import Problem
from prestatie_desktop.ui.open_file import SUFFIX
from prestatie_desktop.ui.settings import Settings
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.filter_chip import ChipChoice
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

_NEXT_ROUND_FROM = 3


class NewDossierDialog(Dialog):
    """Asks what is needed to begin; everything can be changed later."""

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(tr("Nieuw dossier"), width=540, parent=window)
        self._about = AboutStep(_own_municipality(window), _usual_year())
        self._corporations = CorporationsStep()
        self._tenants = TenantsStep()
        self._themes = ThemesStep()
        self._steps = (self._about, self._corporations, self._tenants, self._themes)
        self._chips = ChipChoice()
        self._chips.setAccessibleName(tr("Stappen"))
        self._pages = QStackedWidget()
        for step in self._steps:
            self._pages.addWidget(Page(step))
        self._problem = Problem()
        self._title = Text(weight=600, wrap=True)
        self._holds = Text("", "small", colour="ink2", wrap=True)
        preview = Panel("soft", self._title, self._holds, gap=0, margins=(14, 8, 14, 10))
        self.content.addWidget(self._chips)
        self.content.addWidget(self._pages, 1)
        self.add(self._problem, preview)
        self.add_cancel()
        self._back = Button(tr("&Terug"), "arrow-left")
        self._buttons.addWidget(self._back)
        self._next = self.add_button(tr("&Volgende"), default=True, accepts=False)
        self._connect()
        self._show(0)
        fit(self, 680, 620)

    def plan(self) -> NewDossier:
        """What the new dossier starts with."""
        first, last = self._about.years()
        return NewDossier(
            first_year=first,
            last_year=last,
            kind=self._about.kind(),
            title=self._about.title(),
            municipalities=self._about.municipalities(),
            corporations=self._corporations.names(),
            tenants=self._tenants.tenants(),
            themes=self._themes.chosen(),
            framework_title=self._about.framework_title(),
            framework_period=self._about.framework_period(),
        )

    def file_name(self) -> str:
        """A name for its file."""
        plan = self.plan()
        return safe_file_name(plan.title or standard_title(plan)) + SUFFIX

    def _connect(self) -> None:
        self._next.clicked.connect(self._go_on)
        self._back.clicked.connect(lambda: self._show(self._pages.currentIndex() - 1))
        self._chips.chosen.connect(lambda key: self._jump(int(key)))
        self._corporations.changed.connect(
            lambda: self._tenants.set_corporations(self._corporations.names())
        )
        for step in self._steps:
            step.changed.connect(self._preview)

    def _show(self, at: int) -> None:
        self._problem.clear()
        self._pages.setCurrentIndex(at)
        names = (tr("1 Waarover"), tr("2 Corporaties"), tr("3 Huurders"), tr("4 Thema’s"))
        self._chips.set_choices([(str(i), name, None) for i, name in enumerate(names)], str(at))
        last = at == len(self._steps) - 1
        self._next.setText(tr("Dossier &maken") if last else tr("&Volgende"))
        self._next.updateGeometry()
        self._back.setEnabled(at > 0)
        self._preview()
        self._steps[at].begin()

    def _jump(self, at: int) -> None:
        for before in range(self._pages.currentIndex(), at):
            if not self._is_fine(before):
                self._chips.set_current(str(before))
                return
        self._show(at)

    def _go_on(self) -> None:
        at = self._pages.currentIndex()
        if not self._is_fine(at):
            return
        if at < len(self._steps) - 1:
            self._show(at + 1)
        elif all(self._is_fine(step) for step in range(len(self._steps))):
            self._make()

    def _make(self) -> None:
        try:
            new_dossier(self.plan())
        except UserError as error:
            self._problem.show_at(None, str(error))
        else:
            self.accept()

    def _is_fine(self, at: int) -> bool:
        flaw = self._steps[at].flaw(self._others(at))
        if flaw is None:
            return True
        if at != self._pages.currentIndex():
            self._show(at)
        self._tell(at, flaw)
        return False

    def _tell(self, at: int, flaw: Flaw) -> None:
        self._problem.show_at(self._steps[at].field(flaw.field), flaw.sentence)
        self._steps[at].begin(flaw.field)

    def _others(self, at: int) -> tuple[str, ...]:
        before = (self._about.municipalities(), self._corporations.names())
        return tuple(name for names in before[:at] for name in names)

    def _preview(self) -> None:
        self._problem.clear()
        try:
            plan = self.plan()
        except ValueError:
            self._title.set_text(self._about.title() or tr("Prestatieafspraken"))
            self._holds.set_text("")
            return
        title = plan.title or standard_title(plan)
        self._about.suggest_title(standard_title(plan))
        self._title.set_text(title if len(title) <= 200 else f"{title[:200]}…")
        counts = (
            (len(plan.municipalities), tr("gemeente"), tr("gemeenten")),
            (len(plan.corporations), tr("corporatie"), tr("corporaties")),
            (len(plan.tenants), tr("huurdersorganisatie"), tr("huurdersorganisaties")),
            (len(plan.themes), tr("thema"), tr("thema’s")),
        )
        told = (f"{count} {one if count == 1 else more}" for count, one, more in counts)
        self._holds.set_text(", ".join(told))


def _usual_year() -> int:
    """Agreements for a year are made in the year before it."""
    today = date.today()  # noqa: DTZ011 - the day on the user's own calendar
    return today.year + (1 if today.month >= _NEXT_ROUND_FROM else 0)


def _own_municipality(window: QWidget | None) -> str:
    settings = getattr(window, "settings", None)
    author = settings.author if isinstance(settings, Settings) else None
    name = author.organisation if author else ""
    return name if name.casefold().startswith("gemeente ") else ""
