import importlib
import pkgutil
from enum import StrEnum
from itertools import pairwise

import pytest

from prestatie_desktop import domain
from prestatie_desktop.domain.commitment import Daeb, ProjectStatus
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.signing import SigningMode
from prestatie_desktop.words.labels import in_sentence, label, plural

#: How texts are built and compared is no choice anybody makes.
MACHINERY = ("prestatie_desktop.domain.redline", "prestatie_desktop.domain.richtext")


def enums_of_the_field() -> list[type[StrEnum]]:
    for module in pkgutil.iter_modules(domain.__path__, "prestatie_desktop.domain."):
        importlib.import_module(module.name)
    return [
        cls
        for cls in StrEnum.__subclasses__()
        if cls.__module__.startswith("prestatie_desktop.domain.")
        and not cls.__module__.startswith(MACHINERY)
    ]


MEMBERS = [member for cls in enums_of_the_field() for member in cls]


@pytest.mark.parametrize("member", MEMBERS, ids=lambda m: f"{type(m).__name__}.{m.name}")
def test_every_choice_of_the_field_has_a_dutch_name(member: StrEnum) -> None:
    name = label(member)
    assert name.strip()
    assert name != member.value


@pytest.mark.parametrize("cls", enums_of_the_field(), ids=lambda cls: cls.__name__)
def test_no_two_choices_of_one_list_have_the_same_name(cls: type[StrEnum]) -> None:
    names = sorted(label(member) for member in cls)
    assert all(one != other for one, other in pairwise(names))


@pytest.mark.parametrize("kind", list(PartyKind))
def test_every_kind_of_party_has_a_heading_of_its_own(kind: PartyKind) -> None:
    assert plural(kind) != label(kind)


def test_a_label_within_a_sentence_has_no_capital_but_an_abbreviation_keeps_its_own() -> None:
    assert in_sentence(label(SigningMode.NOT)) == "tekent niet"
    assert in_sentence(label(Daeb.YES)) == "DAEB"
    assert in_sentence("") == ""


def test_choices_with_the_same_stored_text_keep_their_own_names() -> None:
    assert label(ProjectStatus.CANCELLED) == "Vervallen"
    assert label(SigningMode.SIGNS) == "Tekent"
