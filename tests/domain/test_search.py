"""Finding words anywhere in a dossier."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.agreement_set import TextPart, TextPartKind
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.search import SearchIndex, Where, folded
from prestatie_desktop.domain.sorts import ref
from tests.building import agreement, full_session, party, project, theme


def part(text: str) -> TextPart:
    return TextPart(id="p", kind=TextPartKind.PREAMBLE, title="", text=text, rank="i")


def searched(text: str, query: str) -> tuple[str, str] | None:
    """The snippet and the piece of it that is marked."""
    dossier = Dossier()
    dossier.put(part(text))
    hits = SearchIndex(dossier).find(query)
    return (hits[0].snippet, hits[0].snippet[slice(*hits[0].at)]) if hits else None


@given(st.text(max_size=50))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_capitals_and_accents_make_no_difference() -> None:
    assert searched("<p>Één café</p>", "EEN CAFE") == ("Één café", "Één")
    assert searched("<p>E\u0301e\u0301n</p>", "één") == ("Één", "Één")
    assert searched("<p>een</p>", "e\u0301en") == ("een", "een")
    assert folded("İß") == "iß"


def test_all_words_must_be_there_in_any_order() -> None:
    assert searched("<p>wonen met zorg</p>", "zorg wonen") == ("wonen met zorg", "zorg")
    assert searched("<p>wonen met zorg</p>", "zorg huur") is None
    assert searched("<p>wonen</p>", "  ") is None


def test_tags_and_their_attributes_are_no_words() -> None:
    assert searched('<p><a href="item:abc">zie <b>1.7</b> &amp; verder</a></p>', "href") is None
    assert searched("<p>Q&amp;A</p>", "q&a") == ("Q&A", "Q&A")


@given(
    st.text("abc é\n", max_size=200),
    st.text("xyzé", min_size=1, max_size=120),
    st.text("abc é\n", max_size=200),
)
def test_the_marked_piece_is_the_word(before: str, word: str, after: str) -> None:
    found = searched(before + word + after, word)

    assert found is not None
    assert folded(found[1]) == folded(word)


def test_the_piece_shown_begins_at_a_word_near_the_place() -> None:
    text = "Dit is een lange inleiding over van alles en nog wat voordat het woord huurprijs komt."
    found = searched(text + " En daarna volgt nog veel meer tekst dan er in past." * 3, "huurprijs")

    assert found is not None
    assert found[0].startswith("en nog wat voordat het woord huurprijs komt.")
    assert len(found[0]) <= 90
    near = searched("de huurprijs " + "x" * 100, "huurprijs")
    assert near is not None
    assert near[0].startswith("de huurprijs xxx")


def test_hits_come_in_reading_order_whatever_changed_last() -> None:
    session = full_session()
    dossier, index = session.dossier, SearchIndex(session.dossier)
    first = agreement(session, "1.7")
    assert [hit.name for hit in index.find("woning") if hit.where is Where.AGREEMENT] == ["1.7"]
    for one in (agreement(session, "2.1"), agreement(session, "1.10"), first):
        dossier.put(replace(one, text="<p>woning</p>"))

    names = [hit.name for hit in index.find("woning") if hit.where is Where.AGREEMENT]

    assert names == ["1.7", "1.10", "2.1"]
    dossier.put(replace(theme(session, "2"), rank="0z"))
    again = [hit.name for hit in index.find("woning") if hit.where is Where.AGREEMENT]
    assert again == ["2.1", "1.7", "1.10"]


def test_what_is_gone_is_not_found_and_what_is_back_is() -> None:
    session = full_session()
    dossier, index = session.dossier, SearchIndex(session.dossier)
    row = project(session, "Kerkveld")
    assert len(index.find("kerkveld")) == 1

    dossier.remove(ref(row))
    assert index.find("kerkveld") == ()
    dossier.put(row)
    index.forget(ref(row))
    assert len(index.find("kerkveld")) == 1
    assert len(index.find("kerkveld", limit=0)) == 0


@pytest.mark.parametrize(
    ("query", "where", "name"),
    [
        ("kerkveld", Where.COMMITMENT, "Kerkveld · Woonhuis"),
        ("betaalbaarheid", Where.THEME, "2 Betaalbaarheid"),
        ("bewoners", Where.PARTY, "Bewoners"),
        ("labels", Where.SERIES, "Labels"),
        ("begrippen", Where.TEXT_PART, "Begrippen"),
        ("contactpersoon", Where.AGREEMENT, "1.10"),
        ("betaalt", Where.AGREEMENT, "1.7"),
    ],
)
def test_every_sort_of_thing_is_found_under_its_name(query: str, where: Where, name: str) -> None:
    hits = SearchIndex(full_session().dossier).find(query)

    assert (where, name) in [(hit.where, hit.name) for hit in hits]


def test_a_row_of_nobody_is_named_by_its_place() -> None:
    session = full_session()
    row = project(session, "Kerkveld")
    session.dossier.put(replace(row, corporation_id=""))

    hits = SearchIndex(session.dossier).find("kerkveld")

    assert [(hit.name, hit.entity_id) for hit in hits] == [("Kerkveld", row.id)]
    assert session.dossier.find(Commitment, row.id) is not None
    assert party(session, "Woonhuis").name == "Woonhuis"
