"""Dutch."""

from __future__ import annotations

from hallway.reading.phrases import CONTACT
from hallway.reading.skeleton import LIST

_X = rf"(?P<who>{LIST})"
_GAP = r"[^⟦.;]{0,40}"

PATTERNS: list[tuple[str, float, str]] = [
    ("new", 2.2, rf"\b(?:eindelijk|voor het eerst)\b{_GAP}{_X}{_GAP}\b(?:ontmoet\w*|gezien|kennen|zag)\b|{_X}[^⟦.;]{{0,40}}\b(?:eindelijk|voor het eerst)\b[^⟦.;]{{0,30}}\b(?:ontmoet\w*|gezien|gesproken|kennen)\b|\b(?:ontmoette|zag) (?:ik |wij |we )?(?:eindelijk |voor het eerst ){_X}"),
    ("new", 1.8, rf"\b(?:leerden?|heb|hebben)\b{_GAP}{_X}{_GAP}\bkennen\b|\bkennis(?:gemaakt)? (?:gemaakt )?met {_X}|\bkennis met {_X}|\bmaakte(?:n)?\b{_GAP}\bkennis met {_X}"),
    ("new", 1.8, rf"\b(?:stelde|stelden) (?:mij|me|ons) (?:voor )?aan {_X}|\b(?:mij|me|ons) aan {_X}{_GAP}\bvoorgesteld\b|\bnieuwe (?:contacten?|gezichten?|mensen|kennissen|vrienden)\b[^⟦.;]{{0,20}}{_X}"),
    ("new", 1.6, rf"\bontmoette (?:ik |wij |we )?{_X}|\b(?:heb|hebben) (?:ik |we )?{_X}{_GAP}\bontmoet\b"),
    ("renewed", 2.0, rf"{_X}[^⟦.;]{{0,40}}\b(?:weer ?(?:gezien|ontmoet|gesproken|eens)|teruggezien|terug te zien|zag ik (?:weer|terug)|weerzien|opnieuw)\b|\b(?:weerzien met|weer|terug) {_X}|\bzag (?:ik )?{_X} (?:weer|terug)\b"),
    ("renewed", 1.8, rf"\bna (?:zo lang|jaren|\w+ jaar)\b{_GAP}{_X}|{_X}{_GAP}\bna (?:zo lang|(?:al die |zoveel )?jaren|\w+ jaar)\b|\boude (?:vriend(?:in)?|bekende|collega),? {_X}"),
    ("cemented", 1.8, rf"\b(?:mijn|onze?) (?:(?:goede|beste|lieve) )?(?:collega(?:['’]s)?|vriend(?:in|en)?|partner|maat|man|vrouw|baas|huisgeno(?:ot|te)|compagnon|co-\w+),? {_X}|\bmet {_X}{_GAP}\b(?:deelde|kamer|gereisd|gereden|reisde|reed|samen)\b|\b(?:samen|deelde\w*|reisde\w*|reed|gereisd)\b{_GAP}\bmet {_X}|{_X} en ik\b"),
    ("fleeting", 1.8, rf"\b(?:kort|even|vluchtig|in het voorbijgaan)\b[^⟦.;]{{0,25}}{_X}|{_X}[^⟦.;]{{0,25}}\b(?:heel even|vluchtig|kort (?:gezien|gesproken)|in het voorbijgaan|gegroet)\b|\b(?:zwaaide|knikte) (?:ik )?naar {_X}"),
    ("none", 1.8, rf"{_X} (?:hield|gaf|sprak|opende|vertelde|presenteerde|hield)\b(?! (?:mij|me|ons)\b)|\b(?:lezing|praatje|voordracht|verhaal|boek|blog|column|workshop) (?:\w+ ){{0,2}}?(?:van|door) {_X}"),
    ("none", 2.2, rf"{_X}[^⟦.;]{{0,40}}\b(?:(?:helaas |net )?(?:gemist|misgelopen)|niet (?:gezien|gesproken|ontmoet|kunnen spreken|gevonden)|was (?:er niet|ziek|verhinderd)|kon (?:helaas )?niet|afgezegd)\b|\b(?:miste|gemist) (?:ik )?{_X}|\b(?:had|wilde|hoopte)\b{_GAP}{_X}{_GAP}\b(?:willen|ontmoeten|spreken|zien)\b"),
    ("none", 1.5, rf"\b(?:volgens|foto(?:['’]s)?(?: van|:)|met dank aan|dankzij) {_X}"),
    (CONTACT, 1.8, rf"\bmet {_X}[^⟦.;]{{0,50}}\b(?:gepraat|gesproken|gegeten|gedronken|gelachen|gedanst|gekletst|gewandeld|gelopen)\b|\b(?:gesprek|diner|lunch|biertje|koffie|borrel|wandeling) (?:\w+ )?met {_X}|\b(?:sprak|praatte|at|dronk|lunchte|kletste) (?:ik |we )?(?:\w+ ){{0,3}}met {_X}"),
    (CONTACT, 1.6, rf"\b(?:zat|zaten) (?:ik |we )?naast {_X}|\bkwam (?:ik )?{_X} tegen\b"),
]  # fmt: skip
