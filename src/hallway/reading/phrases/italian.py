"""Italian: the plainest words only."""

from __future__ import annotations

from hallway.reading.phrases import CONTACT
from hallway.reading.skeleton import LIST

_X = rf"(?P<who>{LIST})"
_GAP = r"[^⟦.;]{0,40}"

PATTERNS: list[tuple[str, float, str]] = [
    ("new", 2.0, rf"\b(?:ho|abbiamo) (?:finalmente )?(?:conosciuto|incontrato per la prima volta)\b(?: \w+){{0,3}}? {_X}|\bmi ha presentato (?:a )?{_X}"),
    ("renewed", 2.0, rf"\b(?:ho|abbiamo) (?:rivisto|ritrovato|reincontrato)\b(?: \w+){{0,3}}? {_X}|\bvecchi[oa] amic[oa] {_X}|{_X}[^⟦.;]{{0,40}}\bdopo (?:tanti|molti|\w+) anni\b"),
    ("cemented", 1.6, rf"\b(?:mi[oa]|nostr[oa]) (?:collega|amic[oa]|soci[oa]),? {_X}|{_X} ed? io\b"),
    ("fleeting", 1.8, rf"\b(?:di sfuggita|brevemente|di passaggio|da lontano)\b{_GAP}{_X}|{_X}[^⟦.;]{{0,30}}\b(?:di sfuggita|brevemente|di passaggio|da lontano)\b"),
    ("none", 1.8, rf"{_X} (?:ha (?:tenuto|parlato|presentato|aperto|spiegato))\b|\b(?:relazione|conferenza|intervento|discorso|libro) (?:di|del|della) {_X}"),
    ("none", 2.2, rf"\bnon (?:ho|abbiamo|sono riuscit[oa] a)\b{_GAP}\b(?:visto|incontrato|conosciuto|vedere|incontrare|salutare|parlato con|parlare con) {_X}|{_X}[^⟦.;]{{0,30}}\b(?:non (?:è venut[oa]|c['’]era|ha potuto)|malat[oa])\b"),
    (CONTACT, 1.8, rf"\b(?:parlato|chiacchierato|cenato|pranzato|bevuto)\b{_GAP}\bcon {_X}"),
]  # fmt: skip
