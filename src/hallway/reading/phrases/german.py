"""German."""

from __future__ import annotations

from hallway.reading.phrases import CONTACT
from hallway.reading.skeleton import LIST

_X = rf"(?P<who>{LIST})"
_GAP = r"[^⟦.;]{0,40}"
_MY = r"\b(?:mein|unser)(?:e[mrn]?)? (?:(?:guten?|lieben?|langjährigen?|neuen?) )?"

PATTERNS: list[tuple[str, float, str]] = [
    ("new", 2.2, rf"\b(?:zum ersten mal|erstmals|endlich)\b{_GAP}{_X}{_GAP}\b(?:getroffen|kennen\w*|begegnet|gesehen|traf|trafen)\b"),
    ("new", 2.2, rf"{_X}[^⟦.;]{{0,60}}\b(?:zum ersten mal|erstmals|endlich (?:auch |mal |einmal )?(?:persönlich|kennen\w*|getroffen|von angesicht))\b"),
    ("new", 1.8, rf"\b(?:lernten?|habe|haben|hab)\b{_GAP}{_X}[^⟦.;]{{0,60}}\bkennen(?:lernen|zulernen|gelernt)?\b"),
    ("new", 1.8, rf"\b(?:mit|an) {_X}{_GAP}\bbekannt ?gemacht\b|\b(?:hat|haben) (?:mich|uns|mir) {_X}{_GAP}\bvorgestellt\b|\bstellte (?:mich|mir|uns) {_X}(?: vor)?\b"),
    ("new", 1.8, rf"\bneue?[rns]? (?:bekanntschaft\w*|kontakte?|gesicht\w*|freund\w*)\b[^⟦.;]{{0,25}}[:–—,-]?\s*{_X}"),
    ("new", 2.0, rf"\bkannte (?:ich|ihn|sie)\b{_GAP}\b(?:noch |vorher |bisher |bis dahin )+nicht\b{_GAP}{_X}|{_X}{_GAP}\bkannte ich\b{_GAP}\b(?:noch |vorher |bisher |bis dahin )+nicht\b"),
    ("renewed", 2.0, rf"{_X}[^⟦.;]{{0,60}}\b(?:wieder ?(?:gesehen|getroffen|sehen)|wiederzusehen|wiedersah)\b"),
    ("renewed", 2.0, rf"\b(?:wieder ?(?:gesehen|getroffen)|wiedersehen mit|wieder mal|wieder einmal|wiederzusehen|wieder da)\b{_GAP}{_X}"),
    ("renewed", 0.9, rf"\bnach (?:so )?(?:langer zeit|(?:\w+ )?jahren)\b{_GAP}{_X}|{_X}{_GAP}\b(?:nach (?:so )?(?:langer zeit|(?:\w+ )?jahren)|seit (?:\w+ )?jahren nicht (?:mehr )?gesehen)\b"),
    ("renewed", 1.8, rf"\balte[rnms]? (?:freund|bekannte|kolleg|weggefährt|schulfreund)\w* {_X}"),
    ("cemented", 1.8, rf"{_MY}(?:kolleg\w+|freund\w*|partner\w*|mitbewohner\w*|chef\w*|frau|mann|bruder|schwester|mitstreiter\w*|co-\w+) {_X}"),
    ("cemented", 1.6, rf"\bmit {_X}{_GAP}\b(?:hingefahren|gefahren|angereist|gereist|zimmer|zelt|geteilt|gewohnt|übernachtet)\b"),
    ("cemented", 1.6, rf"{_X} und (?:ich|mir|mich)\b"),
    ("fleeting", 1.8, rf"\b(?:nur |ganz )?(?:kurz|flüchtig|im vorbeigehen)\b{_GAP}{_X}|{_X}{_GAP}\b(?:nur kurz|ganz kurz|kurz (?:gesehen|gesprochen|gegrüßt|getroffen)|flüchtig|im vorbeigehen|zugewunken|zugenickt)\b"),
    ("none", 1.8, rf"{_X} (?:hielt|sprach|referierte|eröffnete|moderierte|präsentierte|erklärte|redete|zeigte|las|trug)\b(?! mi[rt]\b| uns\b| mich\b| lange mit)"),
    ("none", 1.8, rf"\b(?:\w*vortrag|keynote|lesung|buch|blog|podium|rede|referat) (?:von|mit) {_X}"),
    ("none", 2.2, rf"{_X}[^⟦.;]{{0,60}}\b(?:leider )?(?:verpasst|verfehlt|nicht (?:mehr )?(?:getroffen|gesehen|gesprochen|gefunden|erwischt|angesprochen|dabei|da|gekommen|kommen))\b"),
    ("none", 2.2, rf"{_X} (?:war|ist|musste|hat|konnte|lag|fehlte|blieb)\b{_GAP}\b(?:krank|nicht|abgesagt|absagen|verhindert|zu hause|gefehlt)\b|{_X} fehlte\b"),
    ("none", 2.2, rf"\b(?:hätte|wollte|hoffte|möchte|würde)\b{_GAP}{_X}{_GAP}\b(?:getroffen|treffen|kennenlernen|kennengelernt|sprechen|gesprochen|sehen)\b"),
    ("none", 1.5, rf"\b(?:laut|gemäß|foto:?|bild:?|fotos? von|danke an|dank an) {_X}"),
    (CONTACT, 1.8, rf"\bmit {_X}[^⟦.;]{{0,60}}\b(?:gesprochen|geredet|geplaudert|gegessen|getrunken|diskutiert|unterhalten|gefrühstückt|getanzt|gelacht|spazier\w*)\b"),
    (CONTACT, 1.8, rf"\b(?:gespräch\w*|\w*essen|bier|kaffee|frühstück|wein|spaziergang|plausch|tee) mit {_X}"),
    (CONTACT, 1.6, rf"\b(?:traf|trafen|getroffen|begegnet|begegnete) (?:ich |wir )?(?:\w+ ){{0,2}}{_X}|\b(?:habe|haben|bin)\b{_GAP}{_X}{_GAP}\b(?:getroffen|begegnet)\b|\bsaß(?:en)? (?:ich |wir )?(?:neben|bei|mit) {_X}"),
]  # fmt: skip
