"""PyTorch weights to the one file that ``core.restoration.gap_network`` reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from gap_training.network import GapNetwork
from numpy.typing import NDArray

Floats = NDArray[np.floating]
_MOST = 127
# Steps of a table in one standard deviation, as many as make no difference: few different numbers pack well.
_CHARACTER_STEPS, _CROSSING_STEPS = 6, 2


def export(network: GapNetwork, characters: str, missing: str, path: Path) -> int:
    """Write the model and return its size in bytes: tables and weights as bytes, with each column's step."""
    arrays: dict[str, object] = {"index": characters, "missing": missing}
    for name, table, steps in (
        ("characters", network.characters, _CHARACTER_STEPS),
        ("crossings", network.crossings, _CROSSING_STEPS),
    ):
        values = table.weight.detach().numpy()
        _put(arrays, name, values, np.full((1, values.shape[1]), values.std() / steps))
    linear = [("first", network.first), ("sight", network.sight), ("wide", network.wide)]
    linear += [("narrow", network.narrow), ("output", network.output)]
    linear += [(f"layer{i}", layer) for i, layer in enumerate(network.layers)]
    for name, layer in linear:
        weight = layer.weight.detach().numpy().T
        _put(arrays, f"{name}_weight", weight, np.abs(weight).max(axis=0, keepdims=True) / _MOST)
        arrays[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float16)
    for i, norm in enumerate(network.norms):
        arrays[f"norm{i}_weight"] = norm.weight.detach().numpy().astype(np.float16)
        arrays[f"norm{i}_bias"] = norm.bias.detach().numpy().astype(np.float16)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]
    return path.stat().st_size


def _put(arrays: dict[str, object], name: str, values: Floats, steps: Floats) -> None:
    arrays[name] = np.clip(np.round(values / steps), -_MOST, _MOST).astype(np.int8)
    arrays[f"{name}_steps"] = steps.astype(np.float32)
