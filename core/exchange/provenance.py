"""Where an export comes from: what was exported, who and what marked it, under which scheme, and its hashes.

It is JSON beside the file, or in the folder, and has no clock: the same export gives the same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from core import __version__
from core.document import Document
from core.exchange.format import Losses, Wanted
from core.exchange.splitting import Split

NAME = "provenance.json"
SUFFIX = f".{NAME}"
"""What it is called in a folder, and what a file's name gets."""

JsonObject = dict[str, Any]


class Provenance:
    """Watches an export go by and tells of it afterwards."""

    def __init__(self) -> None:
        self._statuses: Counter[str] = Counter()
        self._labels: Counter[str] = Counter()
        self._annotators: Counter[str | None] = Counter()
        self._states: Counter[str] = Counter()
        self._schemes: dict[str, JsonObject] = {}
        self._models: dict[str, set[str]] = {}
        self._articles: list[JsonObject] = []
        self._files: dict[str, str] = {}

    def documents(self, documents: Iterable[Document], wanted: Wanted, part: str = "") -> Iterator[Document]:
        """The documents, each counted as it goes by."""
        for document in documents:
            self._count(document, wanted, part)
            yield document

    def file(self, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The pieces of a file, which its hash is made of as they go by."""
        digest = sha256()
        for piece in pieces:
            digest.update(piece)
            yield piece
        self._files[name] = digest.hexdigest()

    def told(self, form: str, wanted: Wanted, losses: Losses, split: JsonObject | None = None) -> bytes:
        """What is to be told of the export once it has gone by."""
        table = {
            "generator": {"danqian": __version__},
            "format": form,
            "options": {"statuses": sorted(wanted.statuses), "unit": wanted.unit},
            "articles": len(self._articles),
            "states": dict(sorted(self._states.items())),
            "marks": {
                "statuses": dict(sorted(self._statuses.items())),
                "labels": dict(sorted(self._labels.items())),
            },
            "annotators": [
                {"name": name, "articles": count}
                for name, count in sorted(self._annotators.items(), key=lambda item: item[0] or "")
            ],
            "schemes": list(self._schemes.values()),
            "models": {name: sorted(versions) for name, versions in sorted(self._models.items())},
            "left_out": {what: count for what, count in sorted(losses.items()) if count},
            **({"split": split} if split else {}),
            "files": {name: {"sha256": digest} for name, digest in self._files.items()},
            "sources": self._articles,
        }
        return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")

    def _count(self, document: Document, wanted: Wanted, part: str) -> None:
        marks = wanted.marks(document)
        self._statuses.update(mark.status for mark in marks)
        self._labels.update(mark.label for mark in marks)
        self._annotators[document.annotator] += 1
        self._states[document.progress.status] += 1
        scheme = asdict(document.scheme)
        scheme |= scheme.pop("unknown")
        self._schemes.setdefault(json.dumps(scheme, sort_keys=True), scheme)
        for name, version in document.models.items():
            self._models.setdefault(name, set()).add(version)
        row = {
            "name": document.source.name,
            "sha256": document.source.sha256,
            "text_sha256": sha256(document.text.encode("utf-8", "replace")).hexdigest(),
            "annotator": document.annotator,
            "marks": len(marks),
        }
        self._articles.append(row | ({"part": part} if part else {}))


def told_of_split(split: Split, shares: Mapping[str, float], seed: int) -> JsonObject:
    """How the articles were divided; which are where stands with the sources."""
    return {
        "shares": dict(shares),
        "seed": seed,
        "articles": dict(sorted(Counter(split.parts.values()).items())),
        "copies_kept_together": [list(group) for group in split.copies],
    }
