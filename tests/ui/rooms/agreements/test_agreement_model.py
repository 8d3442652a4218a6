from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester

from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.rooms.agreements.agreement_model import AgreementModel
from tests.building import small_session, theme


def model_of(session: Session, number: str = "1") -> AgreementModel:
    model = AgreementModel(lambda: session.dossier)
    model.show(a.id for a in session.dossier.agreements_of(theme(session, number).id))
    return model


def test_the_model_keeps_qts_own_rules(session: Session, qtmodeltester: ModelTester) -> None:
    model = model_of(session)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.follow([])
    model.show(a.id for a in session.dossier.agreements_of(theme(session, "2").id))


def test_a_screen_reader_hears_number_text_and_status(session: Session) -> None:
    assert model_of(session).index(0).data() == ("1.7 Woonhuis bouwt ruim 40 woningen. (Voorstel)")


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(5)), st.integers(0, 5), st.integers(0, 4))
def test_following_ends_at_the_wanted_order_whatever_it_was(
    order: list[int], added: int, gone: int
) -> None:
    session = small_session()
    model = AgreementModel(lambda: session.dossier)
    first = [f"id{i}" for i in range(5)]
    model.show(first)
    for wanted in (
        [first[i] for i in order],
        [*first[:added], "nieuw", *first[added:]],
        [one for one in first if one != first[gone]],
    ):
        model.follow(wanted)
        assert list(model.ids) == wanted
        assert [model.row_of(one) for one in wanted] == list(range(len(wanted)))
        model.follow(first)


def test_one_that_moves_moves_and_nothing_is_drawn_anew(session: Session) -> None:
    model = AgreementModel(lambda: session.dossier)
    model.show("abcde")
    moves: list[tuple[int, int]] = []
    resets: list[None] = []
    model.rowsMoved.connect(lambda _f, row, _l, _t, before: moves.append((row, before)))
    model.modelReset.connect(lambda: resets.append(None))
    for wanted in ("bcdae", "abcde", "acbde"):
        model.follow(list(wanted))
    assert moves == [(0, 4), (3, 0), (1, 3)]
    assert resets == []


def test_nothing_has_rows_of_its_own(session: Session) -> None:
    model = model_of(session)
    assert model.rowCount() == 2
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None
