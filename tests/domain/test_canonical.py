"""What a party signs holds how accessible and how dear its homes are."""

import pytest

from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.journal.edits import commitments
from tests.building import party, project, small_session


@pytest.mark.parametrize("field", ["accessibility", "price"])
def test_another_split_of_the_homes_is_another_code(field: str) -> None:
    session = small_session()
    house, row = party(session, "Woonhuis"), project(session, "Kerkveld").id
    codes = [Fingerprints(session.dossier).code(house)]
    for split in ("BAT 1", "BAT 2"):
        session.commit(commitments.set_values(session.dossier, row, {field: split}))
        codes.append(Fingerprints(session.dossier).code(house))

    assert len(set(codes)) == 3
