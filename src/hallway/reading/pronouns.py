"""Whom pronouns mean, where only one person can be meant: "I read Ada's blog for years, and today I finally met her"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hallway.reading.sentences import Sentence
from hallway.reading.skeleton import Skeleton, numbers

_OBJECT = r"(?=[.,;:!?)]|\s*$|\s(?:at|in|on|again|for|and|behind|by|to|from|with|after|before|once|there|last|when|while|over|outside|during|but|as|about|through|near|yesterday|today|briefly|personally|finally|face)\b)"
_PRONOUNS = {
    "en": rf"he|she|him|her{_OBJECT}",
    "de": r"er|sie|ihn|ihm",
    "fr": r"il(?! (?:y a|faut|fait|pleut|est (?:temps|vrai)))|elle|lui|l['’](?=ai |avais )",
    "es": r"él|ella|(?:la|lo|le)(?= (?:conocí|vi|saludé|reencontré|encontré))",
    "nl": r"hij|zij|ze|hem|haar(?=[.,;:!?)]|\s*$| (?:eindelijk|weer|voor|nu|nooit|even|kort|ontmoet|gesproken|gezien)\b)",
    "pt": r"ele|ela",
    "it": r"lui|lei|(?:l['’])(?=ho )",
    "da": r"han|hun|ham|hende",
}
_OPENING = r"\W*(?:(?:and|but|so|also|then|later|und|aber|et|mais|puis|y|e|en|maar|og|it was|es war|c['’]est|fue|foi|het was)[,\s]+)?$"
_INTRODUCTION = re.compile(
    r"\b(?:introduced (?:me|us) to|got to know|me presentó a|m['’]a présentée?|apresentou-me (?:a|à|o)|(?:mich|mir|uns)\b[^⟦.;]{0,40}\bmit|(?:mij|me|ons) voor aan)\s+"
    r"⟦P\d+⟧(?![^.;]*⟦P)[^.;]*",
    re.I,
)
_LEFT_OUT = re.compile(
    r"\s*(?=(?:Sat |Stood |Right )?(?:Next to|next to|Beside|beside|Opposite|opposite|Behind|behind) (?:me|us)\b)"
)
"""Where a note begins without saying who: "Next to me in the coach"."""
REACH = 2
"""So many sentences further on a pronoun may still mean the person."""


def resolved(skeletons: Sequence[Skeleton], sentences: Sequence[Sentence], tongues: frozenset[str]) -> list[Skeleton]:
    """The sentences with a person's mark where a pronoun can mean nobody else: the only one named before it in its sentence, or,
    where it begins one, the only one of the sentence before (at most two back, in the same paragraph)."""
    pattern = re.compile(
        rf"(?<![\w⟦'’])(?:{'|'.join(_PRONOUNS[t] for t in sorted(tongues))})(?:(?<=['’])|(?!\w)(?!['’]s\b))", re.I
    )
    out: list[Skeleton] = []
    last: int | None = None
    since = 0
    for k, (skel, sentence) in enumerate(zip(skeletons, sentences, strict=True)):
        if k and sentence.block != sentences[k - 1].block:
            last = None
        people = skel.people()
        text = _replaced(skel.text, pattern, last) if people or last is not None else skel.text
        if last is not None and not people and _LEFT_OUT.match(text):
            text = f"⟦P{last}⟧ {text.lstrip()}"
        out.append(skel if text == skel.text else replace(skel, text=text))
        if people:
            last, since = (people[0] if len(people) == 1 else _introduced(text)), 0
        elif since >= REACH - 1:
            last = None
        else:
            since += 1
    return out


def _replaced(text: str, pattern: re.Pattern[str], last: int | None) -> str:
    out, at = [], 0
    spoken_of: int | None = None
    for m in pattern.finditer(text):
        named = numbers(text[: m.start()])
        if len(named) == 1:
            who: int | None = named[0]
        elif named:
            who = None
        else:
            who = (
                last
                if spoken_of is not None or re.match(_OPENING, text[: m.start()], re.I) or not numbers(text)
                else None
            )
        if who is not None:
            out += [text[at : m.start()], f"⟦P{who}⟧", " " if m[0].endswith(("'", "’")) else ""]
            at = m.end()
            spoken_of = who
    return "".join([*out, text[at:]])


def _introduced(text: str) -> int | None:
    """Who was introduced in a sentence that names more than one: the next one goes on about them."""
    m = _INTRODUCTION.search(text)
    people = numbers(m[0]) if m else []
    return people[0] if len(people) == 1 else None
