"""The trained network as int8 ONNX: dynamic quantisation, embeddings included."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import torch
from network import Network


def export(net: Network, folder: Path) -> Path:
    """Write `reader-int8.onnx` into `folder` and return its path; inputs int64 (rows, pieces), outputs float32."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    net.eval()
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "reader-int8.onnx"
    example = tuple(torch.ones(2, 16, dtype=torch.long) for _ in range(3))
    names = ["input_ids", "attention_mask", "features"]
    with tempfile.TemporaryDirectory() as scratch:
        float_model = Path(scratch) / "reader.onnx"
        torch.onnx.export(
            net,
            example,
            str(float_model),
            input_names=names,
            output_names=["tags", "ties"],
            opset_version=17,
            dynamo=False,
            dynamic_axes={n: {0: "rows", 1: "pieces"} for n in [*names, "tags", "ties"]},
        )
        quantize_dynamic(
            float_model,
            target,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    print(f"{target.name}: {target.stat().st_size:,} bytes, sha256 {hashlib.sha256(target.read_bytes()).hexdigest()}")
    return target


if __name__ == "__main__":
    import sys

    network = Network()
    network.load_state_dict(torch.load(sys.argv[1]))
    export(network, Path(sys.argv[2]))
