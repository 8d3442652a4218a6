"""Every widget in every state, as pictures to look at.

python -m prestatie_desktop.ui.look.gallery --out DIR [--theme dark] [--scale 2] [--only tables]
"""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QLineEdit,
    QMenu,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.ui.look.states import FINDING, ROLE_WORD, SIGN_WORD, STATUS
from prestatie_desktop.ui.look.theme import Appearance, Theme
from prestatie_desktop.ui.widgets.badge import (
    Chip,
    FindingBadge,
    RoleBadge,
    SignMark,
    StatusBadge,
)
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.cells import CellLook, CellRole
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form, SearchBox
from prestatie_desktop.ui.widgets.figures import Segments, SegmentState, StatCard
from prestatie_desktop.ui.widgets.filter_chip import ChipChoice, FilterChip
from prestatie_desktop.ui.widgets.folding import FoldingSection
from prestatie_desktop.ui.widgets.layouts import Column, Row, column, flow, row
from prestatie_desktop.ui.widgets.notice import EmptyState, Notice
from prestatie_desktop.ui.widgets.panel import Card, Panel, Rule
from prestatie_desktop.ui.widgets.pic import AppMark, Pic
from prestatie_desktop.ui.widgets.progress import ProgressPanel
from prestatie_desktop.ui.widgets.rail import Rail
from prestatie_desktop.ui.widgets.redline import RedlineView
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.theme_tabs import ThemeTab, ThemeTabs
from prestatie_desktop.ui.widgets.toast import Toast
from prestatie_desktop.ui.widgets.tool import Tool

SIZE = (1440, 900)
#: What to do once the page is on the screen: put the focus somewhere, start editing.
After = Callable[[], None]
RAIL = (
    ("afspraken", "format-list-numbered", "Afspraken", "67"),
    ("partijen", "account-group-outline", "Partijen", "13"),
    ("tekent", "draw-pen", "Wie tekent", "8/11"),
    ("bod", "home-plus-outline", "Bod", ""),
    ("cijfers", "chart-box-outline", "Cijfers", ""),
    ("controle", "clipboard-check-outline", "Controle", "6"),
    ("overleg", "gavel", "Overleg", ""),
    ("versies", "history", "Versies", ""),
)
THEMES = [
    ThemeTab("1", "1", "Beschikbaarheid", 7, 12),
    ThemeTab("2", "2", "Betaalbaarheid", 9, 10),
    ThemeTab("3", "3", "Duurzaamheid", 12, 19),
    ThemeTab("4", "4", "Wonen met zorg", 8, 8),
    ThemeTab("5", "5", "Leefbaarheid", 0, 12),
    ThemeTab("6", "6", "Samenwerking", 6, 6),
]
KINDS: list[tuple[str, str, str | None]] = [
    ("nieuwbouw", "Nieuwbouw 9", "home-plus-outline"),
    ("sloop", "Sloop 3", "home-remove-outline"),
    ("renovatie", "Renovatie 11", "tools"),
    ("verkoop", "Verkoop 5", "tag-outline"),
    ("aankoop", "Aankoop 5", "currency-eur"),
    ("onderzoek", "Onderzoek 39", "home-search-outline"),
]
LONG = "Huurdersbelangenvereniging Samenwerkende Bewonersorganisaties Parkstad-Zuid en omgeving"


def controls(look: Theme) -> tuple[QWidget, After]:
    """Type, buttons, fields, chips and badges."""
    focused, off = Button("Met focus", "arrow-right"), Button("Kan niet", "send-outline")
    off.setEnabled(False)
    filled = Button("Bod indienen…", "send-outline", variant="primary")
    filled_off = Button("Niet mogelijk", variant="primary")
    filled_off.setEnabled(False)
    menu_button = Button("Afdrukken", "printer-outline")
    menu_button.setMenu(QMenu(menu_button))
    undo = QAction("Ongedaan maken: tekst 1.11")
    undo.setShortcut("Ctrl+Z")
    redo = Tool("redo", "Opnieuw", key="Ctrl+Y")
    redo.setEnabled(False)
    pinned = Tool("dock-right", "Inspecteur", key="F4", checkable=True)
    pinned.setChecked(True)
    tool = Tool("undo", action=undo)
    undo.setParent(tool)
    left = column(
        Text("Prestatie Desktop", "title"),
        Text("8 van 11 partijen getekend", "display"),
        Text("Beschikbaarheid, kwaliteit en vastgoed", "h1"),
        Text("1.1  Nieuwbouw", "h2"),
        Text(
            "Gemeente, corporaties en huurders zorgen samen voor genoeg passende, betaalbare en "
            "goede sociale huurwoningen. Waar de koers van een complex nog openligt, volgt eerst "
            'onderzoek. <a href="#">Hele inleiding</a>',
            "read",
            colour="ink2",
            wrap=True,
            rich=True,
        ),
        Text("Gewone tekst van bedieningselementen, 1234567890 / 8888888888"),
        Text(LONG, elide=True),
        Text("Kleine tekst: nergens kleiner dan dit", "small", colour="ink3"),
        Rule(),
        flow(
            filled,
            focused,
            menu_button,
            off,
            filled_off,
            Button("Rij", "plus", variant="link"),
            Button("Kolommen", variant="link"),
        ),
        row(
            tool,
            redo,
            Tool("printer-outline", "Afdrukken", key="Ctrl+P"),
            pinned,
            Tool("format-bold", "Vet", key="Ctrl+B"),
            None,
            gap=2,
        ),
        Button("Nieuw dossier", "file-plus-outline", variant="big_primary", key="Ctrl+N"),
        Button("Dossier openen", "folder-open-outline", variant="big", key="Ctrl+O"),
        None,
        gap=10,
    )
    choice = ChipChoice()
    choice.set_choices(KINDS, "nieuwbouw")
    filter_on = FilterChip("Alleen afwijkingen 6", "filter-outline", on=True)
    middle = column(
        Text("Chips en badges", "h2"),
        flow(
            Chip("Concept na versie 7", "pencil-outline", "accent"),
            Chip("Vastgesteld: versie 7", "lock-outline", "ok"),
            Chip("In gebruik bij T. Proef sinds 13:40", "lock-outline", "warn"),
            Chip("Bestand niet gevonden", "alert-outline", "bad"),
            Chip("Geen voornemens", "minus"),
            Chip("Open vraag: wie betaalt?", "help-circle-outline", "warn", outlined=True),
            Chip("1 op eerdere tekst", "history", "warn", bare=True),
        ),
        flow(*(StatusBadge(status) for status in STATUS)),
        flow(*(FindingBadge(finding) for finding in FINDING), gap=14),
        choice,
        flow(filter_on, FilterChip("Niemand tekent 0"), FilterChip("Rol maar tekent niet 0")),
        flow(
            RoleBadge("lead", "Wonen Zuid"),
            RoleBadge("involved", "Gemeente Heerlen"),
            RoleBadge("unknown_lead", "Woningcorporaties"),
            gap=14,
        ),
        flow(*(RoleBadge(mark, ROLE_WORD[mark]) for mark in ROLE_WORD), gap=14),
        flow(*(SignMark(state, small=True) for state in SIGN_WORD), gap=14),
        RoleBadge("involved", LONG),
        None,
        gap=10,
    )
    right = _form()
    page = QWidget()
    layout = (Row if look.scale < 1.3 else Column)(page, gap=32, margins=(24, 24, 24, 24))
    for widget, share in ((left, 4), (middle, 4), (right, 3)):
        layout.addWidget(widget, share)
    return page, focused.setFocus


def _form() -> QWidget:
    status = Combo()
    status.set_choices([(key, state.word) for key, state in STATUS.items()], "besproken")
    for at, state in enumerate(STATUS.values()):
        status.setItemIcon(at, icon(state.glyph, state.tone))
    kind = Combo()
    kind.set_choices([("effort", "Inspanning"), ("result", "Resultaat")])
    closed = Combo()
    closed.set_choices([("a", "Niet te kiezen")])
    closed.setEnabled(False)
    wrong, quiet = Field("31-02-2024"), Field("Alleen lezen")
    wrong.set_bad("31 februari bestaat niet")
    quiet.setReadOnly(True)
    form = Form()
    form.add_row("Status", status)
    form.add_row("Soort", kind)
    form.add_row("Planning", Field("Heel 2024, tussenstand in Q2"))
    form.add_row("Datum", wrong)
    form.add_row("Herkomst", closed)
    form.add_row("Vast", quiet, "Een hulptekst staat klein onder het veld.")
    form.add_row("Leeg", Field(hint="Nog niet ingevuld"))
    checks = (QCheckBox("Alleen wie nog moet tekenen (4)"), QCheckBox("Gezamenlijk blad"))
    checks[0].setChecked(True)
    radios = (QRadioButton("Licht"), QRadioButton("Donker"))
    radios[1].setChecked(True)
    for widget in (*checks, *radios):
        form.add_wide(widget)
    text = QTextEdit("Een tekstvak met meer regels, bijvoorbeeld voor een voorbehoud.")
    text.setFixedHeight(80)
    form.add_wide(text)
    return column(Text("Velden", "h2"), SearchBox(), form, None, gap=10)


def frame(look: Theme) -> tuple[QWidget, After]:
    """The frame of the window: rail, tabs, an agreement and the inspector."""
    narrow = look.scale > 1.3
    rail = Rail()
    for key, glyph, word, count in RAIL:
        rail.add_room(key, glyph, word)
        rail.set_count(key, count)
    rail.add_room("instellingen", "cog-outline", "Instellingen", at_foot=True)
    rail.set_narrow(narrow)
    tabs = ThemeTabs()
    tabs.set_tabs(THEMES, "1")
    title = Row(gap=6)
    title.add(AppMark(), 6, Text("Prestatieafspraken Heerlen 2024", "h2", elide=True), 4)
    title.add(Chip("Concept na versie 7", "pencil-outline", "accent"), None)
    if not narrow:
        title.add(SearchBox(), 6)
    for name, tip, key in (
        ("undo", "Ongedaan maken", "Ctrl+Z"),
        ("redo", "Opnieuw", "Ctrl+Y"),
        ("printer-outline", "Afdrukken", "Ctrl+P"),
        ("projector-screen-outline", "Groot scherm", "F11"),
    ):
        title.add(Tool(name, tip, key=key))
    bar = Panel("bar", across=True, margins=(16, 8, 12, 8))
    bar.body.addLayout(title)
    page = column(
        row(
            Text("Beschikbaarheid, kwaliteit en vastgoed", "h1", elide=True),
            None,
            Button("Volgend open punt", "arrow-right", key="F8"),
        ),
        _agreement("1.11", "besproken", chosen=True),
        _agreement("1.13", "akkoord"),
        _agreement("1.15", "voorstel"),
        _agreement("1.16", "vervallen"),
        None,
        gap=0,
        margins=(24, 18, 20, 18),
    )
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(page)
    centre = Column(gap=0)
    centre.addWidget(tabs)
    centre.addWidget(scroll, 1)
    middle = Row(gap=0)
    middle.addWidget(rail)
    middle.addLayout(centre, 1)
    if not narrow:
        middle.addWidget(_inspector(look))
    foot = Panel("foot", across=True, margins=(16, 4, 16, 4))
    foot.add(
        Pic("check", "ok", 16),
        Text("Alles staat in het bestand", "small", colour="ink2"),
        None,
        Text(f"{round(look.scale * 100)} %", "small", colour="ink2", weight=600),
    )
    whole = QWidget()
    layout = Column(whole, gap=0)
    layout.addWidget(bar)
    layout.addLayout(middle, 1)
    layout.addWidget(foot)
    return whole, lambda: tabs.bar().setFocus(Qt.FocusReason.TabFocusReason)


def _agreement(number: str, status: str, *, chosen: bool = False) -> QWidget:
    panel = Panel("chosen" if chosen else "item", across=True, gap=12, margins=(16, 14, 14, 12))
    mark = Text(number, "h2", colour="accent" if chosen else "ink", align=Qt.AlignmentFlag.AlignTop)
    body = Column(gap=8)
    body.add(
        Text(
            "Gemeente en Wonen Zuid vernieuwen De Hees als één wijk. Het ambtelijk en bestuurlijk "
            "overleg uit 2023 loopt door. Wonen Zuid onderzoekt <b>vóór 1 juli 2024</b> de aanpak "
            "van ruim 480 woningen en legt die de gemeente voor.",
            "read",
            wrap=True,
            rich=True,
        ),
        flow(
            RoleBadge("lead", "Wonen Zuid"),
            RoleBadge("involved", "Gemeente Heerlen"),
            RoleBadge("involved", "Huurders Wonen Zuid"),
            gap=14,
        ),
    )
    panel.body.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    panel.body.addLayout(body, 1)
    panel.body.addWidget(StatusBadge(status), 0, Qt.AlignmentFlag.AlignTop)
    return panel


def _inspector(look: Theme) -> QWidget:
    side = Panel("side", gap=4, margins=(18, 14, 16, 10))
    side.setFixedWidth(look.px(340))
    form = Form()
    status = Combo()
    status.set_choices([("besproken", "Besproken")])
    form.add_row("Status", status)
    form.add_row("Planning", Field("Heel 2024"))
    change = Panel("soft", gap=4, margins=(12, 8, 12, 10))
    change.add(
        row(
            Text("14 nov, 10:41", "small", weight=600),
            Text("S. Voorbeeld, gemeente", "small", colour="ink3", elide=True),
            None,
        ),
        RedlineView(
            [
                ("Wonen Zuid onderzoekt ", "same"),
                ("in 2024", "deleted"),
                (" ", "same"),
                ("vóór 1 juli 2024", "inserted"),
                (" de aanpak van ", "same"),
                ("450", "deleted"),
                (" ", "same"),
                ("ruim 480", "inserted"),
                (" woningen.", "same"),
            ]
        ),
    )
    side.add(
        row(
            Text("Afspraak 1.11", "h2"),
            None,
            Tool("chevron-up", "Vorige", key="Alt+↑"),
            Tool("chevron-down", "Volgende", key="Alt+↓"),
            gap=0,
        ),
        FoldingSection("Velden", form),
        Rule(),
        FoldingSection(
            "Partijen en rollen",
            RoleBadge("lead", "Wonen Zuid"),
            RoleBadge("involved", LONG),
            extra=Button("Partij", "plus", variant="link"),
        ),
        Rule(),
        FoldingSection(
            "Wie tekent",
            SignMark("signed", "Gemeente Heerlen"),
            SignMark("stale", "Wonen Zuid"),
            SignMark("signed_reservation", "Huurders Wonen Zuid"),
            extra=Text("3 van 11 partijen", "small", colour="ink3"),
        ),
        Rule(),
        FoldingSection("Geschiedenis", change),
        FoldingSection("Dicht", folded=True),
        None,
    )
    return side


def tables(look: Theme) -> tuple[QWidget, After]:
    """Tables, one of them being edited, and cards with figures."""
    wide = look.scale < 1.3
    cards = []
    for name, glyph, figure, note, tone in (
        ("Nieuwbouw", "home-plus-outline", "142", "waarvan 65 een ondergrens is", "mute"),
        ("Renovatie", "tools", "48", "23 staat twee keer in de lijst", "warn"),
        ("Verkoop", "tag-outline", "0", "geen voornemens, met toelichting", "mute"),
        ("Onderzoek", "home-search-outline", "onbekend", "en 2 locaties onbekend", "mute"),
    ):
        card = StatCard(name, glyph, clickable=True)
        card.set_figure(figure, note, tone="warn" if tone == "warn" else "mute")
        cards.append(card)
    stats = row(*cards, gap=12) if wide else column(row(*cards[:2]), row(*cards[2:]))
    edited = Table(fit_rows=True, name="Nieuwbouw")
    edited.setModel(_projects(edited))
    edited.set_columns([212, 100, 150, 110, 200, 150])
    edited.setSpan(4, 2, 1, 4)
    edited.set_reader(lambda _index, text: f"Gelezen als: ten minste {text.strip('+')} woningen")
    bod = Table(two_lines=True, fit_rows=True, name="Bod")
    bod.setModel(_bod(bod))
    bod.set_columns([312, 60, 60, 66, 60, 60, 98, 76, 104])
    segments = Segments()
    states: list[SegmentState] = [*["done"] * 7, "stale", *["open"] * 3]  # type: ignore[list-item]
    segments.set_states(states, "8 van 11 partijen getekend")
    page = column(
        stats,
        edited,
        row(Text("A  Nieuwbouw", "h2"), None, Button("Rij", "plus", variant="link")),
        bod,
        row(segments, Chip("1 op eerdere tekst", "history", "warn", bare=True), None),
        None,
        gap=12,
        margins=(24, 18, 24, 18),
    )

    def after() -> None:
        edited.setFocus()
        cell = edited.model().index(1, 1)
        edited.setCurrentIndex(cell)
        edited.edit(cell)
        QApplication.processEvents()
        editor = edited.findChild(QLineEdit)
        assert editor is not None
        editor.deselect()

    return page, after


def _projects(parent: QWidget) -> QStandardItemModel:
    return _model(
        parent,
        ["Locatie", "Woningen", "Type", "BAT", "Prijsklasse", "Corporatie"],
        [
            ["Slakhorst", "147", "EGW", "88 × 0, 59 × 2", "gemengd, 4 klassen", "Woonpunt"],
            ["Aldenhofpark", "+65", "MGW met lift", "0–2", "tot liberalisatie", "Wonen Limburg"],
            [
                "Centrum, Schinkel, Geerstraat en Stationsplein",
                "onbekend",
                "",
                "–",
                "",
                "Wonen Zuid",
            ],
            ["Doorstroomwoningen", "20", "EGW", "1", "2e aftopping tot lib.", "Wonen Limburg"],
            ["Alle 9 rijen", "446", "waarvan 65 een ondergrens is  ·  nog 5 rijen", "", "", ""],
        ],
        right=(1,),
        totals=(4,),
    )


def _bod(parent: QWidget) -> QStandardItemModel:
    return _model(
        parent,
        ["Locatie", "2024", "2025", "2026", "2027", "2028", "zonder jaar", "Bod", "Afgesproken"],
        [
            ["Aldenhofpark\nMGW met lift", "–", "–", "+65", "–", "–", "–", "+65", "+65"],
            ["Doorstroomwoningen\nEGW", "–", "–", "–", "–", "–", "20", "20", "18\n2 minder"],
            ["Totaal\n65 is een ondergrens", "0", "0", "≥ 65", "0", "0", "20", "≥ 85", "≥ 83"],
        ],
        right=range(1, 9),
        totals=(2,),
    )


def _model(
    parent: QWidget,
    heads: list[str],
    rows: list[list[str]],
    *,
    right: tuple[int, ...] | range,
    totals: tuple[int, ...],
) -> QStandardItemModel:
    model = QStandardItemModel(len(rows), len(heads), parent)
    model.setHorizontalHeaderLabels(heads)
    for y, texts in enumerate(rows):
        for x, text in enumerate(texts):
            first, _, second = text.partition("\n")
            item = QStandardItem(first)
            look = CellLook(
                second=second,
                right=x in right,
                soft=first in ("–", "onbekend"),
                total=y in totals,
            )
            item.setData(look, CellRole.LOOK)
            model.setItem(y, x, item)
    for x in right:
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        model.setHeaderData(x, Qt.Orientation.Horizontal, side, Qt.ItemDataRole.TextAlignmentRole)
    return model


def feedback(look: Theme) -> tuple[QWidget, After]:
    """What the window says back: notices, progress, empty places, a dialog, a toast."""
    progress, unknown = ProgressPanel(), ProgressPanel()
    progress.set_progress("Blad 6 van 11", 6, 11)
    unknown.set_progress("Bestand wordt nagekeken", 0, 0)
    left = column(
        Notice(
            "warn",
            "Volgende stap: Wonen Zuid",
            "Tekende 12 nov; daarna veranderde 1.11.",
            actions=("Verschil bekijken", "Nieuw blad"),
            glyph="history",
        ),
        Notice("bad", "Het bestand is door iemand anders gewijzigd", "Uw werk is bewaard."),
        Notice("ok", "Alle partijen hebben getekend"),
        Notice("accent", "", "Huurders W. Limburg heeft nog geen ondertekenaar."),
        progress,
        unknown,
        None,
        gap=12,
    )
    card = Card(clickable=True, across=True, gap=16)
    card.add(
        Pic("file-document-outline", "accent", 30),
        column(
            Text("Prestatieafspraken Heerlen 2024", "h2", elide=True),
            Text("Documenten › Wonen › Heerlen 2024.prestatie", "small", colour="ink3", elide=True),
            gap=1,
        ),
        None,
        Pic("chevron-right", "ink3", 20),
    )
    drop = Panel("drop", across=True, gap=12, margins=(20, 18, 20, 18))
    drop.add(Pic("tray-arrow-down", "ink3", 22))
    drop.body.addWidget(Text("Sleep een .prestatie-bestand hierheen", colour="ink2", wrap=True), 1)
    dialog = Dialog("Bod indienen?", "De gemeente krijgt een pakket met uw voornemens.")
    dialog.add(QCheckBox("Ook als PDF opslaan"))
    dialog.add_quiet("Wat gaat er mee?", "help-circle-outline")
    dialog.add_cancel()
    dialog.add_button("Indienen", "send-outline", default=True)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    right = column(
        EmptyState(
            "Nog geen voornemens",
            "Wonen Limburg heeft hier nog niets ingevuld. Geen voornemens is ook een antwoord.",
            action="Rij toevoegen",
            key="Ctrl+Enter",
            glyph="home-plus-outline",
        ),
        card,
        drop,
        dialog,
        None,
        gap=12,
    )
    page = QWidget()
    both = (Row if look.scale < 1.3 else Column)(page, gap=24, margins=(24, 24, 24, 24))
    both.addWidget(left, 1)
    both.addWidget(right, 1)
    toast = Toast(page)

    def after() -> None:
        toast.say("Doorstroomwoningen: 2026 is nu ‘jaar onbekend’", glyph="table-row-plus-after")
        card.setFocus()

    return page, after


PAGES = {"controls": controls, "frame": frame, "tables": tables, "feedback": feedback}


def main() -> None:
    """Write one picture for each page."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--out", type=Path, required=True)
    given.add_argument("--theme", choices=("light", "dark"), default="light")
    given.add_argument("--scale", type=float, default=1.0)
    given.add_argument("--only", choices=PAGES)
    asked = given.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    look = Theme(app, appearance=Appearance(asked.theme), scale=asked.scale)
    asked.out.mkdir(parents=True, exist_ok=True)
    for name, build in PAGES.items():
        if asked.only not in (None, name):
            continue
        page, after = build(look)
        window = QWidget()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        Column(window).addWidget(scroll)
        window.resize(*SIZE)
        window.show()
        app.processEvents()
        window.resize(window.width(), max(window.height(), page.height()))
        app.processEvents()
        window.activateWindow()
        after()
        app.processEvents()
        window.grab().save(str(asked.out / f"{name}-{asked.theme}-{round(asked.scale * 100)}.png"))
        window.hide()
        window.deleteLater()


if __name__ == "__main__":
    main()
