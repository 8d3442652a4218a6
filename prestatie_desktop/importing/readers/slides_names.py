"""The namespaces of PowerPoint, ready to be put before a name: `A + "p"`."""

_OOXML = "{http://schemas.openxmlformats.org/"

P = _OOXML + "presentationml/2006/main}"
A = _OOXML + "drawingml/2006/main}"
R = _OOXML + "officeDocument/2006/relationships}"
C = _OOXML + "drawingml/2006/chart}"
DGM = _OOXML + "drawingml/2006/diagram}"
MC = _OOXML + "markup-compatibility/2006}"

# Files saved as "Strict Open XML" spell the same in other namespaces.
STRICT = (
    (b"http://purl.oclc.org/ooxml/presentationml/main", P[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", C[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", DGM[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
