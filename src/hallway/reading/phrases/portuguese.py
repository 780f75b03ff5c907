"""Portuguese."""

from __future__ import annotations

from hallway.reading.phrases import CONTACT
from hallway.reading.skeleton import LIST

_X = rf"(?P<who>(?:[oa]s? )?{LIST})"
_GAP = r"[^⟦.;]{0,40}"

PATTERNS: list[tuple[str, float, str]] = [
    ("new", 2.2, rf"\b(?:finalmente|enfim|por fim|pela primeira vez)\b{_GAP}\b(?:conhec\w+|vi|encontr\w+)\b{_GAP}{_X}|\bconhec\w+ (?:pessoalmente|em pessoa) {_X}|{_X}[^⟦.;]{{0,50}}\b(?:pela primeira vez|em pessoa|finalmente (?:conheci|nos conhecemos))\b"),
    ("new", 1.8, rf"\b(?:conheci|conhecemos|conhecer)\b(?: \w+){{0,3}}? {_X}|\b(?:apresentou|apresentaram)-(?:me|nos) (?:(?:a|à|ao|o) )?{_X}|\b(?:me|nos) apresentou (?:(?:a|à|ao|o) )?{_X}|\bnov[oa]s (?:contac?tos?|amig[oa]s?|caras|conhecid[oa]s?)\b[^⟦.;]{{0,20}}{_X}"),
    ("renewed", 2.0, rf"\b(?:reencontr\w+|rever|revi|voltei a ver|matei saudades d[eoa])(?: (?:com|a|o|também))? ?{_X}|{_X}[^⟦.;]{{0,50}}\b(?:não via|de novo|outra vez|há (?:\w+ )?anos|velh[oa] amig[oa])\b|\bvelh[oa]s? (?:amig[oa]s?|conhecid[oa]s?|colegas?)\b[^⟦.;]{{0,10}}{_X}"),
    ("cemented", 1.8, rf"\b(?:meu|minha|meus|nosso|nossa) (?:(?:querid[oa]|grande|bo[am]) )?(?:soci[oa]|colega|amig[oa]|companheir[oa]|mulher|marido|chefe|irm[ãa]o?|parceir[oa]|co-\w+),? {_X}|\b(?:viaj\w+|partilh\w+|dividi\w*|trabalh\w+|fui|fomos|vim)\b{_GAP}\bcom {_X}|{_X} e eu\b"),
    ("fleeting", 1.8, rf"\b(?:brevemente|de passagem|rapidamente|de relance|de longe)\b{_GAP}{_X}|\b(?:cumprimentei|acenei)\b[^⟦.;]{{0,20}}{_X}|{_X}[^⟦.;]{{0,30}}\b(?:de passagem|de relance|de longe|brevemente)\b"),
    ("none", 1.8, rf"{_X} (?:fez|deu|falou|apresentou|abriu|encerrou|proferiu|explicou|moderou)\b(?! comigo| connosco|-me)|\b(?:palestra|conferência|livro|blogue?|oficina|discurso|apresentação) (?:\w+ ){{0,2}}?(?:d[eoa]|por|com) {_X}"),
    ("none", 2.2, rf"\bnão (?:consegui|pude|cheguei a|deu para|vi|encontrei|conheci|falei)(?: (?:falar|ver|conhecer|encontrar|cumprimentar|estar))?(?: com)? {_X}|\b(?:queria|quis|esperava|gostava de|gostaria de) (?:ter )?(?:falad?o?r?|vis?t?o?e?r?|conhec\w+|encontr\w+|cumprimentar)(?: com)? {_X}|{_X}[^⟦.;]{{0,30}}\b(?:não (?:veio|pôde|estava|esteve|apareceu)|doente|cancelou|faltou)\b"),
    ("none", 1.5, rf"\b(?:segundo|fotos?(?: d[eoa]|:)|graças a|obrigad[oa] a) {_X}"),
    (CONTACT, 1.8, rf"\b(?:fal\w+|convers\w+|jant\w+|almoc\w+|beb\w+|tom(?:ei|ámos)|danc\w+|pass\w+|discut\w+)\b{_GAP}\bcom {_X}|\b(?:jantar|almoço|café|cerveja|copo|conversa|passeio) (?:\w+ )?com {_X}|\bsentad[oa] ao lado d[eoa] {_X}|\bencontrei(?:-me com)? {_X}"),
]  # fmt: skip
