from typing import Any

import pytest

from prestatie_desktop.domain.breakdown import read_accessibility, read_price
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import KindForm
from prestatie_desktop.domain.numerals import fold
from prestatie_desktop.domain.richtext import parse, to_html
from prestatie_desktop.domain.unknown import Unknown, unknown_code
from tests.resources.data import load, projects, rich_texts

STANDARD: Any = load("templates/standard.json")


def choices(name: str, kind: ChoiceList) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id=each["key"],
            list=kind,
            key=each["key"],
            label=each["label"],
            aliases=tuple(each["aliases"]),
        )
        for each in STANDARD[name]
    )


def names_a_type(written: str) -> bool:
    text = written.lower()
    names = [
        name.lower()
        for each in STANDARD["dwelling_types"]
        for name in (each["key"], *each["aliases"])
    ]
    return any(name in text for name in names)


def test_kinds_have_a_form_and_a_legal_heading_that_exists() -> None:
    headings = {each["key"] for each in load("legal/bod.json")["versions"][-1]["headings"]}
    for kind in STANDARD["kinds"]:
        KindForm(kind["form"])
        assert kind["legal"] in headings | {""}
        assert kind["theme"] in {theme["number"] for theme in STANDARD["themes"]} | {""}
    numbered = [kind["number"] for kind in STANDARD["kinds"] if kind["form"] == "project"]
    assert numbered == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]


@pytest.mark.parametrize("name", ["kinds", "dwelling_types", "accessibility", "prices"])
def test_keys_of_a_list_are_unique(name: str) -> None:
    keys = [each["key"] for each in STANDARD[name]]
    assert len(set(keys)) == len(keys)


def test_every_accessibility_of_the_example_is_read_with_the_standard_classes() -> None:
    classes = choices("accessibility", ChoiceList.ACCESSIBILITY)
    for row in projects():
        read = read_accessibility(row["accessibility"], classes)
        assert read.unknown is not Unknown.NOT_READ, row["accessibility"]


def test_every_price_of_the_example_but_mixed_is_read_with_the_standard_segments() -> None:
    classes = choices("prices", ChoiceList.PRICE)
    not_read = {
        row["price"]
        for row in projects()
        if read_price(row["price"], classes).unknown is Unknown.NOT_READ
    }
    assert not_read == {"Gemengd"}


def test_every_dwelling_type_of_the_example_is_named_in_the_standard_list() -> None:
    unnamed = {
        row["dwelling_type"]
        for row in projects()
        if not names_a_type(row["dwelling_type"])
        and not unknown_code(fold(row["dwelling_type"]) or "")
    }
    assert unnamed == {"", "Start sloop van 167 woningen", "8 nnb"}


def test_introductions_of_standard_themes_are_canonical() -> None:
    texts = rich_texts(STANDARD["themes"])
    assert len(texts) == 6
    assert [to_html(parse(text)) for text in texts] == texts
