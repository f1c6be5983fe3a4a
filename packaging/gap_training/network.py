"""The gap network in PyTorch, as it is trained; ``core.restoration.gap_network`` runs it with NumPy."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from core.restoration.gap_network import BUCKETS, CROSSINGS, DILATIONS, REACH, crossing_rows

CHARACTER, CROSSING, HIDDEN, WIDE = 128, 24, 192, 384
# Share of places that learn without their pairs and triples, so as not to lean on them alone.
WITHOUT_CROSSINGS = 0.25


class GapNetwork(nn.Module):
    """Texts as numbers in, scores out: by text, by place, for nothing and each character that may miss.

    The scores come twice: at first sight, which chooses the places worth a closer look, and after it.
    """

    def __init__(self, vocabulary: int, missing: int) -> None:
        super().__init__()
        self.characters = nn.Embedding(vocabulary, CHARACTER)
        self.crossings = nn.Embedding(BUCKETS, CROSSING)
        self.first = nn.Linear(2 * REACH * CHARACTER + len(CROSSINGS) * CROSSING, HIDDEN)
        self.sight = nn.Linear(HIDDEN, 1 + missing)
        self.layers = nn.ModuleList(nn.Linear(3 * HIDDEN, HIDDEN) for _ in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(HIDDEN) for _ in (*DILATIONS, 0, 0))
        self.wide, self.narrow = nn.Linear(HIDDEN, WIDE), nn.Linear(WIDE, HIDDEN)
        self.output = nn.Linear(HIDDEN, 1 + missing)
        nn.init.normal_(self.characters.weight, std=0.3)
        nn.init.normal_(self.crossings.weight, std=0.02)

    def forward(self, numbers: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of the places before every character and behind the last, at first sight and at last."""
        states = self._seen(numbers)
        at_sight = self.sight(states)
        places = states.shape[1]
        for dilation, layer, norm in zip(DILATIONS, self.layers, self.norms, strict=False):
            around = functional.pad(norm(states), (0, 0, dilation, dilation))
            wide = torch.cat([around[:, i * dilation : i * dilation + places] for i in range(3)], -1)
            states = states + torch.relu(layer(wide))
        states = states + self.narrow(torch.relu(self.wide(self.norms[-2](states))))
        return at_sight, self.output(self.norms[-1](states))

    def _seen(self, numbers: Tensor) -> Tensor:
        places = numbers.shape[1] + 1
        padded = functional.pad(numbers, (REACH, REACH))
        beside = self.characters(padded)
        parts = [beside[:, i : i + places] for i in range(2 * REACH)]
        crossings = torch.cat([self.crossings(rows) for rows in crossing_rows(padded, places)], -1)
        if self.training:
            crossings = crossings * (torch.rand(*crossings.shape[:2], 1) > WITHOUT_CROSSINGS)
        return torch.relu(self.first(torch.cat([*parts, crossings], -1)))
