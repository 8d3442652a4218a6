"""Whatever a recogniser makes of whatever document, a plan is made, fits, and is made only once."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prestatie_desktop.domain.agreement import AgreementStatus, Obligation, RoleKind
from prestatie_desktop.domain.agreement_set import SetKind, TextPartKind
from prestatie_desktop.domain.integrity import dangling
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.richtext import parse
from prestatie_desktop.domain.series import SeriesKind
from prestatie_desktop.importing.planning import plan
from prestatie_desktop.importing.reading import (
    FoundAgreement,
    FoundColumn,
    FoundCover,
    FoundFigures,
    FoundGroup,
    FoundParty,
    FoundRole,
    FoundRow,
    FoundSignatory,
    FoundTextPart,
    FoundTheme,
    Reading,
    Wording,
)
from prestatie_desktop.importing.source import Comment, Stamp
from prestatie_desktop.journal.entry_codec import encode_entry
from tests.importing.carrying_out import begun, from_template
from tests.importing.making_readings import small_reading

ODD = st.sampled_from(
    ["", " ", "\x00", "\ud800", "a\u202eb", "x" * 2_100, "{0} {about}", "ﬁ", "e\u0301", "<b>", "1.7\n", "İ",
     "own:", "year:2027"]
)  # fmt: skip
WORD = st.one_of(ODD, st.text(max_size=8))
NAME = st.sampled_from(["Woonbron", "woonbron ", "Stichting Woonbron", "De Linde", "", "\x00", "İ"])
NUMBER = st.sampled_from(
    ["1.1", "1.1.", "1.2", "2.1.a", "", "x" * 30, "İ", "…", "0", "999999999999"]
)
KEY = st.sampled_from(["a", "b", "c", ""])
HTML = st.one_of(
    WORD, st.sampled_from(["<p>een</p>", "<p>twee <b>drie</b></p>", "<ul><li>x</li></ul>"])
)
STAMP = st.one_of(
    st.builds(Stamp, WORD, st.one_of(st.none(), st.datetimes(timezones=st.just(None)))),
    st.builds(Stamp, WORD, st.datetimes(timezones=st.timezones())),
)
FIELD = st.one_of(
    st.sampled_from(
        ["location", "homes", "homes_after", "offered", "amount", "price", "accessibility", "daeb",
         "status", "note", "postcode", "year:2027", "year:1", "kind_id", "rank", "id"]
    ),
    WORD,
)  # fmt: skip


def several(of: Any, most: int = 3) -> Any:
    return st.lists(of, max_size=most).map(tuple)


WORDINGS = several(st.builds(Wording, st.one_of(st.none(), STAMP), HTML))
AGREEMENT = st.builds(
    FoundAgreement,
    key=KEY, theme=st.one_of(NUMBER, WORD), number=NUMBER, heading=WORD, text=HTML,
    roles=several(st.builds(FoundRole, NAME, st.sampled_from(RoleKind))),
    planning=WORD, indicator=WORD, remark=WORD,
    status=st.one_of(st.none(), st.sampled_from(AgreementStatus)),
    obligation=st.one_of(st.none(), st.sampled_from(Obligation)),
    wordings=WORDINGS, comments=several(st.builds(Comment, STAMP, WORD)),
).map(
    lambda one: replace(one, text=one.wordings[-1].text) if one.wordings else one
)  # fmt: skip
READING = st.builds(
    Reading,
    cover=st.builds(
        FoundCover, key=st.just("cover"), title=WORD,
        kind=st.one_of(st.none(), st.sampled_from(SetKind)),
        first_year=st.one_of(st.none(), st.integers(-5, 9_999)),
        last_year=st.one_of(st.none(), st.integers(-5, 9_999)),
    ),
    parties=several(
        st.builds(
            FoundParty, key=KEY, name=NAME, kind=st.sampled_from(PartyKind), legal_name=WORD,
            aliases=several(NAME), represents=several(NAME), signs=st.booleans(),
        )
    ),
    groups=several(
        st.builds(FoundGroup, key=KEY, name=NAME, members=several(NAME), aliases=several(NAME))
    ),
    text_parts=several(
        st.builds(
            FoundTextPart, key=KEY, kind=st.sampled_from(TextPartKind), title=WORD, text=HTML
        )
    ),
    themes=several(
        st.builds(FoundTheme, key=KEY, number=NUMBER, title=WORD, introduction=HTML)
    ),
    agreements=several(AGREEMENT, 5),
    rows=several(
        st.builds(
            FoundRow, key=KEY,
            kind=st.one_of(st.sampled_from(["sale", "quota", "own:X"]), WORD),
            kind_number=NUMBER, theme=NUMBER, agreement=NUMBER, corporation=NAME,
            municipality=NAME, values=st.dictionaries(FIELD, WORD, max_size=4),
            unit=st.sampled_from(["", "euro", "percent", "homes"]),
        ),
        5,
    ),
    figures=several(
        st.builds(
            FoundFigures, key=KEY, kind=st.sampled_from(SeriesKind), title=WORD, theme=NUMBER,
            agreement=NUMBER, row_label=WORD,
            columns=several(st.builds(FoundColumn, WORD, NAME)),
            rows=several(st.tuples(WORD, several(WORD))),
        )
    ),
    signatories=several(
        st.builds(FoundSignatory, key=KEY, party=NAME, name=WORD, function=WORD, on_behalf_of=WORD)
    ),
)  # fmt: skip


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(READING, st.booleans(), WORD)
def test_any_reading_becomes_a_plan_that_fits_and_changes_nothing_twice(
    reading: Reading, is_new: bool, name: str
) -> None:
    session = begun(reading) if is_new else from_template()
    before = session.dossier.copy()
    made = plan(reading, session.dossier, name=name)
    entries = session.commit_together(made.acts)
    after = session.dossier.copy()

    assert dangling(session.dossier) == ()
    for entry in entries:
        json.dumps(encode_entry(entry), ensure_ascii=False).encode()
    for entity in session.dossier.entities():
        for field in ("text", "introduction"):
            parse(getattr(entity, field, ""))
    session.undo()
    assert session.dossier == before
    session.redo()
    assert session.dossier == after == session.store.load()
    again = plan(reading, session.dossier, name=name)
    assert [act.action for act in again.acts] == []


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(READING)
def test_any_reading_fits_a_dossier_that_holds_things_already(reading: Reading) -> None:
    session = begun(small_reading())
    session.commit_together(plan(small_reading(), session.dossier).acts)
    before = session.dossier.copy()
    session.commit_together(plan(reading, session.dossier).acts)
    assert dangling(session.dossier) == ()
    numbers = [
        a.number for t in session.dossier.themes for a in session.dossier.agreements_of(t.id)
    ]
    assert len(set(numbers)) == len(numbers)
    if session.to_undo is not None and session.dossier != before:
        session.undo()
        assert session.dossier == before
