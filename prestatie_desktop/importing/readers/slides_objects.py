"""Tables, charts and diagrams on a slide."""

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from prestatie_desktop.domain.richtext import MAX_LEVEL, ListKind, Run
from prestatie_desktop.importing.readers.office_drafts import Flow, Paragraph
from prestatie_desktop.importing.readers.office_tables import ReadRow, table_of
from prestatie_desktop.importing.readers.office_text import whole
from prestatie_desktop.importing.readers.slides_names import DGM, A, C
from prestatie_desktop.importing.readers.slides_parts import text_of
from prestatie_desktop.importing.readers.slides_text import TextStyle, paragraphs
from prestatie_desktop.importing.source import Stretch

_MOST_CELLS = 5_000


def table(element: _Element, slide: int) -> list[Flow]:
    """A table. A cell that was merged into another is empty."""
    properties = element.find(A + "tblPr")
    has_head = properties is not None and properties.get("firstRow") in {"1", "true"}
    rows = [_row(row, slide) for row in element.iterfind(A + "tr")]
    return table_of(
        [ReadRow(cells, is_head=has_head and place == 0) for place, cells in enumerate(rows)]
    )


def _row(row: _Element, slide: int) -> list[list[Flow] | None]:
    return [_cell(cell, slide) for cell in row.iterfind(A + "tc")]


def _cell(cell: _Element, slide: int) -> list[Flow] | None:
    if any(cell.get(merged) in {"1", "true"} for merged in ("hMerge", "vMerge")):
        return None
    body = cell.find(A + "txBody")
    return [] if body is None else list(paragraphs(body, TextStyle(), slide))


def chart(root: _Element) -> list[Flow] | None:
    """The figures behind a chart as a table: a row for each category. None when there are none."""
    series = list(root.iter(C + "ser"))
    labels = _labels(series)
    values = [_points(each.find(C + "val")) for each in series]
    count = max((place + 1 for points in values for place in points), default=0)
    if not count or count * len(series) > _MOST_CELLS:
        return None
    heads: list[list[Flow] | None] = [_text(""), *(_text(_name(each)) for each in series)]
    rows = [ReadRow(heads, is_head=True)]
    for place in range(count):
        figures = (_text(points.get(place, "")) for points in values)
        rows.append(ReadRow([_text(labels.get(place, "")), *figures]))
    title = text_of(root.find(f"{C}chart/{C}title")).strip()
    return [*_text(title), *table_of(rows)]


def _labels(series: Iterable[_Element]) -> dict[int, str]:
    found = (_points(each.find(C + "cat")) for each in series)
    return next((points for points in found if points), {})


def _points(values: _Element | None) -> dict[int, str]:
    if values is None:
        return {}
    code = "".join(each.text or "" for each in values.iter(C + "formatCode"))
    return {
        whole(point.get("idx"), 0, 0, _MOST_CELLS): _figure(point.findtext(C + "v") or "", code)
        for point in values.iter(C + "pt")
    }


def _figure(written: str, code: str) -> str:
    """A number as it is written in Dutch; other text as it is."""
    try:
        number = float(written)
    except ValueError:
        return written.strip()
    number, unit = (number * 100, "%") if code.endswith("%") else (number, "")
    return f"{number:.10g}".replace(".", ",") + unit


def _name(series: _Element) -> str:
    return "".join(each.text or "" for each in series.iterfind(f"{C}tx//{C}v"))


def _text(text: str) -> list[Flow]:
    return [Paragraph([Stretch(run=Run(text=text))])] if text else []


def diagram(root: _Element, slide: int) -> list[Flow]:
    """The texts of a diagram (SmartArt), as a list with a level for each ring of boxes."""
    points = {each.get("modelId", ""): each for each in root.iterfind(f"{DGM}ptLst/{DGM}pt")}
    tops = [key for key, point in points.items() if point.get("type") == "doc"]
    levels = dict(_walk(tops, _links(root)))
    for key in points:
        levels.setdefault(key, 1)
    return [
        draft
        for key, level in levels.items()
        if key in points and (body := points[key].find(DGM + "t")) is not None
        for draft in _boxed(body, level, slide)
    ]


def _boxed(body: _Element, level: int, slide: int) -> Iterator[Paragraph]:
    for draft in paragraphs(body, TextStyle(), slide):
        draft.list_kind, draft.level = ListKind.BULLET, min(level, MAX_LEVEL)
        yield draft


def _links(root: _Element) -> dict[str, list[str]]:
    """The boxes under each box, in order."""
    found: dict[str, list[tuple[int, str]]] = {}
    for each in root.iterfind(f"{DGM}cxnLst/{DGM}cxn"):
        if each.get("type", "parOf") == "parOf":
            order = whole(each.get("srcOrd"), 0, 0, 10**6)
            found.setdefault(each.get("srcId", ""), []).append((order, each.get("destId", "")))
    return {key: [box for _, box in sorted(boxes)] for key, boxes in found.items()}


def _walk(tops: Iterable[str], links: dict[str, list[str]]) -> Iterator[tuple[str, int]]:
    """Every box under the top ones, each before those under it, with its level."""
    waiting = [(key, 0) for key in tops]
    been: set[str] = set()
    while waiting:
        key, level = waiting.pop()
        if key in been:
            continue
        been.add(key)
        if level:
            yield key, level
        waiting += ((each, level + 1) for each in reversed(links.get(key, [])))
