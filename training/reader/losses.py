"""What the network's two heads are taught by: a batch, and how far off it is."""

from __future__ import annotations

import torch
from data import IGNORE, Whole
from network import Network
from torch import Tensor
from torch.nn import functional
from tweets import MAYBE, OPEN

from hallway.reading.encoder.features import TAGS

CLS, SEP = 101, 102
EITHER = {
    OPEN: [TAGS.index(t) for t in ("O", "B-EVT", "I-EVT")],
    MAYBE["B"]: [TAGS.index(t) for t in ("B-ORG", "B-EVT")],
    MAYBE["I"]: [TAGS.index(t) for t in ("I-ORG", "I-EVT")],
}
"""Labels of tweets that leave several tags open."""


def batch(examples: list[Whole]) -> tuple[Tensor, Tensor, Tensor, Tensor, list[tuple[int, str, int, int, bool]]]:
    rows = [(k, w) for k, e in enumerate(examples) for w in e.windows]
    width = max(len(w.ids) for _, w in rows) + 2
    ids, mask, feats = (torch.zeros(len(rows), width, dtype=torch.long) for _ in range(3))
    tags = torch.full((len(rows), width), IGNORE)
    mentions = []
    for r, (k, w) in enumerate(rows):
        n = len(w.ids)
        ids[r, : n + 2] = torch.tensor([CLS, *w.ids, SEP])
        mask[r, : n + 2] = 1
        feats[r, 1 : n + 1] = torch.tensor(w.features)
        tags[r, 1 : n + 1] = torch.tensor(w.tags)
        mentions += [(r, f"{k}/{p}", a + 1, b + 1, d) for p, a, b, d in w.mentions]
    return ids, mask, feats, tags, mentions


def tag_loss(logits: Tensor, tags: Tensor) -> Tensor:
    """Cross entropy; of several tags that are possible, the sum counts."""
    logp = functional.log_softmax(logits, -1)
    known = tags >= 0
    loss, count = -logp[known].gather(1, tags[known][:, None]).sum(), int(known.sum())
    for label, possible in EITHER.items():
        here = tags == label
        if here.any():
            loss, count = loss - torch.logsumexp(logp[here][:, possible], -1).sum(), count + int(here.sum())
    return loss / max(1, count)


def pooled(ties: Tensor, mentions: list[tuple[int, str, int, int, bool]]) -> dict[str, tuple[Tensor, Tensor, Tensor]]:
    """person → (logits over connections, followed logit, loss of deciding by the wrong mention)."""
    groups: dict[str, list[tuple[Tensor, bool]]] = {}
    for r, p, a, b, decisive in mentions:
        groups.setdefault(p, []).append((ties[r, a:b].mean(0), decisive))
    out = {}
    for p, group in groups.items():
        stack = torch.stack([g[0] for g in group])
        weight = torch.softmax(stack[:, 6], 0)
        decisive = torch.tensor([g[1] for g in group])
        wrong = (
            -torch.log(weight[decisive].sum() + 1e-6) if decisive.any() and not decisive.all() else ties.new_zeros(())
        )
        out[p] = (weight @ stack[:, :5], weight @ stack[:, 5], wrong)
    return out


def losses(net: Network, examples: list[Whole], short: bool) -> tuple[Tensor, Tensor]:
    ids, mask, feats, tags, mentions = batch(examples)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=short):
        tag_logits, ties = net(ids, mask, feats)
    tag_logits, ties = tag_logits.float(), ties.float()
    tagging = tag_loss(tag_logits, tags)
    connecting = ties.new_zeros(())
    groups = pooled(ties, mentions)
    for key, (logits, followed, wrong) in groups.items():
        k, _, pid = key.partition("/")
        goal, known = examples[int(k)].people[pid]
        connecting = connecting - (torch.tensor(goal) * functional.log_softmax(logits, -1)).sum() + 0.3 * wrong
        if known != IGNORE:
            connecting = connecting + 0.4 * functional.binary_cross_entropy_with_logits(followed, torch.tensor(known))
    return tagging, connecting / max(1, len(groups))
