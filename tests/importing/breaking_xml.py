"""XML that is well formed and means nothing: what a fuzzer makes of a good file."""

from copy import deepcopy

from hypothesis import strategies as st
from lxml.etree import _Element, fromstring, tostring

_VALUES = ("", "0", "-1", "99999999999999999999", "x", "1:1", "\u0661", "true", "é" * 300)


def mutilated(xml: str, data: st.DataObject) -> str:
    """The same with a few elements removed, doubled or moved, and attributes and texts changed."""
    root = fromstring(xml.encode())
    for _ in range(data.draw(st.integers(1, 6))):
        elements = [each for each in root.iter() if each is not root]
        if not elements:
            break
        here = elements[data.draw(st.integers(0, len(elements) - 1))]
        there = elements[data.draw(st.integers(0, len(elements) - 1))]
        _mutilate(here, there, data)
    return '<?xml version="1.0"?>' + str(tostring(root, encoding="unicode"))


def _mutilate(here: _Element, there: _Element, data: st.DataObject) -> None:
    parent = here.getparent()
    assert parent is not None
    match data.draw(st.sampled_from(["remove", "double", "nest", "attribute", "rename", "text"])):
        case "remove":
            parent.remove(here)
        case "double":
            parent.append(deepcopy(here))
        case "nest":
            there.append(deepcopy(here))
        case "rename":
            here.tag = there.tag
        case "text":
            here.text = data.draw(st.sampled_from(_VALUES))
        case "attribute" if here.attrib:
            name = data.draw(st.sampled_from(sorted(map(str, here.attrib))))
            here.set(name, data.draw(st.sampled_from(_VALUES)))
