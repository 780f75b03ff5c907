"""How a network in training does on the texts kept apart: quick figures by word piece, for the line of each epoch."""

from __future__ import annotations

import torch
from data import Whole
from losses import batch, pooled
from network import Network

from hallway.reading.encoder.features import TAGS


def evaluate(net: Network, docs: list[Whole]) -> dict[str, float]:
    net.eval()
    hit = guess = gold = right = people = met = falsely = none = 0
    with torch.no_grad():
        for doc in docs:
            ids, mask, feats, tags, mentions = batch([doc])
            logits, ties = net(ids, mask, feats)
            best = logits.argmax(-1)
            for r in range(len(doc.windows)):
                a, b = _spans(tags[r].tolist()), _spans(best[r].tolist())
                hit += len(a & b)
                guess += len(b)
                gold += len(a)
            for key, (out, _, _) in pooled(ties, mentions).items():
                goal, _ = doc.people[key.partition("/")[2]]
                said, true = int(out.argmax()), max(range(5), key=lambda i: goal[i])
                people += 1
                right += goal[said] > 0.02
                none += true == 0
                falsely += true == 0 and goal[said] < 0.02
                met += true > 0 and said == 0
    net.train()
    p, r = hit / max(1, guess), hit / max(1, gold)
    return {
        "person_f1": round(2 * p * r / max(1e-9, p + r), 4),
        "connection": round(right / max(1, people), 4),
        "falsely_met": round(falsely / max(1, none), 4),
        "missed_met": round(met / max(1, people - none), 4),
    }


def _spans(tags: list[int]) -> set[tuple[int, int]]:
    spans, start = set(), None
    for i, t in enumerate([*tags, 0]):
        if start is not None and t != TAGS.index("I-PER"):
            spans.add((start, i))
            start = None
        if t == TAGS.index("B-PER") or (t == TAGS.index("I-PER") and start is None):
            start = i
    return spans
