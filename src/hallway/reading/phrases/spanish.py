"""Spanish."""

from __future__ import annotations

from hallway.reading.phrases import CONTACT
from hallway.reading.skeleton import LIST

_X = rf"(?P<who>{LIST})"
_GAP = r"[^⟦.;]{0,40}"

PATTERNS: list[tuple[str, float, str]] = [
    ("new", 2.2, rf"\b(?:por fin|al fin|finalmente|por primera vez)\b{_GAP}\b(?:conoc\w+|vi|saludé|encontr\w+|pude)\b{_GAP}{_X}|\b(?:conoc\w+|vi)\b[^⟦.;]{{0,20}} (?:en persona|por primera vez|cara a cara) a {_X}"),
    ("new", 2.2, rf"{_X}[^⟦.;]{{0,60}}\b(?:por fin (?:la |lo |en )?(?:conocí|persona)|por primera vez|en persona|cara a cara)\b"),
    ("new", 1.8, rf"\b(?:conocí|conocimos|conocer|he conocido|hemos conocido|acabo de conocer)\b(?: \w+){{0,4}}? a(?:l)? (?:\w+ ){{0,2}}?{_X}|\b(?:conocí|conocimos) {_X}"),
    ("new", 1.8, rf"\b(?:me|nos) (?:presentó|presentaron|ha presentado) a (?:\w+ )?{_X}|\bnuev[oa]s (?:contactos?|amig[oa]s?|caras|conocid[oa]s?)\b[^⟦.;]{{0,20}}{_X}"),
    ("renewed", 2.0, rf"\b(?:reencontr\w+|reencuentro|volv\w+ a (?:ver|encontrar\w*|coincidir|saludar))\b(?: \w+){{0,3}}? (?:a|con) {_X}|\b(?:me|nos) (?:encontré|encontramos|he encontrado) (?:de nuevo |otra vez |nuevamente )con {_X}|\b(?:de nuevo|otra vez)\b[^⟦.;]{{0,20}} (?:a|con) {_X}"),
    ("renewed", 2.0, rf"{_X}[^⟦.;]{{0,60}}\b(?:no (?:veía|había visto|veíamos)|de nuevo|otra vez|después de (?:tantos|muchos|\w+) años|tras (?:\w+ )?años|viej[oa]s? (?:amig[oa]|conocid[oa]))\b|\bviej[oa]s? (?:amig[oa]s?|conocid[oa]s?|compañer[oa]s?)\b[^⟦.;]{{0,10}}{_X}"),
    ("cemented", 1.8, rf"\b(?:mi|mis|nuestr[oa]s?) (?:(?:querid[oa]|buen[oa]?|gran) )?(?:soci[oa]s?|compañer[oa]s?|amig[oa]s?|colegas?|mujer|marido|jef[ea]|herman[oa]|pareja|co-?\w+),? {_X}|\b(?:viaj\w+|compart\w+|trabaj\w+|fuimos|fui|vine)\b{_GAP}\bcon {_X}|{_X} y yo\b"),
    ("fleeting", 1.8, rf"\b(?:brevemente|de pasada|de paso|un momento|de lejos|apenas)\b{_GAP}{_X}|\b(?:saludé|saludamos|saludar)\b[^⟦.;]{{0,25}} a {_X}|{_X}[^⟦.;]{{0,30}}\b(?:brevemente|de pasada|de lejos|un momento|de refilón)\b"),
    ("none", 1.8, rf"{_X} (?:dio|habló|presentó|abrió|cerró|impartió|inauguró|moderó|explicó|expuso)\b(?! (?:con(?:migo| nosotros)|me\b))|\b(?:charla|ponencia|conferencia|libro|blog|taller|discurso|mesa) (?:\w+ ){{0,2}}?(?:de|por|con) {_X}"),
    ("none", 2.2, rf"\bno (?:pude|pudimos|logré|conseguí|alcancé a|llegué a|me atreví a) (?:\w+ )?(?:ver|hablar|conocer|saludar|encontrar|coincidir|acercarme)?(?:me|la|lo)?(?: con| a)? {_X}|\bno (?:vi|encontré|conocí|saludé)(?: a)? {_X}|\b(?:quería|quise|esperaba|me habría gustado|me hubiera gustado|quiero) (?:\w+ )?(?:ver|hablar|conocer|saludar|encontrar)(?: con| a)? {_X}"),
    ("none", 2.2, rf"{_X}[^⟦.;]{{0,30}}\b(?:no (?:vino|pudo|estaba|estuvo|apareció|llegó)|enferm[oa]|canceló|faltó|ausente)\b|\b(?:me perdí|eché de menos|faltó)(?: a)? {_X}"),
    ("none", 1.5, rf"\b(?:según|foto(?:s)?(?: de|:)|gracias a) {_X}"),
    (CONTACT, 1.8, rf"\b(?:habl\w+|charl\w+|convers\w+|cen(?:é|amos)|com(?:í|imos)|almorc\w+|beb\w+|tom(?:é|amos)|bail\w+|pase\w+|discut\w+|desayun\w+|compart\w+)\b{_GAP}\bcon {_X}|\b(?:cena|comida|almuerzo|café|cerveza|vino|charla|conversación|paseo) (?:\w+ )?con {_X}"),
    (CONTACT, 1.6, rf"\bsentad[oa] (?:al lado de|junto a|con) {_X}|\b(?:me|nos) (?:encontré|encontramos|topé|crucé) con {_X}"),
]  # fmt: skip
