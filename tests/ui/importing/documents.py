"""Documents of other people, written by the tests themselves."""

from pathlib import Path

_TEXT = """# Prestatieafspraken Veldhoven 2026

Gemeente Veldhoven, Stichting Woonhuis en Thuisborg

# 1 Beschikbaarheid

Er zijn te weinig kleine woningen. Daarom bouwen wij er de komende jaren bij.

## 1.1 Nieuwbouw

Locatie\tAantal woningen\tType\tPrijsklasse\tCorporatie
Kerkveld\t40 woningen\tMGW\ttot aftoppingsgrens\tWoonhuis
Zuidrand, fase 2\t+65\tEGW\tgemengd\tThuisborg
Molenakker\tcirca 10\tEGW\tvrije sector\tThuisborg

## Afspraken

1.7\tWoonhuis bouwt in 2026 ten minste 45 woningen in Kerkveld en begint voor de zomer.\t<p><b>Woonhuis</b> Gemeente Veldhoven</p>
1.8\tDe gemeente wijst voor elk bouwplan een vaste contactpersoon aan.\t<p><b>Gemeente Veldhoven</b> Woningcorporaties</p>
1.9\tDe corporaties melden leegstand binnen een week bij de gemeente.\t<p><b>Thuisborg</b> Gemeente Veldhoven</p>

# 2 Betaalbaarheid

De woonlasten blijven te dragen voor wie weinig verdient.

2.1\tDe huur van sociale woningen stijgt in 2026 met hooguit twee procent.\t<p><b>Woningcorporaties</b></p>
2.2\tWoonhuis en Thuisborg bieden maatwerk aan huurders met schulden.\t<p><b>Woonhuis</b> Thuisborg</p>

qzx losse kreet zonder plaats

# Ondertekening

Organisatie\tNaam\tFunctie
Gemeente Veldhoven\tmevrouw A. Voorbeeld\twethouder
Woonhuis\tde heer B. Bestuurder\tbestuurder
Thuisborg\tmevrouw C. Directeur\tbestuurder
"""


def text_document(folder: Path, name: str = "Afspraken Veldhoven 2026.txt") -> Path:
    """Two themes with five agreements, a table of projects, signatures, and a line of nothing."""
    path = folder / name
    path.write_text(_TEXT, encoding="utf-8")
    return path


def sheet_document(folder: Path, rows: int = 3, name: str = "Projecten.csv") -> Path:
    """A list of projects of one corporation."""
    path = folder / name
    lines = ["Locatie;Aantal woningen;Soort;Corporatie"]
    lines += [f"Straat {at};{1 + at % 90};Renovatie;Woonhuis" for at in range(rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def broken_document(folder: Path) -> Path:
    """What calls itself Word and is not."""
    path = folder / "Kapot.docx"
    path.write_bytes(b"PK\x03\x04 dit is geen document")
    return path
