"""The trained network in eight bits: the embedder's graph (embedder/graph.py, quantise.py) with shapes below and two heads above.

usage: python training/reader/export.py STATE FOLDER
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import torch
from network import Network

sys.path.insert(0, str(Path(__file__).parents[1] / "embedder"))

from graph import Graph, Weights, embedded, float_linear, layers, model
from onnx import ModelProto
from quantise import block_linear

from hallway.reading.encoder.features import CONNECTIONS, TAGS


def export(network: Network, folder: Path) -> Path:
    """Write `reader-int8.onnx` into `folder` and return its path; inputs int64 (rows, pieces), outputs float32."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "reader-int8.onnx"
    target.write_bytes(reader({k: v.numpy() for k, v in network.state_dict().items()}).SerializeToString())
    print(f"{target.name}: {target.stat().st_size:,} bytes, sha256 {hashlib.sha256(target.read_bytes()).hexdigest()}")
    return target


def reader(weights: Weights) -> ModelProto:
    """The whole model; the heads stay floats, they are small."""
    graph = Graph()
    shapes = graph.node("Gather", [graph.constant("shapes", weights["shape.weight"]), "features"], "shape_vectors")
    body = {k.removeprefix("bert."): v for k, v in weights.items() if k.startswith("bert.")}
    hidden = layers(graph, body, block_linear, embedded(graph, body, shapes))
    _head(graph, weights, "tag", hidden, "tags")
    wide = _head(graph, weights, "tie.0", hidden, "tie.wide")
    _head(graph, weights, "tie.3", _gelu(graph, wide), "ties")
    outputs: dict[str, list[str | int]] = {
        "tags": ["texts", "tokens", len(TAGS)], "ties": ["texts", "tokens", len(CONNECTIONS) + 2]
    }  # fmt: skip
    return model(graph, "reader", ("input_ids", "attention_mask", "features"), outputs)


def _head(graph: Graph, weights: Weights, name: str, source: str, output: str) -> str:
    product = float_linear(graph, name, source, weights[f"{name}.weight"])
    return graph.node("Add", [product, graph.constant(f"{name}.bias", weights[f"{name}.bias"])], output)


def _gelu(graph: Graph, source: str) -> str:
    return graph.node("Gelu", [source], f"{source}.active", "com.microsoft")


if __name__ == "__main__":
    trained = Network()
    trained.load_state_dict(torch.load(sys.argv[1]))
    export(trained, Path(sys.argv[2]))
