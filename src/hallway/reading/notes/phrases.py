"""The words that tell what the words beside them are: how we met, through whom, where, what is wanted.

A pattern is tried at the start of a word. `strong` cues count anywhere; the others only where no free text runs: at the
start of a part, after a name, after another cue.
"""

from __future__ import annotations

import re

from hallway.reading.notes.cues import Cue, Sort, cue
from hallway.reading.notes.meetings import MEETINGS

RELATIVES = (
    r"(?:partner|husband|wife|son|daughter|mother|father|mum|dad|uncle|aunt|niece|nephew|better half|"
    r"colleague|co-?worker|friend|boss|cousin|brother|sister|neighbou?r|client|customer|supplier|"
    r"flatmate|room-?mate|roomie|mentor|mentee|student|"
    r"supervisor|advisor|teacher|co-?author|co-?host|co-?founder|co-?organi[sz]er|co-?translator|editor|"
    r"publisher|manager|landlord|classmate|team-?mate|tent mate|"
    r"travel companion|assistant|intern|agent|kollegin|kollege|freundin|freund|chefin|chef|collègue|"
    r"amie?|associée?|colega|amig[ao]|soci[ao]|collega|vriendin|"
    r"vriend|compagnon|kunde|kundin|cliente?)s?"
)

CUES = (
    *MEETINGS,
    # Through whom.
    cue(
        Sort.VIA,
        r"via|through|thanks to|thx to|intro(?:duction)? (?:by|from|via|through)|"
        r"introduced (?:to me )?(?:by|through|via)|introduced by|(?:re)?commended by|presented by|"
        r"brought (?:over|along) by|friend of a friend,|dank|par l'intermédiaire de|grâce à|"
        r"présentée? par|gracias a|presentad[oa] por|a través de|dankzij|voorgesteld door|graças a|"
        r"apresentad[oa] por|vorgestellt von",
        None, True,
    ),
    cue(Sort.VIA, r"über|durch|par|por|door", "weak"),
    # Knew their work before.
    cue(
        Sort.FOLLOWING,
        r"(?:i |i'?ve |i have )?(?:been )?(?:read(?:s|ing)?|follow(?:s|ed|ing)?|listen(?:s|ed|ing)? to|"
        r"watch(?:es|ed|ing)?|subscrib(?:e|es|ed|ing) to|lurk(?:s|ed|er|ing)? on)(?= (?:(?:her|his|their|"
        r"the|all|every)\b|(?:for|since|on)\b))|(?:long[- ]?time |big |huge )?(?:fan|reader|follower|"
        r"lurker|listener|subscriber|admirer)(?: (?:of|on))? (?:her|his|their)|(?:fan|follower|reader|"
        r"lurker) (?:of|since|for)|after (?:\w+ )?(?:years|months|ages) (?:of|on)|known (?:\w+ )?(?:from|"
        r"on|via|through) (?:twitter|mastodon|the (?:mailing )?list|irc|the forum|online|linkedin|"
        r"her blog|his blog|github|slack|discord)|knew (?:\w+ )?(?:online|from (?:her|his|their|the|"
        r"twitter|irc))|(?:after )?(?:\d+|two|three|four|five|many|long) (?:yrs|years|months) (?:of|"
        r"by) (?:e-?mails?|mailing|tickets|tweets|letters|patches|dms|chat)|(?:e-?mailed|e-?mailing|"
        r"mailing|corresponded|tweeted|exchanged (?:e-?mails|mails|letters)|"
        r"chatted online) (?:\w+ ){0,2}for (?:\w+ )?(?:years|months|ages)|seit (?:vielen )?jahren|"
        r"depuis des années|desde hace años|al jaren|(?:lese|folge) (?:\w+ ){0,3}(?:blog|podcast|"
        r"newsletter)|je lis son|leo su|lees (?:haar|zijn)|leio (?:o|seu)",
        None, True,
    ),
    # What they want and have.
    cue(
        Sort.OFFER,
        r"(?:and |she |he |they |who |also |really ){0,4}(?:offers?|offered|offering|can (?:help|send|lend|"
        r"offer|give|introduce|teach|get|provide|supply|do|host)|could (?:help|send|lend|host|introduce|"
        r"give)|will (?:send|lend|help|introduce|share|give|let|bring|connect|show)|promised|"
        r"has .{1,40} to (?:give|lend|share|sell|spare)|gives|sells?|rents?|lends?|teaches|teach|trains|"
        r"makes|builds|translates|edits|publishes|repairs|happy to|bietet|verkauft|kann helfen|propose|"
        r"offre|vend|ofrece|vende|biedt|verkoopt|oferece)",
        None, True,
    ),
    cue(
        Sort.NEED,
        r"(?:and |she |he |they |who |also |really |still |badly ){0,4}(?:needs?|wants?|wanted|"
        r"is looking for|looking (?:for|to)|looks for|look for|seeks?|seeking|in search of|is after|"
        r"searching for|would like|would love|hopes? to|hoping to|could use|hiring|is hiring|"
        r"asked (?:me |us )?(?:for|about|if|whether|to)|asks (?:for|about|if)|interested in|"
        r"curious about|wishes|sucht|braucht|will|möchte|interessiert sich|cherche|a besoin|veut|"
        r"voudrait|busca|necesita|quiere|le interesa|zoekt|(?:heeft .{1,30} )?nodig|wil|procura|precisa|"
        r"quer)",
        None, True,
    ),
    cue(
        Sort.OUTCOME,
        r"(?:and |we |then |later |has |have |since |now ){0,4}(?:became|become) (?:a |an |my |our )\w+|"
        r"(?:we |and )(?:then |later |have |now ){0,4}(?:agreed|signed|founded|wrote|built|started|hired|"
        r"published|decided)|later (?:hired|joined|became|bought|signed)|ended up \w+|led to|"
        r"is now (?:a |my |our )(?:client|customer|friend|partner|supplier)|hired (?:me|us|her|him)|"
        r"(?:a |one |two |three |four |five |six |\d+ )(?:days?|weeks?|months?|years?) later",
        None, True,
    ),
    # What the tie is called.
    cue(
        Sort.RELATION,
        rf"(?:my|our|mein(?:e|en)?|unser(?:e|en)?|mon|ma|notre|mi|nuestr[oa]|mijn|onze|meu|minha|"
        rf"nosso)(?: (?!(?:{RELATIVES})\b)[\w'’-]+){{0,3}} {RELATIVES}(?!['’]s)(?! of\b)",
        None, True,
    ),
    cue(
        Sort.RELATION,
        rf"(?:(?:a |an )?(?:old|dear|good|best|former|ex|close|long-?time|alter?|vieil(?:le)?|viej[oa]|"
        rf"oude?|podcasting|business|travel|project|writing|"
        rf"research)[- ]){{1,2}}{RELATIVES}(?!['’]s)(?! of\b)|(?:colleague|kollegin|kollege|collègue|"
        rf"colega|collega|friend|co-?author|co-?worker|room-?mate|flatmate|roomie|freundin|freund|amie?|"
        rf"amig[oa])(?!['’]s)(?! (?:of|von|de)\b)",
        None,
    ),
    # Contact: somebody comes next.
    cue(
        Sort.CONTACT,
        r"(?:and )?(?:then|later|afterwards?),? (?:we )?(?:met|talked|spoke|chatted|had (?:coffee|lunch|"
        r"dinner|a beer))(?: (?:to|with|her|him|them))*",
        None, True,
    ),
    cue(
        Sort.CONTACT,
        r"(?:(?:i|we|just|also|today|yesterday|really|so|ich|hab(?:e)?|j'ai|ik|heb|"
        r"ai) )*(?:met(?: (?:with|w/?|her|him|them|at last))?|talked (?:to|with)|spoke (?:to|with)|"
        r"chatted (?:to|with|up)|chat (?:with|w/?)|talk (?:with|w/?)|hung out with|sat (?:next to|with|"
        r"beside)|(?:lunch|dinner|coffee|drinks?|beers?|breakfast|tea|walk|taxi|train|ride)(?: home|"
        r" back)? (?:with|w/?)|shared a \w+ (?:with|w/?)|introduced to|got talking to|said hello to|"
        r"getroffen|traf|gesprochen mit|rencontrée?|croisée?|discuté avec|conocí a|conoci a|hablé con|"
        r"ontmoet|gesproken met|conheci(?: [oa])?|falei com|together with|with|w/)",
        None,
    ),
    # Where, and of whose house.
    cue(
        Sort.AT,
        r"at|@(?=\s)|bei der|beim|bei|auf der|auf dem|auf|am|à la|à l'|au|aux|en el|en la|op de|op het|"
        r"op|bij|na|no|während|during|after|nach|lors de|pendant|durante",
        None,
    ),
    Cue(Sort.AT, re.compile(r"@(?=[A-ZÀ-Þ]\w)")),
    cue(
        Sort.OF,
        r"of|from|von der|von|vom|works? (?:at|for)|working (?:at|for)|runs|founder of|founded|chez|"
        r"de chez|du|de la|de l'|trabaja en|de|del|van|werkt bij|arbeitet bei|da|do",
        None,
    ),
    cue(Sort.PLACE, r"in|à|en", None),
)  # fmt: skip
