"""Which articles of a dataset are copies of one another, by their signatures in its index."""

from __future__ import annotations

from collections.abc import Mapping

from core.dataset.index import Index
from core.near_duplicates import copies_among, signature_in


def copies_of(index: Index) -> Mapping[str, tuple[str, ...]]:
    """Of each article that has copies, their names; of the others, and of those not read yet, nothing."""
    signatures = {name: signature_in(data) for name, data in index.signatures().items()}
    return {
        name: tuple(other for other in group if other != name)
        for group in copies_among(signatures)
        for name in group
    }
