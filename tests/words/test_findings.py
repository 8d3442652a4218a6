from prestatie_desktop.domain.checks import signing_findings
from prestatie_desktop.domain.signing import SigningMode, SigningScope
from prestatie_desktop.journal.edits.signing import set_signing
from prestatie_desktop.words.findings import finding_sentence
from tests.building import agreement, party, small_session


def test_findings_read_as_sentences_that_name_item_and_party() -> None:
    session = small_session()
    dossier = session.dossier
    first, second = agreement(session, "1.7"), agreement(session, "2.1")
    house = party(session, "Woonhuis")
    session.commit(set_signing(dossier, SigningScope.ITEM, first.id, house.id, SigningMode.NOT))
    for one in dossier.parties:
        if one.can_sign:
            session.commit(
                set_signing(dossier, SigningScope.ITEM, second.id, one.id, SigningMode.NOT)
            )
    said = [finding_sentence(dossier, finding) for finding in signing_findings(dossier)]
    assert "Afspraak 1.7: Woonhuis heeft een rol, maar tekent hier niet voor." in said
    assert "Afspraak 2.1: geen enkele partij tekent hiervoor." in said
    assert "Woonhuis tekent, maar heeft nog geen ondertekenaar." in said
    assert len(said) == 6
