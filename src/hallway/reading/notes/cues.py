"""The words that tell what the words beside them are: how we met, through whom, where, what is wanted.

A pattern is tried at the start of a word. `strong` cues count anywhere; the others only where no free text runs: at the
start of a part, after a name, after another cue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from hallway.model import Connection

RELATIVES = (
    r"(?:partner|colleague|co-?worker|friend|boss|cousin|brother|sister|neighbou?r|client|customer|supplier|flatmate|room-?mate|roomie|mentor|mentee|student|"
    r"supervisor|advisor|teacher|co-?author|co-?host|co-?founder|co-?organi[sz]er|co-?translator|editor|publisher|manager|landlord|classmate|team-?mate|tent mate|"
    r"travel companion|assistant|intern|agent|kollegin|kollege|freundin|freund|chefin|chef|collègue|amie?|associée?|colega|amig[ao]|soci[ao]|collega|vriendin|"
    r"vriend|compagnon|kunde|kundin|cliente?)s?"
)


class Sort(StrEnum):
    """What a stretch of the note is."""

    PEOPLE = "people"
    KIND = "kind"
    UNMET = "unmet"
    CONTACT = "contact"
    VIA = "via"
    AT = "at"
    OF = "of"
    PLACE = "place"
    NEED = "need"
    OFFER = "offer"
    FOLLOWING = "following"
    RELATION = "relation"
    OUTCOME = "outcome"
    ROLE = "role"
    WHEN = "when"
    EVENT = "event"
    ORGANIZATION = "organization"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern, what it announces, and the kind of connection or status that goes with it."""

    sort: Sort
    pattern: re.Pattern[str]
    value: str | None = None
    strong: bool = False


def _cue(sort: Sort, pattern: str, value: str | None = None, strong: bool = False) -> Cue:
    return Cue(sort, re.compile(rf"(?:{pattern})(?!\w)", re.I), value, strong)


_F, _N, _R, _C = (k.value for k in (Connection.FLEETING, Connection.NEW, Connection.RENEWED, Connection.CEMENTED))
_I = r"(?:i |we |i'?ve |we'?ve |i had |we had |have |had |just |sadly |alas,? |only |barely |nearly |almost |again |unfortunately )*"
_WHO = r"(?:him|her|them|each other|this time|again|[,.;!?)/\n-]|$)"
_NEGATED = (
    r"(?:did ?n[o'’]?t|didnt|did not|never|could ?n[o'’]?t|couldnt|could not|have ?n[o'’]?t|havent|has ?n[o'’]?t|had ?n[o'’]?t|hadnt|was ?n[o'’]?t able|"
    r"failed|no (?:time|chance|luck)|not|no)"
)
_MEET = r"(?:meet|met|meeting|see|seen|saw|find|found|talk(?:ed)?(?: to| with)?|speak(?: to| with)?|spoke(?: to| with)?|catch|reach|say hello(?: to)?|say hi(?: to)?)"
_TALK = r"(?:talk|keynote|session|panel|lecture|speech|presentation|workshop|slides|demo|paper|poster|vortrag|conférence|charla|lezing|palestra)"
_NOT_NEW = (
    r"(?! (?:to |in |on |at |for )?(?:the |a |an )?(?:job|role|position|book|baby|company|startup|boss|project|product|website|site|blog|office|press|kid|"
    r"editor|scene|team|manager|ceo|cto|head|chair|director|president|partner|idea|version|release|album|paper|haircut|hat|house|flat|place|podcast|show|"
    r"album|scheme|world|field|town|city|employer|contract|tool|name|number|address|email)\b)"
)

CUES = (
    # How we met, said outright.
    _cue(Sort.KIND, r"(?:i |we )?(?:had )?(?:have |has |had ?n[o'’]?t|hadnt|have ?n[o'’]?t|not|never) ?(?:ever )?(?:met|seen|spoken|crossed paths)(?: (?:her|him|them|each other))? before(?: today| now)?|never met till now", _N, True),
    _cue(Sort.KIND, r"(?:we )?(?:finally|at last|endlich|enfin|por fin|eindelijk|finalmente)(?: (?:got to )?(?:m[ae]et|met|kennengelernt|getroffen|rencontrée?|conocí|ontmoet|conheci)(?: (?:in person|in real life|irl|face to face|her|him|them))*)?", "finally", True),
    _cue(Sort.KIND, r"brand[- ]?new|(?:for the |the )?(?:very )?(?:first|1st) (?:time|contact|meeting|mtg|encounter)(?: (?:ever|in person|face to face|irl))?(?! since)|new (?:face|person|contact|acquaintance|connection)|first met|new to me|stranger|zum ersten mal|(?:neu )?kennengelernt|pour la première fois|por primera vez|voor het eerst|pela primeira vez|prima volta|in (?:person|the flesh|real life)|irl|face to face", _N, True),
    _cue(Sort.KIND, rf"(?:both |all |totally |completely )?(?:new|neu|nouve(?:au|lle)|nuev[oa]|nieuw|nov[oa]){_NOT_NEW}|unknown|1st mtg", _N),
    _cue(Sort.KIND, r"(?:we )?(?:met|seen|saw)(?: (?:her|him|them|each other|up))? (?:again|before|once more|last year too)|(?:caught|catch(?:ing)?|catch)[- ]up(?: with)?|(?:ran|bumped|run|bump) into(?! each other)|re-?connected(?: with)?|known (?:her|him|them )?(?:for|since)|known from before|met up(?: (?:with|w/))?|wieder ?(?:gesehen|getroffen|sehen)|(?:re)trouvée?s? (?:avec plaisir )?|(?:re)?vu encore|reencuentro|volví a ver|weer ?gezien|as (?:every|last) (?:year|spring|time)|like last year|(?:first time|hadn'?t (?:seen|met)(?: (?:her|him|them))?) since|last (?:seen|met) (?:in|at)|good to see (?:her|him|them )?again|second time|2nd time|third time", _R, True),
    _cue(Sort.KIND, r"again|once more|renewed|reunion|wieder|(?:à |de )?nouveau|encore|otra vez|de nuevo|opnieuw|weer|de novo|outra vez|re-?met|seen before", _R),
    _cue(Sort.KIND, r"(?:only |very |just |too |so )?briefly|in passing|(?:just |only )?(?:a )?(?:quick )?(?:hi|hello|handshake|nod|wave|hallo)(?: (?:only|and bye|\+ handshake))?|(?:only |just )?(?:waved|glimpsed|nodded)(?: (?:at|to))?|saluted|(?:just |only )?said (?:hi|hello)(?: to)?|shook hands(?: (?:with|only))?|fleeting(?:ly)?|a (?:second|minute|moment)|(?:for )?(?:two|2|five|5|a few|one|1) (?:mins?|minutes?|secs?|seconds?)(?: (?:only|max))?|kurz|nur kurz|en passant|brièvement|de pasada|brevemente|saludo|terloops|even|de passagem|rapidinho|\bflüchtig", _F),
    _cue(Sort.KIND, r"(?:only|just|very) briefly|in passing|(?:just|only) (?:said )?(?:hi|hello|waved|glimpsed)(?: (?:to|at))?|hi only|(?:waved|nodded) (?:at|to)|glimpsed|said (?:hi|hello)(?: to)?", _F, True),
    _cue(Sort.KIND, r"cemented|(?:a )?(?:very )?long (?:talk|chat|conversation|dinner|walk|evening|lunch)s?(?: (?:with|w/))?|we (?:work|worked|lived|travel(?:led|ed)) together|work(?:ed|ing)? together|work(?:ed)? with(?= (?:her|him|them)\b| ?[,;.]| ?$)(?: (?:her|him|them))?|share[ds]? (?:a |the |my |an )?(?:room|flat|hotel room|office|tent|house)(?: with)?|drove (?:back |home |down |there )?(?:with|w/?)|lange(?:s)? gespräch(?: mit)?", _C, True),
    # Not met. Before contact, because "didn't meet" holds "meet".
    _cue(Sort.UNMET, rf"{_I}(?:missed|verpasst|raté|gemist|perdi)(?= {_WHO}|{_WHO})(?: (?:him|her|them|each other))?(?: again| this time)?", "missed", True),
    _cue(Sort.UNMET, rf"{_I}(?:missed|raté|gemist)(?= (?!(?:the|his|my|our|a|an|out|half|most|part)\b|(?:her|their) \w))", "missed", True),
    _cue(Sort.UNMET, rf"{_I}{_NEGATED}(?: (?:yet|quite|even|actually))?(?: (?:get|got|manage|managed|have|had|find|come|able|make it)(?: (?:around|round|time|a chance|the chance|it|able))?)?(?: to)? {_MEET}(?! before)(?! since)(?: (?:him|her|them|each other))?(?! before)(?! since)(?: (?:this time|yet|at all|in person|again))?", "missed", True),
    _cue(Sort.UNMET, r"not met|unmet|nicht (?:getroffen|gesehen|gefunden)|pas (?:rencontrée?|vue?|trouvée?)|no (?:conocí|pude (?:ver|conocer)|vi|encontré)(?: a)?|niet (?:ontmoet|gezien|gevonden)|não (?:conheci|encontrei|vi)", "missed", True),
    _cue(Sort.UNMET, rf"{_I}(?:looked (?:for|out for)|searched for|was looking for|hoped (?:for|to (?:meet|see|find))|wanted to (?:meet|see|find|talk to))", "missed", True),
    _cue(Sort.UNMET, r"(?:i |we )?(?:really )?(?:want|would like|would love|'d like|'d love|hope|hoping|plan|planning|need|have|ought|must|should|try|looking forward|look forward|possible|worth|going|wish)(?: to)?(?: try to)? (?:meet(?:ing)?|see(?:ing)?|find|look up|seek out|get to know|talk to|speak to|speak with|talk with|catch|contact|visit)(?! (?:again|me|us|whether|if|how|what))", "planned", True),
    _cue(Sort.UNMET, r"to meet|meet(?= (?!again|up|ing)\w)|möchte(?: \w+)? (?:treffen|kennenlernen)|(?:je )?(?:veux|voudrais) rencontrer|(?:quiero|quisiera) conocer(?: a)?|wil (?:\w+ )?ontmoeten|quero conhecer", "planned"),
    _cue(Sort.UNMET, r"(?:was|is|were) ?n[o'’]?t (?:there|here|around|coming|at)|(?:wasnt|isnt) (?:there|here|coming)|was not (?:there|here|around)|not (?:there|here|present|coming|attending|at (?:the )?(?:stand|booth))|absent|no[- ]show|did ?n[o'’]?t (?:come|show(?: up)?|make it|turn up|appear)|didnt (?:come|show|make it)|could ?n[o'’]?t (?:come|make it)|couldnt (?:come|make it)|cancelled(?: (?:last minute|on me))?|stayed (?:at )?home|nicht (?:da|dabei|gekommen)|pas (?:là|venue?)|no (?:vino|estaba)|niet (?:gekomen|aanwezig)|não (?:veio|estava)", "absent", True),
    _cue(Sort.UNMET, rf"(?:i )?(?:only )?(?:heard|saw|watched|attended|listened to|enjoyed|liked|loved|went to|been to|sat in)(?: on)?(?= (?:her|his|their|the)? ?(?:\w+ ){{0,3}}?(?:\w+['’]s? )?(?:{_TALK}|speak|spoke|speaking|present|play|on stage|online|from a distance|from afar)\b)", "stage", True),
    _cue(Sort.UNMET, rf"(?:heard|hear) (?:of|about|from)|{_TALK} (?:by|of|von|de|van) (?=[A-ZÀ-Þa-z])|on stage|from (?:afar|a distance|the stage|the audience)|(?:gave|did|held) (?:the|a|an) (?:\w+ )?{_TALK}|vortrag gehört|not in person", "stage", True),
    _cue(Sort.UNMET, r"(?:only |just )(?:e-?mailed|mailed|wrote|written|phoned|called|texted|tweeted|online|by (?:e-?mail|mail|phone)|on (?:zoom|the phone|skype|twitter)|chatted online)(?: (?:to|with))?", "wrote", True),
    _cue(Sort.UNMET, r"(?:e-?mailed|mailed|phoned|called|texted|wrote(?: to)?|pinged|e-?mail|mail|write(?: to)?|phone|call|ring|tell|ask|remind|contact|google|look up|follow up with|greet|thank)(?= (?!(?:me|us|back|her|him|them|the|a|about|for|in|on|at|his|on)\b)\w)", "wrote"),
    # Through whom.
    _cue(Sort.VIA, r"via|through|thanks to|thx to|intro(?:duction)? (?:by|from|via|through)|introduced (?:to me )?(?:by|through|via)|introduced by|(?:re)?commended by|presented by|brought (?:over|along) by|friend of a friend,|dank|par l'intermédiaire de|grâce à|présentée? par|gracias a|presentad[oa] por|a través de|dankzij|voorgesteld door|graças a|apresentad[oa] por|vorgestellt von", None, True),
    _cue(Sort.VIA, r"über|durch|par|por|door", "weak"),
    # Knew their work before.
    _cue(Sort.FOLLOWING, r"(?:i |i'?ve |i have )?(?:been )?(?:read(?:s|ing)?|follow(?:s|ed|ing)?|listen(?:s|ed|ing)? to|watch(?:es|ed|ing)?|subscrib(?:e|es|ed|ing) to|lurk(?:s|ed|er|ing)? on)(?= (?:(?:her|his|their|the|all|every)\b|(?:for|since|on)\b))|(?:long[- ]?time |big |huge )?(?:fan|reader|follower|lurker|listener|subscriber|admirer)(?: (?:of|on))? (?:her|his|their)|(?:fan|follower|reader|lurker) (?:of|since|for)|after (?:\w+ )?(?:years|months|ages) (?:of|on)|known (?:\w+ )?(?:from|on|via|through) (?:twitter|mastodon|the (?:mailing )?list|irc|the forum|online|linkedin|her blog|his blog|github|slack|discord)|knew (?:\w+ )?(?:online|from (?:her|his|their|the|twitter|irc))|(?:after )?(?:\d+|two|three|four|five|many|long) (?:yrs|years|months) (?:of|by) (?:e-?mails?|mailing|tickets|tweets|letters|patches|dms|chat)|(?:lese|folge) (?:\w+ ){0,3}(?:blog|podcast|newsletter)|je lis son|leo su|lees (?:haar|zijn)|leio (?:o|seu)", None, True),
    # What they want and have.
    _cue(Sort.NEED, r"(?:and |she |he |they |who |also |really |still |badly )*(?:needs?|wants?|wanted|is looking for|looking (?:for|to)|looks for|look for|seeks?|seeking|in search of|is after|searching for|would like|would love|hopes? to|hoping to|could use|hiring|is hiring|asked (?:me |us )?(?:for|about|if|whether|to)|asks (?:for|about|if)|interested in|curious about|wishes|sucht|braucht|will|möchte|interessiert sich|cherche|a besoin|veut|voudrait|busca|necesita|quiere|le interesa|zoekt|(?:heeft .{1,30} )?nodig|wil|procura|precisa|quer)", None, True),
    _cue(Sort.OFFER, r"(?:and |she |he |they |who |also |really )*(?:offers?|offered|offering|can (?:help|send|lend|offer|give|introduce|teach|get|provide|supply|do|host)|could (?:help|send|lend|host|introduce|give)|will (?:send|lend|help|introduce|share|give|let|bring|connect|show)|promised|has .{1,40} to (?:give|lend|share|sell|spare)|gives|sells?|rents?|lends?|teaches|teach|trains|makes|builds|translates|edits|publishes|repairs|happy to|bietet|verkauft|kann helfen|propose|offre|vend|ofrece|vende|biedt|verkoopt|oferece)", None, True),
    _cue(Sort.OUTCOME, r"(?:and |we |then |later |has |have |since |now )*(?:became|become) (?:a |an |my |our )\w+|(?:we |and )(?:then |later |have |now )*(?:agreed|signed|founded|wrote|built|started|hired|published|decided)|later (?:hired|joined|became|bought|signed)|ended up \w+|led to|is now (?:a |my |our )(?:client|customer|friend|partner|supplier)|hired (?:me|us|her|him)|(?:a |one |two |three |four |five |six |\d+ )(?:days?|weeks?|months?|years?) later", None, True),
    # What the tie is called.
    _cue(Sort.RELATION, rf"(?:my|our|mein(?:e|en)?|unser(?:e|en)?|mon|ma|notre|mi|nuestr[oa]|mijn|onze|meu|minha|nosso)(?: (?!(?:{RELATIVES})\b)[\w'’-]+){{0,3}} {RELATIVES}(?!['’]s)(?! of\b)", None, True),
    _cue(Sort.RELATION, rf"(?:(?:a |an )?(?:old|dear|good|best|former|ex|close|long-?time|alter?|vieil(?:le)?|viej[oa]|oude?|podcasting|business|travel|project|writing|research)[- ]){{1,2}}{RELATIVES}(?!['’]s)(?! of\b)|(?:colleague|kollegin|kollege|collègue|colega|collega|friend|co-?author|co-?worker|room-?mate|flatmate|roomie|freundin|freund|amie?|amig[oa])(?!['’]s)(?! (?:of|von|de)\b)", None),
    # Contact: somebody comes next.
    _cue(Sort.CONTACT, r"(?:(?:i|we|just|also|today|yesterday|really|so|ich|hab(?:e)?|j'ai|ik|heb|ai) )*(?:met(?: (?:with|w/?|her|him|them|at last))?|talked (?:to|with)|spoke (?:to|with)|chatted (?:to|with|up)|chat (?:with|w/?)|talk (?:with|w/?)|hung out with|sat (?:next to|with|beside)|(?:lunch|dinner|coffee|drinks?|beers?|breakfast|tea|walk|taxi|train|ride)(?: home| back)? (?:with|w/?)|shared a \w+ (?:with|w/?)|introduced to|got talking to|said hello to|getroffen|traf|gesprochen mit|rencontrée?|croisée?|discuté avec|conocí a|conoci a|hablé con|ontmoet|gesproken met|conheci(?: [oa])?|falei com|together with|with|w/)", None),
    # Where, and of whose house.
    _cue(Sort.AT, r"at|@(?=\s)|bei der|beim|bei|auf der|auf dem|auf|am|à la|à l'|au|aux|en el|en la|op de|op het|op|bij|na|no|während|during|after|nach|lors de|pendant|durante", None),
    _cue(Sort.OF, r"of|from|von der|von|vom|works? (?:at|for)|working (?:at|for)|runs|founder of|founded|chez|de chez|du|de la|de l'|trabaja en|de|del|van|werkt bij|arbeitet bei|da|do", None),
    _cue(Sort.PLACE, r"in|à|en", None),
)  # fmt: skip
