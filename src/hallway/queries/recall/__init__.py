"""Recall: from a need or half a memory to the people it may be about, each with the sentences that say so."""

from hallway.queries.recall.answer import Because as Because
from hallway.queries.recall.answer import Cue as Cue
from hallway.queries.recall.answer import Match as Match
from hallway.queries.recall.answer import Recalled as Recalled
from hallway.queries.recall.recaller import Recaller as Recaller
