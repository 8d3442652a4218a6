"""How much of a stranger's file is read at most, so that time and memory stay bounded.

An honest document stays far below: the largest set of agreements we know of is 4 MB, and a workbook
of 50,000 rows unpacks to about 60 MB.
"""

MEGABYTE = 1024 * 1024

#: Bytes of a file of any kind.
MAX_FILE = 200 * MEGABYTE

#: Bytes of plain text, CSV and HTML: all of it is in memory at once.
MAX_TEXT = 50 * MEGABYTE

#: Non-blank lines of one source.
MAX_LINES = 2_000_000

#: Files in an archive (.docx, .xlsx, .odt … are archives).
MAX_ENTRIES = 10_000

#: Characters of the name of a file in an archive.
MAX_NAME = 1_000

#: Bytes of the table of contents of an archive.
MAX_DIRECTORY = 8 * MEGABYTE

#: Bytes of everything in an archive, unpacked.
MAX_UNPACKED = 500 * MEGABYTE

#: Bytes of the XML in a workbook, unpacked: it is read in passing.
MAX_XML_IN_PASSING = 300 * MEGABYTE

#: Bytes of the XML in a text or slides, unpacked: it stands in memory as a tree, about six times as large.
MAX_XML_AS_TREE = 100 * MEGABYTE

#: How many times smaller XML may have been packed (beyond `RATIO_COUNTS_FROM` bytes). Sheets with
#: 50,000 equal rows reach about 60; a bomb reaches 1,000.
MAX_RATIO = 250
RATIO_COUNTS_FROM = 8 * MEGABYTE

#: Pages of a PDF.
MAX_PAGES = 2_000

#: Bytes that the streams of a PDF may unpack to, all together.
MAX_INFLATED = 500 * MEGABYTE

#: Steps of work on finding the pages of a PDF, on one page and on the whole: a few microseconds each.
MAX_OPENING_STEPS = 20_000_000
MAX_PAGE_STEPS = 2_000_000
MAX_STEPS = 80_000_000
