"""What a PDF turned out to hold: pages of pictures, damaged pages, letters that nobody knows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import refusals
from prestatie_desktop.importing.readers.pdf_letters import UNKNOWN
from prestatie_desktop.importing.readers.pdf_page import Fault, PageMarks
from prestatie_desktop.words.translation import tr

# A page with fewer letters and a picture over most of it is a scan with a stamp.
_FEW_LETTERS = 40
_MOST_OF_IT = 0.5
# So many shapes without a letter are letters that were drawn.
_MANY_SHAPES = 60
# When so many of the letters are not known, none can be relied on.
_UNKNOWN = 0.3


@dataclass(slots=True)
class Findings:
    """What is said about the pages, by their numbers."""

    pictures: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    too_much: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    letters: int = 0
    #: Whether there are fewer pages than the file says.
    lacks_pages: bool = False
    unknown_letters: int = 0

    def add_fault(self, number: int, fault: Fault) -> None:
        """Note a page that cannot be read."""
        (self.too_much if fault is Fault.TOO_MUCH else self.damaged).append(number)

    def add(self, number: int, marks: PageMarks, text: str) -> None:
        """Look at one page, with all that it says."""
        letters = sum(not each.isspace() for each in text)
        self.letters += letters
        self.unknown_letters += text.count(UNKNOWN)
        if _is_picture(marks, letters):
            self.pictures.append(number)
        if UNKNOWN in text:
            self.unknown.append(number)

    def refusal(self, name: str) -> UserError | None:
        """Why none of it can be read, if so."""
        if self.unknown_letters > _UNKNOWN * self.letters and self.letters:
            return refusals.unreadable_letters(name)
        if self.letters:
            return None
        if self.pictures:
            return refusals.scanned(name)
        if self.too_much:
            return refusals.too_intricate(name)
        is_damaged = self.damaged or self.lacks_pages
        return refusals.broken(name) if is_damaged else refusals.no_text(name)

    def notices(self) -> tuple[str, ...]:
        """What the reader of the import should know."""
        found = (
            (_PICTURES, self.pictures),
            (_DAMAGED, self.damaged),
            (_TOO_MUCH, self.too_much),
            (_LETTERS, self.unknown),
        )
        told = [_about(tr(sentence), pages) for sentence, pages in found if pages]
        return (*told, tr(_LACKING)) if self.lacks_pages else tuple(told)


_PICTURES = (
    "Van {pages} is de tekst een afbeelding; die kan niet worden gelezen. Vraag de maker om het "
    "oorspronkelijke bestand, of maak met tekstherkenning (OCR) een PDF met doorzoekbare tekst."
)
_DAMAGED = "Niet gelezen, want beschadigd: {pages}. Vergelijk met het document."
_TOO_MUCH = "Niet gelezen, want een te ingewikkelde tekening: {pages}. Vergelijk met het document."
_LETTERS = "Op {pages} staan letters die het bestand niet kent; daar staat nu �."
_LACKING = "Er zijn minder bladzijden gevonden dan het bestand noemt: vergelijk met het document."


def _about(sentence: str, pages: Sequence[int]) -> str:
    label = tr("bladzijde") if len(pages) == 1 else tr("bladzijden")
    said = sentence.format(pages=f"{label} {_numbers(pages)}")
    return said[0].upper() + said[1:]


def _numbers(pages: Sequence[int]) -> str:
    """As "3, 5–8 en 12"."""
    stretches: list[list[int]] = []
    for page in pages:
        if stretches and page == stretches[-1][-1] + 1:
            stretches[-1].append(page)
        else:
            stretches.append([page])
    texts = [f"{each[0]}–{each[-1]}" if len(each) > 1 else str(each[0]) for each in stretches]
    return " en ".join(filter(None, (", ".join(texts[:-1]), texts[-1])))


def _is_picture(marks: PageMarks, letters: int) -> bool:
    if letters == 0:
        return bool(marks.pictures) or marks.shapes > _MANY_SHAPES
    covered = max((picture.area for picture in marks.pictures), default=0.0)
    return letters < _FEW_LETTERS and covered > _MOST_OF_IT * marks.width * marks.height
