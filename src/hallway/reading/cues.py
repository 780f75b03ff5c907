"""Plain words for how two people connected, said of the very names they stand beside.

The network judges by the whole passage; these are the phrases whose meaning does not depend on it ("finally met X", "X's
keynote"). Each lends weight to a label; none decides alone.
"""

from __future__ import annotations

import re
from collections import defaultdict

from hallway.reading.skeleton import LIST, Skeleton, numbers

CONTACT = "contact"
"""Some contact was told, of whatever kind: it speaks against `none` and for nothing else."""

_WHO = rf"(?:(?!not\b|no\b)[\w'’()-]+ ){{0,4}}?(?P<who>{LIST})"
_PRE = r"(?:also |just |then |first |got to |get to |managed to |even |of course |really |actually |briefly |quickly |got a chance to |had the pleasure of |pleasure to )*"
_MEAL = r"(?:breakfast|brunch|lunch|dinner|supper|drinks?|beers?|coffee|tea|wine|pizza|whisky|ice cream|a (?:\w+ ){0,2}(?:beer|drink|coffee|pint|meal|walk|bite|cab|taxi|table))"
_TALK = r"(?:chat(?:s|ted|ting)?|conversation|discussion|discussoin|talk(?:s|ed|ing)?|word|debate|argument|exchange|natter|chin-?wag|catch-?up)"
_SPEECH = r"(?:keynotes?|talks?|sessions?|presentations?|panels?|workshops?|lectures?|slides|plenary|address|poster|demo|blog|book|books|post|paper|article|tweets?|video|novel|column|podcast|website|code|repo|library)"

_PATTERNS: list[tuple[str, float, str]] = [
    ("new", 2.0, rf"\b{_PRE}(?:finally|at last|endlich|enfin|por fin|eindelijk)\b[^⟦.;]{{0,30}}\b(?:met|meet|meeting|kennen\w*|rencontr\w+|conoc\w+|ontmoet\w*)(?: with)? {_WHO}"),
    ("new", 1.6, rf"\b(?:I|we|and|to|from|by|day|also|finally|where)\b {_PRE}(?:met|meet|meeting)(?! (?:up|again))(?: with)? {_WHO}"),
    ("new", 1.6, rf"^\W*{_PRE}(?:met|meeting)(?! (?:up|again))(?: with)? {_WHO}"),
    ("new", 2.0, rf"\b(?:m[ae]et|met|meeting|seeing)\b {_WHO}[^⟦.;]{{0,30}}\b(?:for the (?:very )?first time|in person|in the flesh|face to face|in real life|at last)"),
    ("new", 2.0, rf"\b(?:met|meet|meeting)\b[^⟦.;]{{0,12}} for the (?:very )?first time\b[^⟦.;]{{0,30}}(?P<who>{LIST})"),
    ("new", 2.0, rf"(?P<who>{LIST})[^⟦.;]{{0,60}}\b(?:first time (?:meeting|seeing) (?:him|her|them)?|(?:a|an) (?:complete |total |perfect |utter )?stranger (?:until|till|before|on|to (?:me|us)))"),
    ("new", 1.8, rf"\b(?:I|we) (?:had(?:n['’]t| not)|had never) (?:met|seen|known) (?:yet|before|until then)\b[^⟦.;]{{0,10}}(?P<who>{LIST})"),
    ("new", 1.6, rf"\b(?:conheci|conhecer|conhecemos|conocí|conocer|conozco|conocimos|(?:j['’]ai|ai|avons|avoir) (?:enfin )?rencontré|fait (?:enfin )?(?:la )?connaissance|kennengelernt|leerde)\b[^⟦.;]{{0,25}}(?P<who>{LIST})"),
    ("renewed", 1.8, rf"\b(?:reencontr\w+|retrouv\w+|volv\w+ a ver|reví|revi|revu|weerge[sz]ien|teruggezien|wiedergesehen|wieder(?:ge)?troffen)\b[^⟦.;]{{0,25}}(?P<who>{LIST})"),
    ("renewed", 1.8, rf"(?P<who>{LIST})[^⟦.;]{{0,20}}\b(?:wiedergesehen|wiedergetroffen|teruggezien|weergezien)\b"),
    ("new", 2.4, r"\b(?:brand[- ]?new|new) (?:connections?|friends?|faces?|people|contacts?|acquaintances?)\b[^⟦.;]{0,25}[:–—-]?\s*" + rf"(?P<who>{LIST})"),
    ("new", 1.6, rf"\bintroduced (?:me|us|myself|ourselves) to {_WHO}"),
    ("new", 1.6, rf"(?P<who>{LIST}) (?:\w+ )?introduced (?:himself|herself|themselves|themself)"),
    ("new", 1.5, rf"\b(?:got|getting|get) to know {_WHO}"),
    ("new", 1.5, rf"\b(?:lernte|habe|j['’]ai|conocí a|conhec[ei]+|heb)\b[^⟦.;]{{0,30}}(?:kennen|rencontré|connaissance|ontmoet|kennengelernt)?\s*(?P<who>{LIST})[^⟦.;]{{0,20}}\b(?:kennen(?:gelernt)?|ontmoet)\b"),
    ("new", 1.4, rf"(?P<who>{LIST})[^⟦.;]{{0,40}}\b(?:I (?:had )?never met (?:him|her|them)? ?before|whom I had never (?:met|seen))"),
    ("renewed", 2.0, rf"\b(?:see|seeing|saw|met|meet|meeting|with)\b {_WHO}[^⟦.;]{{0,25}}\bagain\b"),
    ("renewed", 2.0, rf"\b(?:caught|catch|catching|catch-?up|caught-?up)(?:[ -]up)? with {_WHO}"),
    ("renewed", 1.5, rf"\b(?:ran|bumped|run|running|bumping|bump) (?:back )?into {_WHO}"),
    ("renewed", 1.8, rf"\b(?:re-?connect\w*|reunited|reunion)\b[^⟦.;]{{0,30}}\bwith {_WHO}"),
    ("renewed", 1.8, rf"\bold (?:friends?|acquaintances?|faces?|mates?|colleagues?|pals?)\b,?[^⟦.;]{{0,30}}(?P<who>{LIST})"),
    ("renewed", 1.8, rf"(?P<who>{LIST})[^⟦.;]{{0,20}}\b(?:an? old (?:friend|acquaintance|mate|colleague)|haven['’]t seen|hadn['’]t seen|last seen)"),
    ("renewed", 1.8, rf"\b(?:met before|people I (?:already )?knew|familiar faces|usual suspects)\b[^⟦.;]{{0,30}}(?P<who>{LIST})"),
    ("renewed", 1.8, rf"\bfor the (?:second|third|fourth|\w+th) time\b|\bmet {_WHO}[^⟦.;]{{0,20}}for the (?:second|third|fourth|\w+th) time"),
    ("renewed", 1.5, rf"\b(?:good|great|nice|lovely|fun|wonderful|pleasure|happy|glad) to (?:finally )?see {_WHO}"),
    ("renewed", 1.2, rf"\b(?:met|meet|meeting|hooked) up with {_WHO}"),
    ("fleeting", 2.0, rf"\b(?:recall seeing|remember seeing|glimps\w+(?: of)?|spotted|wav(?:e|ed|ing) (?:at|to)|nod(?:ded|ding)? (?:at|to)|said (?:hi|hello|hey)(?: to)?|shook hands with|saw)\b(?! (?:a|the|his|her|their|my)? ?\w* ?(?:talk|keynote)) {_WHO}(?!['’]s)(?![^⟦.;]{{0,25}}\bagain\b)"),
    ("fleeting", 1.6, rf"\b(?:sat|sit|sitting|stood|seated|sits|was) (?:right |down )?(?:next to|beside|behind|across from|opposite) {_WHO}"),
    ("fleeting", 1.8, rf"\b(?:briefly|in passing|quick(?:ly)?|for (?:a|two|five|ten) (?:seconds?|minutes?)|a few words|just long enough)\b[^⟦.;]{{0,30}}(?:with|to|met|saw|by)? ?(?P<who>{LIST})(?!['’]s)"),
    ("fleeting", 1.8, rf"\b(?:met|saw|talk\w*|spoke|chat\w*|with|to)\b {_WHO}[^⟦.;]{{0,12}}\b(?:briefly|in passing|for (?:a|two|five|ten) (?:seconds?|minutes?))\b"),
    ("new", 1.8, rf"(?P<who>{LIST})[^⟦.;]{{0,40}}\b(?:(?:had )?never heard of (?:him|her|them)|(?:put|putting) (?:a|the) faces? to|until (?:now|then|that day) (?:only )?(?:a|an) (?:name|handle|voice|avatar))"),
    ("new", 1.5, rf"\b(?:got|get|getting|fell|started|was|were) (?:to )?(?:introduced to|(?:chatting|talking) (?:to|with)|into (?:a )?(?:conversation|talk) with) {_WHO}"),
    ("renewed", 1.8, rf"\b(?:my|our) (?:old|former|one-?time|first|ex-?)[ -](?:\w+ ){{0,2}}?\w+,? (?P<who>{LIST})"),
    ("renewed", 1.8, rf"(?P<who>{LIST}),? (?:who (?:is|was) )?(?:my|our) (?:old|former|one-?time|first|ex-?)[ -]\w+"),
    ("renewed", 1.6, rf"(?P<who>{LIST}),? (?:with )?whom? (?:I|we) (?:used to|once|had (?:once )?(?:worked|studied|shared)|(?:worked|studied|interned|trained|did|went|shared|taught|lived)\b[^⟦.;]{{0,30}}\b(?:with|together|ago|back in|in (?:19|20)\d\d))"),
    ("renewed", 1.5, rf"(?P<who>{LIST})[^⟦.;]{{0,50}}\b(?:an annual tradition|every year|each year|as (?:every|last) (?:year|time)|year running|old times|(?:not|n['’]t) seen (?:\w+ )?(?:since|for|in))\b"),
    ("none", 1.8, rf"\b(?:saw|heard|caught|watched|listened to|enjoyed) (?P<who>{LIST})(?:'s|’s)? (?:speak|talk|present|lecture|perform|read|play|demo|give|giving|speaking|presenting|performing|reading|playing|on(?! the (?:train|bus|plane|stairs|way|last|first|ferry|boat|escalator|platform)))\b"),
    ("cemented", 1.6, rf"(?P<who>{LIST}),? (?:and|&) (?:I|me|myself|ich|moi|yo)\b"),
    ("cemented", 1.6, rf"\b(?:we|us|me) ?\((?P<who>{LIST})"),
    ("cemented", 1.4, rf"\b(?:me|I),? (?:and )?(?P<who>{LIST})"),
    ("cemented", 1.4, rf"\b(?:hung|hang|hanging) out (?:\w+ ){{0,4}}?with {_WHO}"),
    ("cemented", 1.6, rf"\b(?:co-?present\w+|co-?taught|co-?organi[sz]\w+|joint (?:talk|session|paper)|room(?:ed|ing|-?mate)|shar(?:ed|ing) (?:a|the|my|our) (?:room|flat|car|apartment|tent|hotel|house|office)|travel\w+|drove|flew|staying|stayed|worked)\b[^⟦.;]{{0,25}}\b(?:with|at) {_WHO}"),
    ("cemented", 1.5, rf"\b(?:my|our) (?!old\b|former\b|ex\b|first\b)(?:dear |good |best |close |long-?time |fellow |lovely |then |now |\w+ ){{0,3}}(?:co-\w+|friends?|colleagues?|partners?|boss|mentors?|room-?mates?|supervisor|advis[oe]r|team-?mates?|buddy|husband|wife|editor|agent),? (?P<who>{LIST})"),
    ("cemented", 1.3, rf"(?P<who>{LIST}),? (?:who is |is )?(?:my|our) (?!old\b|former\b|ex\b|first\b)(?:\w+ ){{0,3}}(?:co-\w+|friend|colleague|partner|boss|mentor|room-?mate|supervisor|advis[oe]r|team-?mate|editor|agent)\b"),
    ("cemented", 1.6, rf"\bcement\w*\b[^⟦.;]{{0,40}}(?P<who>{LIST})"),
    (CONTACT, 2.0, rf"\b(?:had|have|having|over|for|after|at|a|an|the|long|good|great|nice|interesting|lovely)\b[^⟦.;]{{0,30}}\b(?:{_MEAL}|{_TALK}) (?:\w+ ){{0,2}}?with {_WHO}"),
    (CONTACT, 2.0, rf"\b(?:talk\w*|spoke|speak\w*|chat\w*|discuss\w*|argu\w+|joked|laugh\w*|danced|walked|ate|drank|sang|played|sat|shared|swapped|exchanged|spent)\b[^⟦.;]{{0,30}}\bwith {_WHO}"),
    (CONTACT, 1.8, rf"\b(?:I|we) {_PRE}(?:talked|spoke|chatted) (?:\w+ ){{0,3}}?to {_WHO}"),
    (CONTACT, 1.8, rf"\bjoined by {_WHO}"),
    (CONTACT, 1.8, rf"(?P<who>{LIST}) (?:\w+ ){{0,2}}?(?:told|asked|showed|bought|gave|drove|invited|handed|joined|lent|offered|helped|taught|convinced|persuaded|dragged|greeted|hugged|rescued|beat|fed|called) (?:me|us)\b"),
    (CONTACT, 1.8, rf"(?P<who>{LIST}) (?:\w+ ){{0,2}}?(?:came|walked|ran|wandered|turned|sat|stopped) (?:up to|over to|over|by|next to|down next to|beside|with) (?:me|us|our|my)\b"),
    (CONTACT, 1.5, rf"\b(?:hang|hung|hanging|staying|dinner|lunch|breakfast|drinks|beers?|went|go|going|off|out|along|together|back)\b[^⟦.;]{{0,25}}\bwith {_WHO}"),
    (CONTACT, 1.2, rf"\b(?:I|we) (?:\w+ ){{0,3}}(?:asked|told|showed|invited|thanked|hugged|visited|interviewed|helped|beat) {_WHO}(?!['’]s)"),
    ("none", 1.6, rf"(?P<who>{LIST})(?:'s|’s|s['’]) (?:[\w“\"-]+ ){{0,3}}?{_SPEECH}\b"),
    ("none", 1.6, rf"\b{_SPEECH} (?:\w+ ){{0,2}}?(?:by|from|of) (?P<who>{LIST})"),
    ("none", 1.2, rf"(?P<who>{LIST}) (?:\w+ ){{0,2}}?(?:spoke|presented|keynoted|lectured|talked about|announced|demoed|gave (?:a|the|an|his|her|their) (?:\w+ ){{0,3}}(?:talk|keynote|speech|demo|presentation|lecture))"),
    ("none", 2.2, rf"\b(?:never (?:actually )?(?:met|talked to|spoken (?:to|with)|seen)|have not met|haven['’]t met|not meet|(?:did(?:n['’]t| not)|could(?:n['’]t| not)|(?:was|were)(?:n['’]t| not) able to) (?:(?:actually |even )?(?:get|manage) to )?(?:actually |even )?(?:meet|see|talk)|no (?:chance|time|opportunity) to (?:meet|see|talk to)|never (?:got|managed) to (?:meet|see|talk to)|miss(?:ed|ing) (?:meeting |seeing )?|too shy to \w+ (?:to )?|hope to (?:meet|see)|wanted to meet|would have (?:liked|loved) to (?:meet|see))\b[^⟦.;]{{0,20}}(?P<who>{LIST})(?!['’]s)"),
    ("none", 1.8, rf"\b(?:wrote|written|mailed|e-mailed|emailed|phoned|rang|texted|messaged|writing|write)(?: \w+)? to {_WHO}"),
    ("none", 1.5, rf"\b(?:according to|inspired by|photos? by|picture by|taken by|written by|thanks to|hat tip to|via|congrat\w+ to|as)\b {_WHO}"),
]  # fmt: skip
_COMPILED = [(label, weight, re.compile(pattern, re.I)) for label, weight, pattern in _PATTERNS]
_LISTING = re.compile(r"(?<=\bwith): |(?<=\binto): |(?<=\bmet): |(?<=\bsaw): |(?<=\bto): |(?<=\bmeeting): ")
"""`Shook hands with: X, Y`: the colon of a list says no more than the words before it."""
_DENIED = next(p for label, weight, p in _COMPILED if (label, weight) == ("none", 2.2))
"""What begins inside "did not get to meet X" tells of no meeting."""


def cues(s: Skeleton) -> dict[int, dict[str, float]]:
    """person → label → the weight that this sentence's words lend to it."""
    found: dict[int, dict[str, float]] = defaultdict(dict)
    if not s.has("P"):
        return found
    text = _LISTING.sub(" ", s.text)
    denied = [m.span() for m in _DENIED.finditer(text)]
    for label, weight, pattern in _COMPILED:
        for m in pattern.finditer(text):
            if label != "none" and any(a <= m.start() < b for a, b in denied):
                continue
            named = m.groupdict().get("who")
            for person in numbers(named) if named else s.people():
                found[person][label] = max(found[person].get(label, 0.0), weight)
    return found
