"""Which articles of a dataset are copies of one another, by their signatures in its index."""

from __future__ import annotations

from collections.abc import Mapping

from core.dataset.index import Index
from core.near_duplicates import copies_among, signature_in


def copies_of(index: Index) -> Mapping[str, tuple[str, ...]]:
    """The group of each article that has copies, itself in it; nothing of others and those not read yet."""
    signatures = {name: signature_in(data) for name, data in index.signatures().items()}
    return {name: group for group in copies_among(signatures) for name in group}
