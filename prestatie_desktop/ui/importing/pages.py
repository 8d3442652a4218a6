"""The pages of the assistant and what their tabs count."""

from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.page_tabs import PageTab
from prestatie_desktop.ui.importing.party_rows import party_rows
from prestatie_desktop.words.translation import tr


def page_tabs(desk: ImportDesk) -> tuple[PageTab, ...]:
    """The tabs from left to right, as the reading is now."""
    reading, worked = desk.reading, desk.worked
    names = party_rows(reading, desk.decisions)
    lost = len(worked.lost)
    tabs = [
        PageTab("contents", "compare-horizontal", tr("Inhoud"), len(worked.parts),
                sum(not part.sure for part in worked.parts.values())),
        PageTab("lost", "help-circle-outline", tr("Niet herkend"), lost, lost),
        PageTab("parties", "account-group-outline", tr("Partijen"), len(names),
                sum(name.to_check for name in names)),
        PageTab("tables", "table", tr("Tabellen"), len(reading.tables),
                sum(not layout.sure for layout in reading.tables)),
        PageTab("overview", "clipboard-check-outline", tr("Overzicht")),
    ]  # fmt: skip
    if desk.is_merging:
        matches = worked.plan.matches
        asks = sum(match.differs for match in matches)
        merging = PageTab("merging", "set-merge", tr("Samenvoegen"), len(matches), asks)
        tabs.insert(4, merging)
    return tuple(tabs)
