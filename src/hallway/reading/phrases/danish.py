"""Danish, near enough to Norwegian and Swedish: the plainest words only."""

from __future__ import annotations

from hallway.reading.phrases import CONTACT
from hallway.reading.skeleton import LIST

_X = rf"(?P<who>{LIST})"
_GAP = r"[^⟦.;]{0,40}"

PATTERNS: list[tuple[str, float, str]] = [
    ("new", 2.0, rf"\b(?:mødte|träffade|møtte) (?:jeg |jag |vi )?(?:endelig |äntligen )?{_X}(?:[^⟦.;]{{0,30}}\b(?:for|för) første? gang\w*)?|{_X}[^⟦.;]{{0,40}}\b(?:for første gang|för första gången)\b|\blærte {_X}{_GAP}\bat kende\b|\bpræsenterede mig for {_X}"),
    ("renewed", 2.0, rf"{_X}[^⟦.;]{{0,40}}\b(?:igen|genså|återsåg|igjen)\b|\b(?:genså|gensyn med|återsåg) (?:jeg |jag )?{_X}|\bgamle? (?:ven|veninde|bekendt|vän) {_X}"),
    ("cemented", 1.6, rf"\b(?:min|vores|vår) (?:kollega|ven|veninde|makker|vän|partner),? {_X}|{_X} og jeg\b"),
    ("fleeting", 1.8, rf"\b(?:kort|flygtigt|i forbifarten)\b{_GAP}{_X}"),
    ("none", 1.8, rf"{_X} (?:holdt|talte|fortalte|åbnede|höll|holdt)\b(?! (?:mig|os|med))|\b(?:foredrag|oplæg|bog|tale|föredrag) (?:af|av|med) {_X}"),
    ("none", 2.2, rf"\b(?:nåede|fik|traf|mødte|så)\b{_GAP}\b(?:ikke|inte)\b{_GAP}{_X}|{_X}[^⟦.;]{{0,30}}\b(?:kunne ikke|var syg|kom ikke|aflyste)\b|\b(?:missede|savnede) {_X}"),
    (CONTACT, 1.8, rf"\b(?:talte|snakkede|spiste|drak|sad|pratade)\b{_GAP}\b(?:med|sammen med|ved siden af) {_X}"),
]  # fmt: skip
