"""Train the reader's network and export it in eight bits.

usage: python training/reader/train.py --bfloat16 --ner ../shared/data/ner --out src/hallway/reading/encoder/weights

Two networks are trained side by side, each on a core of its own, with the two sets of settings of recipe.py, from the same
pre-trained weights; what is exported is the mean of their weights. Such a mean reads texts unlike those trained on better
than either (Wortsman et al., "Model soups", 2022). One thread each, so that the same texts give the same weights.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

sys.path.insert(0, str(Path(__file__).parent))

from data import Whole, corpus, varied, whole
from export import export
from losses import losses
from network import Network, package_file
from pins import checked
from recipe import RECIPES, Recipe
from renaming import NamePool
from tweets import TRAINED_ON, read_tweets, tweet
from watching import evaluate

START = 7
"""The seed of what is not pre-trained: networks that begin differently cannot be averaged."""


def batches(items: list[Whole], pieces: int, rng: random.Random) -> list[list[Whole]]:
    """Groups of about `pieces` pieces, similar lengths together, in random order."""
    size = {id(w): sum(len(e.ids) for e in w.windows) for w in items}
    order = sorted(items, key=lambda w: size[id(w)] * rng.uniform(0.8, 1.2))
    if not items:
        return []
    made: list[list[Whole]] = [[]]
    for w in order:
        if made[-1] and sum(size[id(x)] for x in made[-1]) + size[id(w)] > pieces:
            made.append([])
        made[-1].append(w)
    rng.shuffle(made)
    return made


def train(how: Recipe, args: argparse.Namespace, target: Path) -> None:
    """One network, its weights into `target`; a line an epoch."""
    rng = random.Random(how.seed)
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_buffer(package_file("tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    pinned = checked(args.corpus, args.ner)
    docs, kept = ([d for d in part if d.path in pinned] for part in corpus(args.corpus))
    pool = NamePool(docs)
    check = [whole(d, tokenizer) for d in kept]
    informal = [t for f in TRAINED_ON for t in read_tweets(args.ner / f)]
    print(
        f"{how.seed}: {len(docs)} texts to train on, {len(kept)} kept apart, {len(informal)} tweets",
        file=sys.stderr,
        flush=True,
    )
    torch.manual_seed(START)
    net = Network()
    net.start()
    torch.manual_seed(how.seed)
    net.train()
    net.bert.embeddings.word_embeddings.requires_grad_(how.words)
    body = [p for p in net.bert.parameters() if p.requires_grad]
    heads = [*net.shape.parameters(), *net.tag.parameters(), *net.tie.parameters()]
    rates = (how.rate, how.rate * 10)
    parts = [{"params": p, "lr": r} for p, r in zip((body, heads), rates, strict=True)]
    optimizer = torch.optim.AdamW(parts, weight_decay=0.01, fused=True)
    average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(how.average))
    steps = 0
    for epoch in range(how.epochs):
        began = time.time()
        mine = [w for d in (docs if how.own else ()) if (w := varied(d, tokenizer, pool, how, rng)).windows]
        heard = [tweet(t, tokenizer, how, rng) for t in rng.sample(informal, int(len(informal) * how.tweets))]
        groups = batches(mine, how.pieces, rng) + batches(heard, how.pieces, rng)
        rng.shuffle(groups)
        total = how.epochs * len(groups)
        sums = [0.0, 0.0]
        for group in groups:
            tagging, connecting = losses(net, group, args.bfloat16)
            (tagging + how.weight * connecting).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            for g, full in zip(optimizer.param_groups, rates, strict=True):
                g["lr"] = full * pace(steps / total)
            optimizer.step()
            optimizer.zero_grad()
            steps += 1
            if steps > total / 10:
                average.update_parameters(net)
            sums = [sums[0] + tagging.item(), sums[1] + connecting.item()]
        line = {
            "network": how.seed,
            "epoch": epoch + 1,
            "tag": round(sums[0] / len(groups), 4),
            "tie": round(sums[1] / len(groups), 4),
            **evaluate(average.module if epoch else net, check),
            "seconds": round(time.time() - began),
        }
        print(json.dumps(line), file=sys.stderr, flush=True)
        torch.save(average.module.state_dict(), target)


def side_by_side(recipes: Sequence[Recipe], args: argparse.Namespace, targets: list[Path]) -> None:
    """One network with each recipe, each in a process of its own."""
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=train, args=(how, args, t)) for how, t in zip(recipes, targets, strict=True)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    if any(run.exitcode for run in runs):
        raise SystemExit("a training stopped early: what went wrong stands above")


def pace(done: float) -> float:
    """The learning rate's share after this share of all steps: up at first, then down along a cosine."""
    return min(1.0, (done + 0.001) / 0.06) * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1.0, done))))


def mean(paths: list[Path]) -> Network:
    """A network whose weights are the mean of those in `paths`."""
    states = [torch.load(p) for p in paths]
    network = Network()
    network.load_state_dict({k: torch.stack([s[k] for s in states]).mean(0) for k in states[0]})
    return network


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path(__file__).parents[1] / "corpus")
    parser.add_argument("--ner", type=Path, required=True, help="folder with wnut17/ and btc/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--states", type=Path, default=Path(), help="folder where the float weights are kept")
    parser.add_argument("--bfloat16", action="store_true", help="twice as fast where the processor has AVX512-BF16")
    return parser.parse_args()


def main() -> None:
    args = options()
    targets = [args.states / f"reader-{how.seed}.pt" for how in RECIPES]
    side_by_side(RECIPES, args, targets)
    export(mean(targets), args.out)


if __name__ == "__main__":
    main()
