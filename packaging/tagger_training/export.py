"""PyTorch weights to the one file that ``core.recognition.tagger`` reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from tagger_training.calibration import calibrate
from tagger_training.corpora import Parts
from tagger_training.network import LAC_NAMES, Tagger, Vocabulary
from torch import Tensor

from core.recognition.tagger import Tagger as NumpyTagger

OWN = "news"
"""Our own guideline's head: the output layer as it is, from which refining begins."""

LAYER_PARTS = (
    ("inputs", "weight_ih"),
    ("states", "weight_hh"),
    ("input_bias", "bias_ih"),
    ("state_bias", "bias_hh"),
)
"""What a layer's arrays are called in the file and by PyTorch."""


def export(tagger: Tagger, parts: Sequence[Parts], path: Path) -> int:
    """Write the model and return its size in bytes.

    Weights are half floats, embeddings bytes with a scale for each character. Characters that neither
    the corpora nor GB 2312 hold share the row of the unknown one.
    """
    vocabulary = Vocabulary()
    characters = "".join(sorted(_characters(parts, vocabulary)))
    rows = [*vocabulary(characters), vocabulary.unknown]
    embedding = tagger.embedding.weight.detach().numpy()[rows]
    scale = np.maximum(np.abs(embedding).max(1, keepdims=True), 1e-6) / 127
    arrays: dict[str, object] = {
        "characters": characters,
        "embedding": np.round(embedding / scale).astype(np.int8),
        "embedding_scale": scale.astype(np.float32),
        "output_names": np.array([LAC_NAMES.start, LAC_NAMES.stop]),
        "heads": " ".join((*tagger.heads, OWN)),
    }
    arrays |= network_arrays(tagger)
    first = next(iter(tagger.heads))
    arrays[f"head/{OWN}"] = np.zeros_like(arrays[f"head/{first}"])
    arrays[f"bias/{OWN}"] = np.zeros_like(arrays[f"bias/{first}"])
    arrays[f"transitions/{OWN}"] = tagger.allowed.numpy().astype(np.float32)
    arrays["calibration"] = calibrate(NumpyTagger(arrays), parts)
    np.savez_compressed(path, **arrays)
    return path.stat().st_size


def network_arrays(tagger: Tagger) -> dict[str, np.ndarray]:
    """Output layer, encoder and heads as they stand in the file."""
    arrays = {"output": _half(tagger.output.weight.T), "output_bias": _half(tagger.output.bias)}
    for layer in range(2):
        for name, weight in LAYER_PARTS:
            both = [getattr(tagger.encoder, f"{weight}_l{layer}{s}") for s in ("", "_reverse")]
            arrays[f"{name}/{layer}"] = np.stack([_half(one.T if one.dim() == 2 else one) for one in both])
    for head, linear in tagger.heads.items():
        arrays[f"head/{head}"] = _half(linear.weight.T)
        arrays[f"bias/{head}"] = _half(linear.bias)
        transitions = tagger.transitions[head] + tagger.allowed
        arrays[f"transitions/{head}"] = transitions.detach().numpy().astype(np.float32)
    return arrays


def _half(weight: Tensor) -> np.ndarray:
    return np.ascontiguousarray(weight.detach().numpy().astype(np.float16))


def _characters(parts: Iterable[Parts], vocabulary: Vocabulary) -> set[str]:
    seen = Counter(c for p in parts for sentence in p.train for c in sentence.text)
    gb2312 = {
        bytes([high, low]).decode("gb2312", "ignore")
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
    }
    wanted = {c for c, count in seen.items() if count > 1} | gb2312 | {chr(code) for code in range(33, 127)}
    known = {c for c in wanted if len(c) == 1 and vocabulary(c)[0] != vocabulary.unknown}
    return known | {c for c in map(chr, range(0xFF01, 0xFF5F)) if vocabulary(c)[0] != vocabulary.unknown}
