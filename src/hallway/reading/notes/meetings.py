"""How we met, or that we did not: the phrases that say so. Order counts: "didn't meet" holds "meet"."""

from __future__ import annotations

from hallway.model import Connection
from hallway.reading.notes.cues import Sort, cue

_F, _N, _R, _C = (k.value for k in (Connection.FLEETING, Connection.NEW, Connection.RENEWED, Connection.CEMENTED))
_I = (
    r"(?:i |we |i'?ve |we'?ve |i had |we had |have |had |just |sadly |alas,? |only |barely |nearly |"
    r"almost |again |unfortunately ){0,4}"
)
_WHO = (
    r"(?:(?:him|her|them|each other)(?=\s*(?:[,.;!?)/\n-]|$|this|again|at|by|on|in)\b|\s*$|"
    r"\s*[,.;!?)/-])|this time|again|[,.;!?)/\n-]|$)"
)
_NEGATED = (
    r"(?:did ?n[o'’]?t|didnt|did not|never|could ?n[o'’]?t|couldnt|could not|have ?n[o'’]?t|havent|"
    r"has ?n[o'’]?t|had ?n[o'’]?t|hadnt|was ?n[o'’]?t able|"
    r"failed|no (?:time|chance|luck)|not|no)"
)
_MEET = (
    r"(?:meet|met|meeting|see|seen|saw|find|found|talk(?:ed)?(?: to| with)?|speak(?: to| with)?|"
    r"spoke(?: to| with)?|catch|reach|say hello(?: to)?|say hi(?: to)?)"
)
_TALK = (
    r"(?:talk|keynote|session|panel|lecture|speech|presentation|workshop|slides|demo|paper|poster|"
    r"vortrag|conférence|charla|lezing|palestra)"
)
_NOT_NEW = (
    r"(?! (?:to |in |on |at |for )?(?:the |a |an )?(?:job|role|position|book|baby|company|startup|boss|"
    r"project|product|website|site|blog|office|press|kid|"
    r"editor|scene|team|manager|ceo|cto|head|chair|director|president|partner|idea|version|release|"
    r"album|paper|haircut|hat|house|flat|place|podcast|show|"
    r"album|scheme|world|field|town|city|employer|contract|tool|name|number|address|email)\b)"
)

MEETINGS = (
    # How we met, said outright.
    cue(
        Sort.KIND,
        r"(?:i |we )?(?:had )?(?:have |has |had ?n[o'’]?t|hadnt|have ?n[o'’]?t|not|"
        r"never) ?(?:ever )?(?:met|seen|spoken|crossed paths)(?: (?:her|him|them|"
        r"each other))? before(?: today| now)?|never met till now",
        _N,
        True,
    ),
    cue(
        Sort.KIND,
        r"(?:we )?(?:finally|at last|endlich|enfin|por fin|eindelijk|"
        r"finalmente)(?: (?:got to )?(?:m[ae]et|met|kennengelernt|getroffen|rencontrée?|conocí|ontmoet|"
        r"conheci)(?: (?:in person|in real life|irl|face to face|her|him|them))*)?",
        "finally",
        True,
    ),
    cue(
        Sort.KIND,
        r"brand[- ]?new|(?:for the |the )?(?:very )?(?:first|1st) (?:time|contact|meeting|mtg|"
        r"encounter)(?: (?:ever|in person|face to face|irl))?(?! since)|new (?:face|person|contact|"
        r"acquaintance|connection)|first met|new to me|stranger|zum ersten mal|(?:neu )?kennengelernt|"
        r"pour la première fois|por primera vez|voor het eerst|pela primeira vez|prima volta|"
        r"in (?:person|the flesh|real life)|irl|face to face",
        _N,
        True,
    ),
    cue(
        Sort.KIND,
        rf"(?:both |all |totally |completely )?(?:new|neu|nouve(?:au|lle)|nuev[oa]|nieuw|"
        rf"nov[oa]){_NOT_NEW}|unknown|1st mtg",
        _N,
    ),
    cue(
        Sort.KIND,
        r"(?:we )?(?:met|seen|saw)(?: (?:her|him|them|each other|up))? (?:again|before|once more|"
        r"last year too)|(?:caught|catch(?:ing)?|catch)[- ]up(?: with)?|(?:ran|bumped|run|"
        r"bump) into(?! each other)|re-?connected(?: with)?|known (?:her|him|them )?(?:for|since)|"
        r"known from before|met up(?: (?:with|w/))?|wieder ?(?:gesehen|getroffen|sehen)|"
        r"(?:re)trouvée?s? (?:avec plaisir )?|(?:re)?vu encore|reencuentro|volví a ver|weer ?gezien|"
        r"as (?:every|last) (?:year|spring|time)|like last year|(?:first time|hadn'?t (?:seen|"
        r"met)(?: (?:her|him|them))?) since|last (?:seen|met) (?:in|at)|hadn'?t since|remembered me|"
        r"(?:lovely |good |great |nice )?to (?:have|see) (?:her|him|them|you) (?:back|again)|"
        r"good to see (?:her|him|them )?again|second time|2nd time|third time",
        _R,
        True,
    ),
    cue(
        Sort.KIND,
        r"again|once more|renewed|reunion|wieder|(?:à |de )?nouveau|encore|otra vez|de nuevo|opnieuw|"
        r"weer|de novo|outra vez|re-?met|seen before",
        _R,
    ),
    cue(
        Sort.KIND,
        r"(?:only |very |just |too |so )?briefly|in passing|(?:just |only )?(?:a )?(?:quick )?(?:hi|"
        r"hello|handshake|nod|wave|hallo)(?: (?:only|and bye|\+ handshake))?|(?:only |just )?(?:waved|"
        r"glimpsed|nodded)(?: (?:at|to))?|saluted|(?:just |only )?(?:saw|"
        r"spotted)(?= [A-ZÀ-Þ@])(?! (?:\S+ ){1,4}(?:speak|spoke|speaking|talk|on stage|present|"
        r"presenting|play|keynote|perform|lecture))|across the (?:room|hall|street|field)|"
        r"from (?:a distance|afar)|(?:just |only )?said (?:hi|hello)(?: to)?|shook hands(?: (?:with|"
        r"only))?|fleeting(?:ly)?|a (?:second|minute|moment)|(?:for )?(?:two|2|five|5|a few|one|"
        r"1) (?:mins?|minutes?|secs?|seconds?)(?: (?:only|max))?|kurz|nur kurz|kiss kiss|passed (?:on|by|"
        r"in)|just a (?:good|quick) \w+|en passant|brièvement|de pasada|brevemente|saludo|terloops|even|"
        r"de passagem|rapidinho|\bflüchtig",
        _F,
    ),
    cue(
        Sort.KIND,
        r"(?:only|just|very) briefly|in passing|(?:just|only) (?:said )?(?:hi|hello|waved|"
        r"glimpsed)(?: (?:to|at))?|hi only|(?:waved|nodded) (?:at|to)|glimpsed|said (?:hi|hello)(?: to)?",
        _F,
        True,
    ),
    cue(
        Sort.KIND,
        r"cemented|(?:a )?(?:very )?long (?:talk|chat|conversation|dinner|walk|evening|"
        r"lunch)s?(?: (?:with|w/))?|we (?:work|worked|lived|travel(?:led|ed)) together|work(?:ed|"
        r"ing)? together|work(?:ed)? with(?= (?:her|him|them)\b| ?[,;.]| ?$)(?: (?:her|him|them))?|"
        r"share[ds]? (?:a |the |my |an )?(?:room|flat|hotel room|office|tent|house)(?: with)?|"
        r"drove (?:us|me)|car-?pool(?:ed)?|tent mate|shares? my|shared my|drove (?:back |home |down |"
        r"there )?(?:with|w/?)|lange(?:s)? gespräch(?: mit)?",
        _C,
        True,
    ),
    # Not met. Before contact, because "didn't meet" holds "meet".
    cue(
        Sort.UNMET,
        rf"{_I}(?:missed|verpasst|raté|gemist|perdi)(?= {_WHO}|{_WHO})(?: (?:him|her|them|"
        rf"each other))?(?: again| this time)?",
        "missed",
        True,
    ),
    cue(
        Sort.UNMET,
        rf"{_I}(?:missed|raté|gemist)(?= (?!(?:the|his|my|our|a|an|out|half|most|part)\b|(?:her|"
        rf"their) \w))",
        "missed",
        True,
    ),
    cue(
        Sort.UNMET,
        rf"{_I}{_NEGATED}(?: (?:yet|quite|even|actually))?(?: (?:get|got|manage|managed|have|had|find|"
        rf"come|able|make it)(?: (?:around|round|time|a chance|the chance|it|"
        rf"able))?)?(?: to)? {_MEET}(?! before)(?! since)(?: (?:him|her|them|"
        rf"each other))?(?! before)(?! since)(?: (?:this time|yet|at all|in person|again))?",
        "missed",
        True,
    ),
    cue(
        Sort.UNMET,
        r"(?:i |we )?(?:nearly|almost|not quite) (?:met|saw|caught|ran into|talked to|spoke to)|"
        r"no (?:time|luck)(?=\s*(?:[,.;!?)/]|$))",
        "missed",
        True,
    ),
    cue(
        Sort.UNMET,
        r"not met|unmet|nicht (?:getroffen|gesehen|gefunden)|pas (?:rencontrée?|vue?|trouvée?)|"
        r"no (?:conocí|pude (?:ver|conocer)|vi|encontré)(?: a)?|niet (?:ontmoet|gezien|gevonden)|"
        r"não (?:conheci|encontrei|vi)",
        "missed",
        True,
    ),
    cue(
        Sort.UNMET,
        rf"{_I}(?:looked (?:for|out for)|searched for|was looking for|hoped (?:for|to (?:meet|see|find))|"
        rf"wanted to (?:meet|see|find|talk to))",
        "missed",
        True,
    ),
    cue(
        Sort.UNMET,
        r"(?:i |we )?(?:really )?(?:want|would like|would love|'d like|'d love|hope|hoping|plan|planning|"
        r"need|have|ought|must|should|try|looking forward|look forward|possible|worth|going|"
        r"wish)(?: to)?(?: try to)? (?:meet(?:ing)?|see(?:ing)?|find|look up|seek out|get to know|"
        r"talk to|speak to|speak with|talk with|catch|contact|visit)(?! (?:again|me|us|whether|if|how|"
        r"what))",
        "planned",
        True,
    ),
    cue(
        Sort.UNMET,
        r"to meet|meet(?= (?!again|up|ing)\w)|möchte(?: \w+)? (?:treffen|kennenlernen)|(?:je )?(?:veux|"
        r"voudrais) rencontrer|(?:quiero|quisiera) conocer(?: a)?|wil (?:\w+ )?ontmoeten|"
        r"quero conhecer",
        "planned",
    ),
    cue(
        Sort.UNMET,
        r"(?:was|is|were) ?n[o'’]?t (?:there|here|around|coming|at)|(?:wasnt|isnt) (?:there|here|coming)|"
        r"was not (?:there|here|around)|not (?:there|here|present|coming|attending|at (?:the )?(?:stand|"
        r"booth))|absent|no[- ]show|did ?n[o'’]?t (?:come|show(?: up)?|make it|turn up|appear)|"
        r"didnt (?:come|show|make it)|could ?n[o'’]?t (?:come|make it)|couldnt (?:come|make it)|"
        r"cancelled(?: (?:last minute|on me))?|(?:stayed |is |was )?(?:at )home(?! ?page)|stayed home|"
        r"in (?:the )?hospital|off sick|nicht (?:da|dabei|gekommen)|pas (?:là|venue?)|no (?:vino|estaba)|"
        r"niet (?:gekomen|aanwezig)|não (?:veio|estava)",
        "absent",
        True,
    ),
    cue(
        Sort.UNMET,
        rf"(?:i )?(?:only )?(?:heard|saw|watched|attended|listened to|enjoyed|liked|loved|went to|been to|"
        rf"sat in)(?: on)?(?= (?:her|his|their|the)? ?(?:\w+ ){{0,3}}?(?:\w+['’]s? )?(?:{_TALK}|speak|"
        rf"spoke|speaking|present|play|on stage|online|from a distance|from afar)\b)",
        "stage",
        True,
    ),
    cue(
        Sort.UNMET,
        rf"(?:heard|hear) (?:of|about|from)|{_TALK} (?:by|von|door)|on stage|from (?:afar|a distance|"
        rf"the stage|the audience)|(?:gave|did|held) (?:the|a|an) (?:\w+ )?{_TALK}|vortrag gehört|"
        rf"not in person",
        "stage",
        True,
    ),
    cue(
        Sort.UNMET,
        r"(?:only |just )(?:e-?mailed|mailed|wrote|written|phoned|called|texted|tweeted|online|"
        r"by (?:e-?mail|mail|phone)|on (?:zoom|the phone|skype|twitter)|chatted online)(?: (?:to|"
        r"with))?",
        "wrote",
        True,
    ),
    cue(
        Sort.UNMET,
        r"(?:e-?mailed|mailed|phoned|called|texted|wrote(?: to)?|pinged|e-?mail|mail|write(?: to)?|phone|"
        r"call|ring|tell|ask|remind|contact|google|look up|follow up with|greet|thank)(?= (?!(?:me|us|"
        r"back|her|him|them|the|a|about|for|in|on|at|his|on)\b)\w)",
        "wrote",
    ),
    cue(
        Sort.UNMET,
        rf"(?:(?:great|good|nice|her|his|the) )?(?:{_TALK})(?= (?:\d|on\b|about\b|with the\b))|skipped it|"
        rf"gone when|(?:had )?(?:already )?left|phoned|never travels",
        "stage",
    ),
)
