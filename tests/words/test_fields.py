from dataclasses import fields

import pytest

from prestatie_desktop.domain.agreement import AgreementStatus
from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.sorts import SORTS, name_of, ref
from prestatie_desktop.words.fields import field_name, field_value, sort_name
from prestatie_desktop.words.items import item_name
from tests.building import agreement, party, project, small_session

FIELDS = sorted({f.name for cls in SORTS.values() for f in fields(cls)} - {"id"})


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_every_sort_has_a_dutch_name(field: str) -> None:
    assert field_name(field)[0].isupper()


@pytest.mark.parametrize("sort", sorted(SORTS))
def test_every_sort_of_thing_has_a_dutch_name(sort: str) -> None:
    assert sort_name(sort)[0].isupper()


def test_values_read_as_a_person_reads_them() -> None:
    session = small_session()
    dossier, house = session.dossier, party(session, "Woonhuis")
    where = ref(agreement(session, "1.7"))
    assert field_value(dossier, where, "status", AgreementStatus.AGREED) == "Akkoord"
    assert field_value(dossier, where, "text", "<p>Een <b>woord</b></p>") == "Een woord"
    assert field_value(dossier, where, "planning", "<q>") == "<q>"
    assert field_value(dossier, where, "question_owner_id", house.id) == "Woonhuis"
    assert field_value(dossier, where, "question_owner_id", "") == ""
    assert field_value(dossier, where, "municipalities", (house.id, "gone")) == "Woonhuis, ?"
    row = Ref("commitment", project(session, "Kerkveld").id)
    assert field_value(dossier, row, "homes", read("circa 10")) == "circa 10"


def test_every_value_of_a_real_dossier_reads_without_an_id_in_it() -> None:
    dossier = small_session().dossier
    ids = {entity.id for entity in dossier.entities()}
    for entity in dossier.entities():
        for field in fields(entity):
            if field.name == "id":
                continue
            where = Ref(name_of(type(entity)), entity.id)
            said = field_value(dossier, where, field.name, getattr(entity, field.name))
            assert said not in ids, field.name


def test_items_are_named_by_number_or_by_place() -> None:
    session = small_session()
    dossier = session.dossier
    assert item_name(dossier, agreement(session, "1.7").id) == "Afspraak 1.7"
    assert item_name(dossier, project(session, "Kerkveld").id) == "Nieuwbouw Kerkveld (Woonhuis)"
    assert item_name(dossier, "gone") == "?"
