"""The MiniLM sentence encoder as an ONNX graph: six BERT layers, mean pooling and L2 normalisation in one model.

The graph is written out by hand rather than traced, so that the same weights always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

Weights = Mapping[str, NDArray[np.float32]]
Linear = Callable[["Graph", str, str, NDArray[np.float32]], str]

HIDDEN, HEADS, LAYERS, EPSILON = 384, 12, 6, 1e-12
MICROSOFT = "com.microsoft"


@dataclass
class Graph:
    """Nodes and constants in the order in which they were added."""

    nodes: list[NodeProto] = field(default_factory=list)
    constants: list[TensorProto] = field(default_factory=list)

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Add a constant and return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output and return the output's name."""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output


def float_linear(graph: Graph, name: str, source: str, weight: NDArray[np.float32]) -> str:
    """Multiply by an unquantised weight of shape (outputs, inputs)."""
    return graph.node("MatMul", [source, graph.constant(f"{name}.weight", weight.T)], f"{name}.product")


def encoder(weights: Weights, linear: Linear) -> ModelProto:
    """Return the whole model; `linear` decides how weight matrices are stored and multiplied."""
    graph = Graph()
    _pool(graph, layers(graph, weights, linear, embedded(graph, weights)))
    return model(graph, "minilm-l6", ("input_ids", "attention_mask"), {"embedding": ["texts", HIDDEN]})


def model(graph: Graph, name: str, inputs: tuple[str, ...], outputs: Mapping[str, list[str | int]]) -> ModelProto:
    """The finished model; every input is int64 of [texts, tokens], every output float32 of its own shape."""
    given = [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"]) for name in inputs]
    said = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()]
    body = helper.make_graph(graph.nodes, name, given, said, graph.constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=9, producer_name="hallway")


def layers(graph: Graph, weights: Weights, linear: Linear, hidden: str) -> str:
    """The BERT layers above what `embedded` returned; returns the name of what comes out."""
    graph.node("Cast", ["attention_mask"], "padding", to=TensorProto.INT32)
    for index in range(LAYERS):
        hidden = _layer(graph, weights, linear, hidden, f"encoder.layer.{index}")
    return hidden


def embedded(graph: Graph, weights: Weights, beside: str = "") -> str:
    """Words and places, and the vectors called `beside`, summed and normalised; a scale for each word of the vocabulary."""
    words = weights["embeddings.word_embeddings.weight"]
    scales = np.abs(words).max(axis=1, keepdims=True) / 127
    graph.constant("words", np.rint(words / np.maximum(scales, 1e-12)).astype(np.int8))
    graph.node("Gather", [graph.constant("words.scales", scales), "input_ids"], "word_scales")
    graph.node("Gather", ["words", "input_ids"], "word_codes")
    graph.node("Cast", ["word_codes"], "word_floats", to=TensorProto.FLOAT)
    graph.node("Mul", ["word_floats", "word_scales"], "word_vectors")
    places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    graph.node("Shape", ["input_ids"], "length", start=1, end=2)
    zero = graph.constant("zero", np.zeros(1, np.int64))
    graph.node("Slice", [graph.constant("places", places), zero, "length", zero], "place_vectors")
    seen = graph.node("Add", ["word_vectors", beside], "described") if beside else "word_vectors"
    graph.node("Add", [seen, "place_vectors"], "embedded")
    norm = _norm_constants(graph, weights, "embeddings.LayerNorm")
    return graph.node("LayerNormalization", ["embedded", *norm], "embedded.norm", axis=-1, epsilon=EPSILON)


def _layer(graph: Graph, weights: Weights, linear: Linear, hidden: str, name: str) -> str:
    attended = _attention(graph, weights, linear, hidden, f"{name}.attention")
    wide = linear(graph, f"{name}.up", attended, weights[f"{name}.intermediate.dense.weight"])
    bias = graph.constant(f"{name}.up.bias", weights[f"{name}.intermediate.dense.bias"])
    active = graph.node("BiasGelu", [wide, bias], f"{name}.active", MICROSOFT)
    narrow = linear(graph, f"{name}.down", active, weights[f"{name}.output.dense.weight"])
    return _add_and_norm(graph, weights, narrow, attended, f"{name}.output")


def _attention(graph: Graph, weights: Weights, linear: Linear, hidden: str, name: str) -> str:
    parts = [f"{name}.self.{part}" for part in ("query", "key", "value")]
    joined = linear(graph, f"{name}.qkv", hidden, np.concatenate([weights[f"{part}.weight"] for part in parts]))
    split = [f"{part}.split" for part in parts]
    graph.nodes.append(helper.make_node("Split", [joined], split, name=f"{name}.split", axis=-1))
    bias = graph.constant(f"{name}.bias", np.concatenate([weights[f"{part}.bias"] for part in parts]))
    mixed = graph.node("MultiHeadAttention", [*split, bias, "padding"], f"{name}.mixed", MICROSOFT, num_heads=HEADS)
    out = linear(graph, f"{name}.out", mixed, weights[f"{name}.output.dense.weight"])
    return _add_and_norm(graph, weights, out, hidden, f"{name}.output")


def _add_and_norm(graph: Graph, weights: Weights, new: str, old: str, name: str) -> str:
    scale, shift = _norm_constants(graph, weights, f"{name}.LayerNorm")
    bias = graph.constant(f"{name}.bias", weights[f"{name}.dense.bias"])
    inputs = [new, old, scale, shift, bias]
    return graph.node("SkipLayerNormalization", inputs, f"{name}.norm", MICROSOFT, epsilon=EPSILON)


def _norm_constants(graph: Graph, weights: Weights, name: str) -> tuple[str, str]:
    scale = graph.constant(f"{name}.scale", weights[f"{name}.weight"])
    return scale, graph.constant(f"{name}.shift", weights[f"{name}.bias"])


def _pool(graph: Graph, hidden: str) -> None:
    axes = graph.constant("pooled_axis", np.array([2], np.int64))
    graph.node("Cast", ["attention_mask"], "mask", to=TensorProto.FLOAT)
    graph.node("Mul", [hidden, graph.node("Unsqueeze", ["mask", axes], "mask_column")], "masked")
    token_axis = graph.constant("token_axis", np.array([1], np.int64))
    graph.node("ReduceSum", ["masked", token_axis], "sum", keepdims=0)
    graph.node("LpNormalization", ["sum"], "embedding", axis=-1, p=2)
