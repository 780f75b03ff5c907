"""What a heading over a list of names says: `Brand new connections`, `Wiedergesehen`, `No pude ver a`, `Heard on stage`.

A heading is matched whole, so that a sentence that begins alike is none. English, German, French, Spanish, Dutch, Portuguese,
and the commonest of Italian, Danish and Swedish.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hallway.model import Connection


@dataclass(frozen=True, slots=True)
class Heading:
    """`kind` holds for everybody below; `status` is "missed", "absent" or None; `people` says that only people stand below
    such words, where others (`Missed`, `Talks`) may head anything."""

    kind: Connection
    status: str | None
    people: bool


_WHOM = (
    r"(?:(?:the )?(?:people|persons|folks?|friends|those|ones|everybody|everyone|who|whom)(?: (?:that|who|whom))? )?"
)
_I = r"(?:(?:I|we)(?:['’](?:d|ve)| had| have)? )?"
_NEW = [
    r"(?:(?:all|brand|completely)[ -])?new|(?:ganz )?neu|nouveaux|nuev[oa]s|nieuw|nov[oa]s",
    r"(?:(?:some |my |our |the )?(?:brand[- ]?)?new (?:connections?|people|faces?|friends?|contacts?|acquaintances?|folks?|encounters?|names?))(?: (?:I |we )?(?:made|met))?",
    rf"{_WHOM}{_I}(?:(?:finally|newly) )?met(?: (?:in person|at last|face[- ]to[- ]face))?(?: for the (?:very )?first time)?",
    r"first (?:encounters?|meetings?|contacts?|time meetings?)(?: with)?|for the (?:very )?first time|first[- ]timers? for me|finally in person|new to me|got to know",
    r"neue? (?:bekanntschaft(?:en)?|kontakte?|gesichter|leute|freunde|verbindungen|bekannte|menschen)|neu (?:kennengelernt|getroffen)|(?:endlich |neu )?kennengelernt|(?:zum ersten mal|erstmals|endlich) (?:getroffen|gesehen)",
    r"nouvelles? (?:rencontres?|connaissances?|têtes?|relations?|connexions?)|nouveaux (?:contacts?|visages?|amis)|premières? rencontres?|(?:enfin )?rencontrée?s?(?: pour la première fois| en personne)?|j['’]ai (?:enfin )?rencontré",
    r"nuev[oa]s (?:contactos|conexiones|amig[oa]s|caras|amistades|conocid[oa]s|personas|relaciones)|(?:por fin )?(?:conocí|conocimos)(?: a)?(?: por primera vez)?|(?:conocid|vist)[oa]s por primera vez|primer(?:os)? encuentros?|por primera vez",
    r"nieuwe (?:contacten|gezichten|mensen|kennissen|vrienden|connecties|ontmoetingen|bekenden)|(?:nieuw|voor het eerst|eindelijk) (?:ontmoet|gezien|leren kennen)|leren kennen",
    r"nov[oa]s (?:contac?tos|conexões|amig[oa]s|amizades|caras|conhecid[oa]s|pessoas|rostos)|(?:finalmente )?conheci(?: pela primeira vez)?|primeiros? encontros?|pela primeira vez",
    r"nuov[ei] (?:conoscenze|contatti|amici|amicizie|volti)|(?:ho )?conosciut[oi](?: per la prima volta)?|nye (?:bekendtskaber|kontakter|ansigter|venner|mennesker)|mødt for første gang|nya (?:bekantskaper|kontakter|ansikten|vänner)",
]
_RENEWED = [
    rf"{_WHOM}{_I}(?:met|seen|saw|meeting|seeing|together|back|talked to|spoke to) (?:again|once more)|re-?met|re-?connect(?:ed|ing|ions?)?(?: with)?|re-?unions?(?: with)?|reunited(?: with)?|again",
    rf"{_WHOM}{_I}(?:met|known|knew|seen) (?:from )?before|{_WHOM}{_I}already (?:known|knew|met)(?: to me)?|known from before|renewed(?: (?:connections?|acquaintances?|contacts?|ties))?",
    r"(?:caught|catch(?:ing)?)[- ]?ups?(?: with)?|(?:(?:so |very )?(?:good|great|nice|lovely|happy) to see)(?: (?:you|them))?(?: (?:all|again|once more))*|familiar faces?|(?:the )?usual suspects|(?:re-?)?connect(?:ions?|ed) (?:re-?created|renewed)",
    r"old (?:friends?|mates?|pals|acquaintances?|faces|colleagues|contacts)(?: (?:I |we )?(?:met|seen|saw))?(?: again)?",
    r"wiedergesehen|wiedergetroffen|wieder (?:gesehen|getroffen|da)|wiedersehen(?: mit)?|(?:gute )?alte (?:bekannte|freunde|gesichter|weggefährten|hasen|kollegen)|schon (?:gekannt|bekannt)",
    r"revue?s?|retrouvée?s?|retrouvailles?(?: avec)?|(?:de )?vieux (?:amis|copains)|(?:de )?vieilles (?:connaissances|amies)|anciennes connaissances|(?:croisé|rencontré)e?s? à nouveau|déjà connue?s?|j['’]ai (?:revu|retrouvé)",
    r"reencuentros?|reencontrad[oa]s|viej[oa]s (?:amig[oa]s|conocid[oa]s|amistades)|volv(?:í|imos) a ver(?: a)?|vist[oa]s (?:de nuevo|otra vez)|ya conocid[oa]s|de nuevo|otra vez",
    r"weer ?(?:gezien|ontmoet)|teruggezien|weerzien(?: met)?|oude (?:bekenden|vrienden|gezichten|collega['’]?s)|opnieuw (?:ontmoet|gezien)|al bekend",
    r"reencontr(?:os?|ei|ad[oa]s)|velh[oa]s (?:amig[oa]s|conhecid[oa]s|amizades)|(?:vi|vist[oa]s) (?:de novo|outra vez|novamente)|já conhecid[oa]s",
    r"rivisti|ritrovati|vecchi (?:amici|conoscenti)|vecchie (?:conoscenze|amiche)|gensyn|gamle (?:venner|bekendte|kendinge)|set igen|återseenden|gamla (?:vänner|bekanta)",
]
_CEMENTED = [
    r"(?:my|our|the) (?:own )?(?:team|crew|gang|colleagues|travel(?:l)?ing companions|room-?mates|co-organi[sz]ers|hosts|close(?:st)? friends)|(?:there |travel(?:l)?ed |came |went )?with me(?: all (?:the way|along|week|the time))?|close(?:st)? friends|travel(?:l)?(?:ed|ing) (?:with|companions)|co-organi[sz]ers|shared a (?:room|car|stand) with",
    r"(?:meine|unsere) (?:kollegen|kolleginnen|leute|mannschaft|mitreisenden|freunde)|mitgereist|mit (?:mir|uns) (?:dabei|gereist|unterwegs)",
    r"(?:mes|nos) (?:collègues|amis|compagnons de route)|avec moi|mis (?:compañer[oa]s|colegas|amig[oa]s)|conmigo|mijn (?:collega['’]?s|vrienden)|met mij mee|(?:os )?meus (?:colegas|amigos)|comigo",
]
_FLEETING = [
    rf"(?:just |only |very |all too )?(?:briefly|in passing|quickly|fleeting(?:ly)?|shortly|from afar)(?: (?:met|seen|saw|spoke|greeted|talked to))?|(?:brief|quick|short|fleeting) (?:encounters?|chats?|hellos?|words?|meetings?|hi['’]?s)(?: with)?|{_WHOM}{_I}(?:only |just )?(?:met|saw|seen|spoke|talked|chatted|spoken|glimpsed|spotted)(?: to| with)? (?:only |just |very |all too )?(?:briefly|in passing|quickly|for a (?:minute|moment|second))",
    r"(?:just |only )?(?:glimps(?:ed|es?)(?: of)?|waved (?:at|to)|nodd?ed (?:at|to)|said (?:hi|hello|hey)(?: to)?|shook hands(?: with)?|hand ?shakes?|hellos?(?: to| with)?|spotted)|bumped elbows with|in the (?:corridor|queue|lift)",
    r"(?:nur |ganz |leider nur )?(?:sehr )?(?:kurz|flüchtig)(?: (?:gesehen|getroffen|gesprochen|gegrüßt|hallo gesagt|begegnet|begrüßt))?|im vorbeigehen|nur (?:gewunken|gegrüßt|gesehen)|kurze begegnungen?",
    r"(?:juste |très |trop |seulement )?(?:brièvement|en coup de vent|rapidement|en passant|vite fait)(?: (?:croisé|vu|salué|rencontré)e?s?)?|(?:juste |à peine |seulement )?(?:croisé|salué|entr['’]?aperçu|aperçu)e?s?(?: (?:trop |très )?(?:brièvement|rapidement|en passant|en coup de vent|de loin))?|brèves rencontres",
    r"(?:solo |muy |apenas |sólo )?(?:brevemente|de paso|de pasada|un momento|un saludo)|(?:solo |sólo )?(?:salud(?:é|os|amos)|saludad[oa]s|vist[oa]s)(?: (?:brevemente|de paso|de pasada|rápidamente|de lejos))?(?: a)?|encuentros? (?:breves?|fugac(?:es)?)",
    r"(?:heel |alleen |maar |slechts |nog )?(?:even |kort|vluchtig|in het voorbijgaan)(?: ?(?:gezien|gesproken|gegroet|gezwaaid|ontmoet|begroet))?|even|(?:alleen )?(?:gezwaaid|gegroet) naar|korte ontmoetingen",
    r"(?:só |muito |apenas )?(?:brevemente|de passagem|rapidamente|de relance|de fugida)|(?:só )?cumprimentei(?: (?:rapidamente|de passagem))?|(?:vi|vist[oa]s) (?:de longe|de passagem|de relance)|encontros breves",
    r"(?:solo |appena )?(?:brevemente|di sfuggita|di passaggio|salutati|intravisti)|(?:kun |ganske )?(?:kort|flygtigt)(?: (?:mødt|set|hilst på))?|i forbifarten|(?:bara )?(?:kort|hastigt|i förbigående)(?: (?:träffat|sett))?",
]
_MISSED = [
    r"(?:sadly |sorely |unfortunately |narrowly |alas,? )?(?:(?:people |those |friends |who(?:m)? )?(?:I |we )?missed)(?: (?:them|you|seeing|meeting|connections?|encounters?|this (?:time|year)|out on))?|(?:sorry (?:to have |I )?missed)(?: you)?",
    rf"{_WHOM}{_I}(?:could|did|do)(?: not|n['’]t) (?:get (?:to|around to) |manage to )?(?:meet|see|catch|find|talk to|speak to|speak with|say (?:hi|hello) to|reach|get to)(?: (?:this (?:time|year)|up with))?|(?:not|never) (?:met|seen|found|spoken|talked to|caught|got to)|no (?:time|chance) (?:for|to (?:meet|see|talk to))",
    r"(?:would have (?:liked|loved)|wanted|hoped|hoping|hope|wish(?:ed)?|still|want) to (?:meet|see|talk to|speak to)|too (?:shy|late|busy|crowded|tired) (?:for|to (?:meet|talk to|see|greet))|next (?:year|time)|(?:to )?meet next (?:year|time)|for next (?:year|time)|wish ?list",
    r"(?:leider |knapp |schmerzlich )?(?:verpasst|vermisst|verfehlt|nicht (?:getroffen|gesehen|gesprochen|gefunden|erwischt|geschafft))(?: habe ich)?|(?:nächstes mal|beim nächsten mal|nächstes jahr)",
    r"(?:malheureusement |hélas )?(?:manqu|rat)ée?s?|pas (?:vu|croisé|rencontré|trouvé|retrouvé)e?s?|je n['’]ai pas (?:pu (?:voir|rencontrer|saluer|croiser|parler (?:à|avec))|vu|croisé|rencontré|trouvé)|la prochaine fois|trop timide pour",
    r"no (?:pude|pudimos|logré|conseguí|alcancé a|llegué a) (?:ver|hablar|conocer|saludar|encontrar|coincidir)(?: con| a)?|no (?:vi|encontré|coincidí)(?: con| a)?|(?:no (?:encontrad|vist|saludad)[oa]s)|me perdí(?: a)?|me faltó(?: ver)?(?: a)?|la próxima vez|para la próxima",
    r"(?:helaas |net |jammer genoeg )?(?:gemist|misgelopen|niet (?:gezien|gesproken|ontmoet|getroffen|gevonden))|volgende keer|volgend jaar",
    r"(?:infelizmente )?não (?:consegui|pude|cheguei a|deu para) (?:falar|ver|conhecer|encontrar|cumprimentar|estar)(?: com| a)?|não (?:vi|encontrei)|desencontr(?:ei|os)|(?:falhei|perdi)|para a próxima|da próxima vez",
    r"(?:mancati|persi|non (?:visti|incontrati|trovati|ho visto|sono riuscit[oa] a (?:vedere|incontrare)))|(?:desværre )?(?:misset|savnet|ikke (?:mødt|set|fundet|nået))|(?:tyvärr )?(?:missade|inte (?:träffat|sett))",
]
_ABSENT = [
    r"absent(?: (?:friends|this (?:time|year)))?|not (?:there|present|here|with us)(?: this (?:time|year))?|no[- ]shows?|(?:sent (?:their )?(?:regrets|apologies))|apologies|(?:who )?(?:could(?: not|n['’]t)|did(?: not|n['’]t)) (?:come|make it|be there|show up)|cancelled|stayed (?:at )?home",
    r"abwesend|nicht (?:da|dabei)|gefehlt(?: haben)?|es fehlten|fehlten|entschuldigt|absente?s?|excusée?s?|ausentes?|faltaron|faltaram|no vinieron|afwezig|assenti|fraværende|frånvarande",
]
_HEARD = [
    rf"{_WHOM}{_I}(?:only )?(?:heard|listened to|watched|seen|saw)(?: (?:only )?(?:speak|speaking|talk|on (?:the )?stage|from the (?:stage|audience|back)))|(?:only )?(?:heard|listened to)|on (?:the )?(?:stage|podium)|from (?:the|my) (?:audience|seat)|(?:only )?(?:seen |saw |heard )?from the audience",
    r"(?:my |the |some )?(?:best |good |great |favou?rite |top |memorable )?(?:talks?|key ?notes?|sessions?|lectures?|panels?|presentations?|speakers?|keynote speakers?|key ?noters?|presenters?|panel(?:l)?ists?)(?: (?:that )?(?:I |we )?(?:heard|saw|seen|went to|attended|liked|caught|enjoyed|listened to|sat (?:in|through)))?(?: from)?",
    r"(?:nur )?(?:auf der bühne|am podium|vom podium)(?: (?:gehört|gesehen|erlebt))?|(?:nur )?gehört|(?:gehörte |beste |gute |spannende )?(?:vorträge|vortragende|referent(?:en|innen)|redner(?:innen)?|sprecher(?:innen)?|keynotes?)(?: (?:gehört|gesehen))?",
    r"(?:entendu|écouté|vu)e?s?,? (?:à|sur|depuis) (?:la |l['’]|le )?(?:tribune|scène|estrade|salle|podium)|(?:à|sur) (?:la |l['’])?(?:tribune|scène|estrade)|(?:entendu|écouté)e?s?|(?:les )?(?:meilleure?s? )?(?:conférences?|interventions?|exposés|orateurs?|oratrices?|conférenci(?:ers?|ères?)|intervenant(?:e?s)?)(?: (?:entendu|suivi|écouté)e?s)?",
    r"(?:escuchad|oíd|vist)[oa]s (?:en|sobre|desde) (?:el |la )?(?:escenario|tribuna|estrado|público)|en (?:el |la )?(?:escenario|tribuna|estrado)|(?:escuchad|oíd)[oa]s|(?:escuché|oí)(?: a)?|(?:las |los )?(?:mejores )?(?:charlas|ponencias|ponentes|conferencias|conferenciantes|oradores)",
    r"(?:gehoord |gezien )?op het podium(?: (?:gehoord|gezien))?|(?:alleen )?gehoord|(?:beste |mooie )?(?:lezingen|sprekers|praatjes|voordrachten)(?: gehoord)?",
    r"(?:ouvid|vist)[oa]s no palco|no palco|ouvi(?:d[oa]s)?|(?:as |os )?(?:melhores )?(?:palestras|palestrantes|oradores|conferências|apresentações)",
    r"(?:ascoltati |visti |sentiti )?sul palco|ascoltati|(?:i )?(?:relatori|interventi|relazioni)|(?:hørt |set )?på scenen|hørt|(?:foredrag|talere|oplægsholdere|föredrag|talare)",
]
_WEAK = re.compile(
    r"(?:\w+[ -])?(?:new|neu|nouveaux|nuev[oa]s|nieuw|nov[oa]s)|(?:\w+ )?(?:missed|met|again|de nuevo|otra vez|even|kort|kurz|next (?:year|time)|absent|cancelled|shortly|quickly|hørt|gehört|gehoord|heard|"
    r"talks?|key ?notes?|sessions?|lectures?|panels?|presentations?|conférences?|charlas|ponencias|conferencias|vorträge|lezingen|palestras|"
    r"manqu\w+|rat\w+|verpasst|gemist|perdi|conheci|conocí|wish ?list|apologies|spotted|hellos?)(?: .*)?",
    re.I,
)
_TABLE = [
    (re.compile("|".join(f"(?:{p})" for p in patterns), re.I), kind, status)
    for patterns, kind, status in (
        (_MISSED, Connection.NONE, "missed"), (_ABSENT, Connection.NONE, "absent"), (_HEARD, Connection.NONE, None),
        (_FLEETING, Connection.FLEETING, None), (_RENEWED, Connection.RENEWED, None), (_CEMENTED, Connection.CEMENTED, None),
        (_NEW, Connection.NEW, None),
    )
]  # fmt: skip
_SIDE = re.compile(
    r"\s*(?:\((?:\d{1,3}|[^()]{0,30})\)|,? (?:at|in|there|here|this (?:year|time)|so far)\b[^:]{0,30}|[!.…]+|\d{1,3})\s*$",
    re.I,
)
_EDGES = " \t#*_-–—•~=>|\"'“”«»[]"
LONGEST = 60


@lru_cache(maxsize=4096)
def heading(words: str) -> Heading | None:
    """What `words`, standing alone over or before names, say of them; None for anything else."""
    said = " ".join(words.strip(_EDGES + ":").strip(_EDGES).split())
    if not said or len(said) > LONGEST:
        return None
    for told in dict.fromkeys((said, _SIDE.sub("", said).strip(_EDGES + ":!.… "))):
        for pattern, kind, status in _TABLE:
            if pattern.fullmatch(told):
                return Heading(kind, status, not _WEAK.fullmatch(told))
    return None
