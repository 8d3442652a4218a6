"""The dossier as a workbook would have it: a draft, row by row."""
