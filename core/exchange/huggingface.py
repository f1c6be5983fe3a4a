"""A dataset as Hugging Face's ``datasets`` loads it: a folder with a file a part and a card of its features.

Tokens with BIO tags hold the longest marks, for those who train on them; ``spans`` hold all marks and what is
known of each. The card says which file is which part and which tags there are, so that ``load_dataset`` asks
nothing. JSON Lines needs no library. Parquet needs pyarrow, which is too big for the installer and comes with
``danqian[parquet]``; fastparquet would bring pandas, which is as big.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import chain
from typing import Any

from core.document import Annotation, Document
from core.errors import BadRequest
from core.exchange.format import Losses, Parts, Wanted, WrittenFile, count_what_is_left_out
from core.exchange.rows import HELD, label_rows, mark_row, relation_rows
from core.exchange.sentences import split_tokens
from core.files.json_text import json_line
from core.text.spans import Span, longest_first

OUTSIDE = "O"
ROWS_AT_ONCE = 256
"""Rows of a row group of Parquet."""

Fields = tuple[tuple[str, Any], ...]
_PLACE: Fields = (("start", "int32"), ("end", "int32"))
_SPANS: Fields = (
    *_PLACE,
    ("label", "string"),
    ("text", "string"),
    ("pieces", _PLACE),
    *((name, "string") for name in ("value", "attributes", "note", "status")),
)
FIELDS: Fields = (
    ("id", "string"),
    ("text", "string"),
    ("tokens", ["string"]),
    ("ner_tags", ["string"]),
    ("spans", _SPANS),
    ("relations", (("label", "string"), ("from", "int32"), ("to", "int32"))),
    ("labels", (("name", "string"), ("label", "string"))),
)
"""The columns: a type, in brackets a list of it, in parentheses a list of records."""

ROW = dict[str, Any]
Encoder = Callable[[Iterable[ROW]], Iterator[bytes]]


def write_hf_jsonl(parts: Parts, wanted: Wanted, losses: Losses) -> Iterator[WrittenFile]:
    """``data/PART.jsonl`` for each part, and the card."""
    return _files(parts, wanted, losses, "jsonl", _as_jsonl)


def write_hf_parquet(parts: Parts, wanted: Wanted, losses: Losses) -> Iterator[WrittenFile]:
    """``data/PART.parquet`` for each part, and the card."""
    return _files(parts, wanted, losses, "parquet", _as_parquet)


def _files(
    parts: Parts, wanted: Wanted, losses: Losses, suffix: str, encode: Encoder
) -> Iterator[WrittenFile]:
    labels: set[str] = set()
    names = {part: f"data/{part or 'train'}.{suffix}" for part in parts}
    for part, documents in parts.items():
        yield names[part], encode(_rows(documents, wanted, losses, labels))
    tags = [OUTSIDE, *(f"{position}-{label}" for label in sorted(labels) for position in "BI")]
    yield "README.md", [_card(names, tags).encode("utf-8", "replace")]


def _rows(documents: Iterable[Document], wanted: Wanted, losses: Losses, labels: set[str]) -> Iterator[ROW]:
    """A row for each document; the labels that occur go to ``labels``."""
    for document in documents:
        marks = wanted.marks(document)
        count_what_is_left_out(document, marks, losses, HELD)
        labels.update(mark.label for mark in marks)
        tokens, tags = _tokens(document.text, marks, wanted.unit)
        yield {
            "id": document.source.name,
            "text": document.text,
            "tokens": tokens,
            "ner_tags": tags,
            "spans": [mark_row(mark) for mark in marks],
            "relations": relation_rows(document, marks),
            "labels": label_rows(document),
        }


def _tokens(text: str, marks: Sequence[Annotation], unit: str) -> tuple[list[str], list[str]]:
    edges = [edge for mark in marks for edge in (mark.span.start, mark.span.end)]
    owners = {place: mark for mark in longest_first(marks) for place in range(mark.span.start, mark.span.end)}
    tokens, tags = [], []
    last: Annotation | None = None
    for token in split_tokens(text, Span(0, len(text)), edges, unit):
        owner = owners.get(token.start)
        position = "I" if owner is last else "B"
        tokens.append(token.of(text))
        tags.append(f"{position}-{owner.label}" if owner else OUTSIDE)
        last = owner
    return tokens, tags


def _as_jsonl(rows: Iterable[ROW]) -> Iterator[bytes]:
    return (json_line(row).encode() + b"\n" for row in rows)


def _as_parquet(rows: Iterable[ROW]) -> Iterator[bytes]:
    arrow, parquet = pyarrow_modules()
    sink = _Sink()
    schema = arrow.schema([(name, _arrow_type(kind, arrow)) for name, kind in FIELDS])
    with parquet.ParquetWriter(arrow.PythonFile(sink, "w"), schema) as writer:
        for group in _groups(rows):
            writer.write_table(arrow.Table.from_pylist(group, schema))
            yield sink.taken()
    yield sink.taken()


def has_pyarrow() -> bool:
    """Whether pyarrow is installed; it is not loaded for that."""
    try:
        return find_spec("pyarrow") is not None
    except ValueError:  # it is kept from being loaded
        return False


def pyarrow_modules() -> tuple[Any, Any]:
    """``pyarrow`` and its Parquet; ``BadRequest`` where they are not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        lacking = "Parquet needs pyarrow (pip install 'danqian[parquet]'); hf-jsonl holds the same without it"
        raise BadRequest(None, lacking) from error
    return pyarrow, pyarrow.parquet


def _arrow_type(kind: Any, arrow: Any) -> Any:
    if isinstance(kind, str):
        return getattr(arrow, kind)()
    if isinstance(kind, list):
        return arrow.list_(_arrow_type(kind[0], arrow))
    return arrow.list_(arrow.struct([(name, _arrow_type(inner, arrow)) for name, inner in kind]))


def _groups(rows: Iterable[ROW]) -> Iterator[list[ROW]]:
    group: list[ROW] = []
    for row in rows:
        group.append(row)
        if len(group) == ROWS_AT_ONCE:
            yield group
            group = []
    yield group


class _Sink:
    """A file for pyarrow that gives away what was written to it."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def write(self, data: Any) -> int:
        """Keep a piece until it is taken."""
        piece = bytes(data)
        self._pieces.append(piece)
        self._length += len(piece)
        return len(piece)

    def tell(self) -> int:
        """How much was written so far."""
        return self._length

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def close(self) -> None:
        """What was written stays until it is taken."""

    def taken(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data


def _card(names: dict[str, str], tags: Sequence[str]) -> str:
    """The card: YAML between two lines of dashes. Strings are JSON's, which YAML reads as well."""
    lines = ["---", "configs:", "- config_name: default", "  data_files:"]
    for part, path in names.items():
        lines += [f"  - split: {json_line(part or 'train')}", f"    path: {json_line(path)}"]
    lines += ["dataset_info:", "  features:", *_features(FIELDS, tags, "  "), "---", ""]
    return "\n".join(lines)


def _features(fields: Fields, tags: Sequence[str], indent: str) -> Iterator[str]:
    for name, kind in fields:
        yield f"{indent}- name: {name}"
        if name == "ner_tags":
            yield from (f"{indent}  list:", f"{indent}    class_label:", f"{indent}      names:")
            yield from (f"{indent}        '{number}': {json_line(tag)}" for number, tag in enumerate(tags))
        elif isinstance(kind, str):
            yield f"{indent}  dtype: {kind}"
        elif isinstance(kind, list):
            yield f"{indent}  list: {kind[0]}"
        else:
            yield from chain([f"{indent}  list:"], _features(kind, tags, f"{indent}  "))
