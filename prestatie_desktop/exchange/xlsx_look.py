"""How a workbook looks: a calm heading, wrapped texts, a hairline between the rows."""

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.workbook import Workbook

from prestatie_desktop.words.workbook.forms import Form

#: Names under which Excel shows the styles.
HEAD, PROSE, RAW, DAY, HIDDEN, LABEL, REMARK = (
    "Prestatie kop",
    "Prestatie tekst",
    "Prestatie als getypt",
    "Prestatie datum",
    "Prestatie verborgen",
    "Prestatie gegeven",
    "Prestatie uitleg",
)

#: Longer texts in a cell of the format "text" are shown as #### by some versions of Excel.
LONGEST_RAW = 255

_INK, _QUIET, _LINE, _SOFT = "FF1F2933", "FF7B8794", "FFD9DEE4", "FFE9EEF3"


def add_styles(workbook: Workbook) -> None:
    """Give a workbook the styles."""
    line = Border(bottom=Side(style="thin", color=_LINE))
    top = Alignment(vertical="top", wrap_text=True)
    for style in (
        NamedStyle(
            HEAD,
            font=Font(bold=True, color=_INK),
            fill=PatternFill("solid", fgColor=_SOFT),
            border=Border(bottom=Side(style="medium", color=_QUIET)),
            alignment=Alignment(vertical="center", wrap_text=True),
        ),
        NamedStyle(PROSE, border=line, alignment=top),
        NamedStyle(RAW, border=line, alignment=top, number_format="@"),
        NamedStyle(
            DAY,
            border=line,
            alignment=Alignment(vertical="top", horizontal="left"),
            number_format="d-m-yyyy",
        ),
        NamedStyle(HIDDEN, font=Font(color=_QUIET), number_format="@"),
        NamedStyle(LABEL, font=Font(bold=True, color=_INK), border=line, alignment=top),
        NamedStyle(REMARK, font=Font(color=_QUIET), alignment=top),
    ):
        workbook.add_named_style(style)


def style_of(form: Form) -> str:
    """The style of a column: typed numbers stay as they are typed, long texts read as texts."""
    if form is Form.DAY:
        return DAY
    return PROSE if form in {Form.RICH, Form.LINES} else RAW
