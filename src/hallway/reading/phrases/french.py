"""French."""

from __future__ import annotations

from hallway.reading.phrases import CONTACT
from hallway.reading.skeleton import LIST

_X = rf"(?P<who>{LIST})"
_GAP = r"[^⟦.;]{0,40}"

PATTERNS: list[tuple[str, float, str]] = [
    ("new", 2.2, rf"\b(?:enfin|pour la première fois)\b{_GAP}\b(?:rencontr\w+|connaissance|fait la|vu|serré la main|mis un visage)\b{_GAP}{_X}|\benfin {_X}"),
    ("new", 2.2, rf"{_X}[^⟦.;]{{0,60}}\b(?:enfin (?:rencontré|vue?|fait)|fait (?:enfin )?(?:sa|leur) connaissance|pour la première fois|en chair et en os)\b|{_X},? (?:que )?(?:j['’]ai |nous avons |ai )?(?:enfin )rencontrée?"),
    ("new", 1.8, rf"\b(?:j['’]ai|ai|avons|avoir) (?:\w+ )?(?:rencontré|fait (?:\w+ )?la connaissance (?:de|d['’]))\s?(?:\w+ ){{0,2}}{_X}|\bfait (?:\w+ )?la connaissance d[e'’] ?{_X}"),
    ("new", 1.8, rf"\b(?:m['’]a|m['’]ont|nous a) présentée?s? (?:à )?{_X}|\bprésentée?s? {_X}"),
    ("new", 1.8, rf"\bnouvelles? (?:rencontres?|connaissances?|têtes?|relations?)\b[^⟦.;]{{0,20}}{_X}|{_X},? (?:une? )?(?:parfaite? )?inconnue?\b"),
    ("renewed", 2.0, rf"\b(?:retrouvé|revu|recroisé|retrouver|revoir|retrouvailles avec)(?: (?:avec|mon|ma|de|plaisir|joie|enfin|aussi)){{0,3}} {_X}"),
    ("renewed", 2.0, rf"{_X}[^⟦.;]{{0,60}}\b(?:perdue?s? de vue|pas (?:vue?|revue?) depuis|retrouvée?s?|revue?s?)\b|\b(?:vieil(?:le)?|ancien(?:ne)?) (?:amie?|camarade|collègue|connaissance) {_X}"),
    ("cemented", 1.8, rf"\b(?:mon|ma|mes|notre|nos) (?:(?:cher|chère|vieux|fidèle) )?(?:collègues?|amie?s?|associée?s?|complices?|compagn\w+|femme|mari|patron(?:ne)?|colocataires?|binôme|co-\w+),? {_X}"),
    ("cemented", 1.6, rf"\b(?:fait (?:la )?route|voyagé|venue?s?|partag\w+|logée?s?|travaill\w+|dormi)\b{_GAP}\bavec {_X}"),
    ("cemented", 1.0, rf"{_X} et (?:moi|je)\b"),
    ("fleeting", 1.8, rf"\b(?:brièvement|en coup de vent|en passant|rapidement|vite fait)\b{_GAP}{_X}|\b(?:croisé|salué|aperçu|entrevu)e?s? (?:\w+ )?{_X}|{_X}[^⟦.;]{{0,30}}\b(?:brièvement|en coup de vent|en passant|de loin|entr['’]?aperçue?)\b"),
    ("none", 1.8, rf"\b(?:conférence|exposé|intervention|discours|atelier|présentation|livre|blog|chronique|table ronde) (?:\w+ ){{0,2}}?(?:de|d['’]|par|avec) ?{_X}|{_X} (?:a parlé|parlait|a présenté|présentait|a ouvert|a tenu|a donné|a expliqué|a fait (?:un|une|la|le) (?:exposé|conférence|discours)|est intervenue?)\b(?! (?:à|avec) (?:moi|nous))"),
    ("none", 2.2, rf"\b(?:n['’]ai|n['’]avons|ai|avons) (?:malheureusement |hélas )?(?:pas|jamais)\b{_GAP}\b(?:vu|voir|rencontr\w+|parl\w+|crois\w+|salu\w+|trouv\w+)(?: (?:à|avec))? {_X}|\b(?:manqué|raté|loupé) {_X}|{_X}[^⟦.;]{{0,30}}\b(?:malade|absente?|n['’]est pas venue?|n['’]a pas pu|a annulé|retenue?|n['’]était pas)\b"),
    ("none", 2.2, rf"\b(?:voulais|aurais (?:aimé|voulu)|espérais|souhaitais|rêvais de)\b{_GAP}\b(?:rencontrer|voir|saluer|parler (?:à|avec)|croiser)\b{_GAP}{_X}"),
    ("none", 1.5, rf"\b(?:selon|d['’]après|photos? (?:de|:)|crédit :|merci à) {_X}"),
    (CONTACT, 1.8, rf"\b(?:discuté|parlé|bavardé|dîné|déjeuné|mangé|bu|ri|dansé|papoté|échangé|marché|trinqué|causé)\b{_GAP}\bavec {_X}|\b(?:dîner|déjeuner|verre|café|conversation|discussion|apéro|balade|échange) (?:\w+ )?avec {_X}"),
    (CONTACT, 1.6, rf"\bassise? (?:à côté|près) d[e'’] ?{_X}|{_X} (?:m['’]a|nous a|m['’]ont) \w+"),
]  # fmt: skip
