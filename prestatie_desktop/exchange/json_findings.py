"""What a check found, as JSON."""

import json
from collections.abc import Iterable

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.checks import Finding
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.items import find_item
from prestatie_desktop.words.findings import finding_sentence


def findings_text(dossier: Dossier, findings: Iterable[Finding]) -> str:
    """The findings as JSON text, in their own order."""
    value = {
        "format": "prestatie-findings",
        "version": 1,
        "findings": [
            {
                "rule": finding.rule.value,
                "item": _item(dossier, finding),
                "item_id": finding.item_id,
                "party": named(dossier, finding.party_id) if finding.party_id else "",
                "party_id": finding.party_id,
                "sentence": finding_sentence(dossier, finding),
            }
            for finding in findings
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _item(dossier: Dossier, finding: Finding) -> str:
    item = find_item(dossier, finding.item_id)
    if item is None:
        return ""
    return item.number if isinstance(item, Agreement) else item.location
