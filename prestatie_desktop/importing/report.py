"""The report of an import: made, told to a person, and written for other programs."""

from prestatie_desktop.importing.report_json import report_json
from prestatie_desktop.importing.report_lines import report_lines
from prestatie_desktop.importing.report_making import report
from prestatie_desktop.importing.report_values import Report, ReportedLine, ReportedPart

__all__ = ["Report", "ReportedLine", "ReportedPart", "report", "report_json", "report_lines"]
