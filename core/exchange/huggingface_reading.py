"""Datasets in Hugging Face's shapes: texts with spans, as here, or tokens with tags, as most are."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from core.exchange.conll import labelled_tokens
from core.exchange.format import Labelled, NamedFile, some
from core.exchange.huggingface import FIELDS, pyarrow_modules
from core.exchange.json_fields import expected, text_in
from core.exchange.provenance import NAME as PROVENANCE
from core.exchange.rows import Row, labels_of, mark_of, relations_of

DATA, CARD = frozenset({".jsonl", ".json", ".parquet"}), frozenset({".md"})
"""Suffixes of files with rows, and of the one with the names of their tags."""

_NAME = re.compile(r"^ *['\"]?(\d+)['\"]?: (.+)$", re.MULTILINE)
_TAGS = "ner_tags"
KNOWN = frozenset(name for name, _ in FIELDS)


def read_hf_dataset(files: Iterable[NamedFile]) -> Iterator[Labelled]:
    """The rows of all files of data; tags that are numbers have their names in the card, or in Parquet."""
    names: dict[int, str] = {}
    for name, data in files:
        if name == "README.md":
            names = _names_in_card(data.decode("utf-8", "replace"))
        elif name.endswith(".parquet"):
            yield from _labelled_rows(_of_parquet(data, name), names | _names_in_parquet(data), name)
        elif name.endswith((".jsonl", ".json")) and name.rpartition("/")[2] != PROVENANCE:
            yield from _labelled_rows(_of_jsonl(data, name), names, name)


def _of_jsonl(data: bytes, name: str) -> Iterator[Row]:
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        if line.strip():
            with expected(f"{name}: line {number} is no JSON"):
                row = json.loads(line)
            yield row


def _of_parquet(data: bytes, name: str) -> Iterator[Row]:
    arrow, parquet = pyarrow_modules()
    with expected(f"{name} is no Parquet"):
        try:
            file = parquet.ParquetFile(io.BytesIO(data))
        except arrow.ArrowException as error:
            raise ValueError(str(error)) from error
    for batch in file.iter_batches():
        yield from batch.to_pylist()


def _labelled_rows(rows: Iterable[Row], names: Mapping[int, str], file: str) -> Iterator[Labelled]:
    for number, row in enumerate(rows, 1):
        with expected(f"{file}: row {number} has neither text with spans nor tokens with tags"):
            labelled = _labelled(row, names)
        yield labelled


def _labelled(row: Row, names: Mapping[int, str]) -> Labelled:
    name = row.get("id")
    name = name if isinstance(name, str) else None
    dropped = some({"other columns": len(row.keys() - KNOWN)})
    if "spans" not in row:
        tags = [names[tag] if isinstance(tag, int) else text_in(tag) for tag in row[_TAGS]]
        words, tagged = labelled_tokens(zip(map(text_in, row["tokens"]), tags, strict=True))
        return Labelled(words, tuple(tagged), name, dropped=dropped)
    text = text_in(row["text"])
    marks = tuple(mark_of(span, text) for span in row["spans"] or ())
    relations = relations_of(row.get("relations") or (), len(marks))
    return Labelled(text, marks, name, relations, labels_of(row.get("labels") or ()), dropped)


def _names_in_card(card: str) -> dict[int, str]:
    """The names of the tags, in order, of the first feature that has any."""
    _, _, features = card.partition("class_label:")
    names: dict[int, str] = {}
    for match in _NAME.finditer(features):
        if int(match[1]) != len(names):
            break
        names[len(names)] = _unquoted(match[2])
    return names


def _unquoted(words: str) -> str:
    return str(json.loads(words)) if words.startswith('"') else words.strip("' ")


def _names_in_parquet(data: bytes) -> dict[int, str]:
    """As ``datasets`` writes them into the schema."""
    _, parquet = pyarrow_modules()
    metadata = parquet.read_schema(io.BytesIO(data)).metadata or {}
    info: Any = json.loads(metadata.get(b"huggingface", b"{}"))
    feature = info.get("info", {}).get("features", {}).get(_TAGS, {}).get("feature", {})
    return dict(enumerate(feature.get("names") or ()))
