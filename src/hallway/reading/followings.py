"""Had the author known them from afar: read, listened to, written with, before they met?"""

from __future__ import annotations

import re

_READ = (
    r"(?:read(?:ing)?|follow(?:ed|ing)?|lurk(?:er|ed|ing)|subscrib(?:er|ed|ing)|listen(?:ed|ing)?|fan of|admir(?:er|ed)|"
    r"stalk(?:ed|ing)|watch(?:ed|ing)|gelesen|lese|verfolg[et]|gefolgt|höre|suivais|suis (?:depuis|le|la|son|sa)|lis|écoute|leía|leo|sigo|seguía|escucho|lees|lees|volg|luister|leio|acompanho|ouço)"
)
_WORK = (
    r"(?:blog(?:ue)?s?|weblog|chronique|columna|kolumne|coluna|FAQ|feeds?|newsletters?|podcasts?|columns?|posts?|tweets?|twitter|journal|writing|books?|work|papers?|channel|"
    r"livejournal|website|site|comments?|videos?|photos?|online|mailing list|instagram|for (?:years|ages|a (?:long|very))|seit jahren|"
    r"depuis des années|desde hace|al jaren|há (?:muito|anos))"
)
READ = re.compile(
    rf"\b{_READ}\b[^.!?\n]{{0,60}}\b{_WORK}\b|\b{_WORK}\b[^.!?\n]{{0,30}}\b(?:I(?:'|’)ve|I have|I had|I|ich|je|yo|ik|eu)\b[^.!?\n]{{0,30}}\b{_READ}\b",
    re.I,
)
FINALLY = re.compile(
    r"\b(?:finally|at last|endlich|enfin|por fin|eindelijk|finalmente)\b[^.!?\n]{0,40}\b(?:m[ae]et|met|in person|face|kennen|rencontr\w*|conoc\w*|"
    r"ontmoet\w*|conhec\w*)\b|\b(?:m[ae]et|met)\b[^.!?\n]{0,60}\b(?:in person|in the flesh|face[- ]to[- ]face|in real life|IRL|at last|after (?:years|all these))\b|"
    r"\b(?:put|putting|attach\w*)\b[^.!?\n]{0,20}\bfaces?\b|\bfaces? to (?:a|the|their|his|her) (?:names?|nicks?|handles?|voices?)\b|"
    r"\b(?:known|knew|know)\b[^.!?\n]{0,40}\b(?:online|from the (?:list|internet|web|forum|channel)|on (?:irc|twitter|the list))\b",
    re.I,
)
WROTE = re.compile(
    r"\b(?:exchang|swapp|trad)\w+ (?:[\w-]+ ){0,4}(?:e-?mails?|mails?|messages|letters|patches|comments|tweets)\b[^.!?\n]{0,60}\b(?:before|until|for (?:years|months|ages))\b",
    re.I,
)


def known_from_afar(sentence: str) -> bool:
    """Whether a sentence says so in plain words."""
    return bool(READ.search(sentence) or FINALLY.search(sentence) or WROTE.search(sentence))
