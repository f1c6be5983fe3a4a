"""Learning which filtered characters stood where they are read, and which were put in where none did.

What stood there is every filtered character of the news; what did not are the places that the gap network
takes for likely, and some that it does not. Of these it has learnt, so that fewer deceive it than on a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from core.restoration.dropped import FILTERED
from core.restoration.gap_network import gap_network
from core.restoration.insertions import states_of
from core.restoration.train_dropped import filtered

# Log odds of the network from which a place where nothing is missing is learnt from, and how many of them.
_LIKELY, _WRONG_SHARE = -7.5, 0.3
_HIDDEN, _EPOCHS, _BATCH = 64, 12, 256
_RATE, _DECAY = 2e-3, 1e-2
_INPUT_DROPOUT, _DROPOUT = 0.2, 0.3

Arrays = dict[str, NDArray[np.generic]]


def examples(pages: Iterable[str]) -> tuple[NDArray[np.float16], NDArray[np.int64], NDArray[np.float32]]:
    """States, which of the filtered characters, and 1 where it stood there."""
    random = np.random.default_rng(1)
    states: list[NDArray[np.float16]] = []
    rows: list[tuple[int, float]] = []
    for page in pages:
        text, missing = filtered(page, FILTERED)
        right = [(place, characters[0]) for place, characters in missing.items()]
        wrong = [each for each in _likely(text) if each not in right and random.random() < _WRONG_SHARE]
        if right or wrong:
            states.append(states_of(text, [*right, *wrong]).astype(np.float16))
        rows += [(FILTERED.index(c), float(i < len(right))) for i, (_, c) in enumerate([*right, *wrong])]
    numbers, answers = zip(*rows, strict=True)
    return np.concatenate(states), np.array(numbers), np.array(answers, np.float32)


def _likely(text: str) -> Iterator[tuple[int, str]]:
    places, scores = gap_network().scores(text, FILTERED)
    for row, number in np.argwhere(scores > _LIKELY).tolist():
        yield int(places[row]), FILTERED[number]


def learn(states: NDArray[np.float16], numbers: NDArray[np.int64], answers: NDArray[np.float32]) -> Arrays:
    """The weights, as ``core.restoration.insertions`` reads them; the same on the same machine."""
    torch.manual_seed(1)
    seen = states.astype(np.float32)
    mean, scale = seen.mean(axis=0), seen.std(axis=0) + 1e-3
    rows, columns, right = ((torch.from_numpy(a)) for a in ((seen - mean) / scale, numbers, answers))
    inner, outer = nn.Linear(rows.shape[1], _HIDDEN), nn.Linear(_HIDDEN, len(FILTERED))
    network = nn.Sequential(nn.Dropout(_INPUT_DROPOUT), inner, nn.ReLU(), nn.Dropout(_DROPOUT), outer)
    optimizer = torch.optim.AdamW(network.parameters(), _RATE, weight_decay=_DECAY)
    for epoch in range(_EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * (1 - epoch / _EPOCHS)
        total = 0.0
        for batch in torch.randperm(len(rows)).split(_BATCH):
            loss = _loss(network, rows[batch], columns[batch], right[batch])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            total += loss.item() * len(batch)
        print(f"{epoch + 1}/{_EPOCHS} {total / len(rows):.5f}", flush=True)
    weight = inner.weight.detach().numpy().T / scale[:, None]
    arrays = {
        "inner": weight,
        "inner_bias": inner.bias.detach().numpy() - mean @ weight,
        "outer": outer.weight.detach().numpy().T,
        "outer_bias": outer.bias.detach().numpy(),
    }
    return {"characters": np.array(FILTERED), **{name: a.astype(np.float16) for name, a in arrays.items()}}


def _loss(network: nn.Module, rows: Tensor, columns: Tensor, right: Tensor) -> Tensor:
    odds = network(rows).gather(1, columns[:, None])[:, 0]
    return functional.binary_cross_entropy_with_logits(odds, right)
