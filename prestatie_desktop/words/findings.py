"""What a check found, as a sentence."""

from prestatie_desktop.domain.checks import Finding, Rule
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.words.items import item_name
from prestatie_desktop.words.translation import tr

_SENTENCES = {
    Rule.NOBODY_SIGNS: "{item}: geen enkele partij tekent hiervoor.",
    Rule.ROLE_BUT_NOT_SIGNING: "{item}: {party} heeft een rol, maar tekent hier niet voor.",
    Rule.NO_SIGNATORY: "{party} tekent, maar heeft nog geen ondertekenaar.",
}


def finding_sentence(dossier: Dossier, finding: Finding) -> str:
    """The sentence of a finding, such as "Afspraak 1.7: geen enkele partij tekent hiervoor"."""
    return tr(_SENTENCES[finding.rule]).format(
        item=item_name(dossier, finding.item_id), party=named(dossier, finding.party_id)
    )
