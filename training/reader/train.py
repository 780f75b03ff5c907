"""Train the reader's network and export it to int8 ONNX.

usage: python training/reader/train.py --bfloat16 --ner ../shared/data/ner --out src/hallway/reading/encoder/weights
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from pathlib import Path
from typing import cast

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

sys.path.insert(0, str(Path(__file__).parent))

from data import IGNORE, OPEN, NamePool, Whole, corpus, read_tweets, tweet, whole
from network import Network, package_file

from hallway.reading.encoder.features import TAGS

CLS, SEP = 101, 102
TWEETS = ("wnut17/wnut17train.conll", "wnut17/emerging.dev.conll", "btc/btc.train", "btc/btc.dev")
"""Everything but the test parts."""
EVENT = [TAGS.index("B-EVT"), TAGS.index("I-EVT")]


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
    """Cross entropy; a piece that is only known not to be a person, organization or place may be O or an event."""
    logp = functional.log_softmax(logits, -1)
    known = tags >= 0
    loss = -logp[known].gather(1, tags[known][:, None]).sum()
    either = tags == OPEN
    if either.any():
        loss = loss - torch.logsumexp(logp[either][:, [0, *EVENT]], -1).sum()
    return loss / max(1, int(known.sum() + either.sum()))


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


def batches(items: list[Whole], pieces: int, rng: random.Random) -> list[list[Whole]]:
    """Groups of about `pieces` pieces, similar lengths together, in random order."""
    size = {id(w): sum(len(e.ids) for e in w.windows) for w in items}
    order = sorted(items, key=lambda w: size[id(w)] * rng.uniform(0.8, 1.2))
    made: list[list[Whole]] = [[]]
    for w in order:
        if made[-1] and sum(size[id(x)] for x in made[-1]) + size[id(w)] > pieces:
            made.append([])
        made[-1].append(w)
    rng.shuffle(made)
    return made


def train(args: argparse.Namespace) -> Network:
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    tokenizer = Tokenizer.from_buffer(package_file("tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    docs, kept = corpus(Path(args.corpus))
    pool = NamePool(docs)
    check = [whole(d, tokenizer, None, pool) for d in kept]
    informal = [t for f in TWEETS for t in read_tweets(Path(args.ner) / f)]
    print(f"{len(docs)} texts to train on, {len(kept)} kept apart, {len(informal)} tweets", flush=True)
    net = Network()
    net.start()
    net.train()
    net.bert.embeddings.word_embeddings.requires_grad_(False)
    own = [
        {"params": [p for p in net.bert.parameters() if p.requires_grad], "lr": args.rate},
        {"params": [*net.shape.parameters(), *net.tag.parameters(), *net.tie.parameters()], "lr": args.rate * 10},
    ]
    optimizer = torch.optim.AdamW(own, weight_decay=0.01, fused=True)
    average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(args.average))
    steps = 0
    for epoch in range(args.stop or args.epochs):
        began = time.time()
        mine = [w for d in docs if (w := whole(d, tokenizer, rng, pool)).windows]
        heard = [tweet(t, tokenizer, rng) for t in rng.sample(informal, int(len(informal) * args.share))]
        groups = batches(mine, args.pieces, rng) + batches(heard, args.pieces, rng)
        rng.shuffle(groups)
        total = args.epochs * len(groups)
        sums = [0.0, 0.0]
        for group in groups:
            tagging, connecting = losses(net, group, args.bfloat16)
            loss = tagging + args.weight * connecting
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            for g, full in zip(optimizer.param_groups, (args.rate, args.rate * 10), strict=True):
                g["lr"] = full * pace(steps / total)
            optimizer.step()
            optimizer.zero_grad()
            steps += 1
            if steps > total / 10:
                average.update_parameters(net)
            sums = [sums[0] + tagging.item(), sums[1] + connecting.item()]
        line = {
            "epoch": epoch + 1,
            "tag": round(sums[0] / len(groups), 4),
            "tie": round(sums[1] / len(groups), 4),
            **evaluate(average.module if epoch else net, check),
            "seconds": round(time.time() - began),
        }
        print(json.dumps(line), flush=True)
        torch.save(average.module.state_dict(), Path(args.state))
    return cast(Network, average.module)


def pace(done: float) -> float:
    """The learning rate's share after this share of all steps: up at first, then down along a cosine."""
    return min(1.0, (done + 0.001) / 0.06) * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1.0, done))))


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default=str(Path(__file__).parents[1] / "corpus"))
    parser.add_argument("--ner", required=True, help="folder with wnut17/ and btc/")
    parser.add_argument("--out", required=True)
    parser.add_argument("--state", default="reader.pt", help="where the float weights are kept")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--stop", type=int, help="after so many of the epochs")
    parser.add_argument("--pieces", type=int, default=1200, help="word pieces in a batch")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--weight", type=float, default=0.45, help="of connections beside names")
    parser.add_argument("--share", type=float, default=0.33, help="of the tweets, in each epoch")
    parser.add_argument(
        "--average", type=float, default=0.995, help="how slowly the kept weights follow the trained ones"
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--bfloat16", action="store_true", help="twice as fast where the processor has AVX512-BF16")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    arguments = options()
    network = train(arguments)
    from export import export

    export(network, Path(arguments.out))
