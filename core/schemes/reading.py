"""A scheme from its TOML file, with every problem of it at the line where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from core.document import SchemeRecord
from core.errors import FileMissing, FileUnreadable, SchemeBroken
from core.schemes.model import ArticleLabelSpec, AttributeSpec, LabelSpec, RelationSpec, Scheme
from core.schemes.problems import (
    MISSING,
    NO_FLAG,
    NO_STRING,
    NO_TABLES,
    NO_TITLES,
    NO_TOML,
    NO_WORDS,
    NOT_UTF_8,
    UNKNOWN_KEY,
    Place,
    Problem,
    problems_of,
)

_HEADER = re.compile(r"\s*\[\[\s*([\w.\s\"']+?)\s*\]\]")
_SYNTAX_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_AT_END = re.compile(r"\(at end of document\)")


def load_scheme(path: Path) -> Scheme:
    """A scheme from its file, and its guidelines by digest; ``SchemeBroken`` lists what is wrong with it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path, "no such file") from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or "") from error
    return _with_digest_of_guidelines(scheme_from(data, path), path)


def _with_digest_of_guidelines(scheme: Scheme, path: Path) -> Scheme:
    """The scheme as it is where its guidelines are not there: it can be followed without."""
    if not scheme.guidelines:
        return scheme
    try:
        digest = sha256(path.with_name(scheme.guidelines).read_bytes()).hexdigest()
    except OSError:
        return scheme
    return replace(scheme, record=replace(scheme.record, guidelines_sha256=digest))


def scheme_from(data: bytes, path: Path | None) -> Scheme:
    """The scheme that the bytes of ``path`` are; without a path it is no dataset's."""
    try:
        text = data.decode("utf-8-sig")
    except ValueError as error:
        raise SchemeBroken(path, problems=(Problem(NOT_UTF_8),)) from error
    try:
        table = tomllib.loads(text)
    except ValueError as error:
        raise SchemeBroken(path, problems=(_syntax_problem(str(error), text),)) from error
    reader = _Reader()
    scheme = replace(reader.scheme(table, sha256(data).hexdigest()), path=path)
    if problems := (*reader.problems, *problems_of(scheme)):
        lines = dict(_lines(text))
        placed = (replace(p, line=_line_of(p.place, lines)) for p in dict.fromkeys(problems))
        raise SchemeBroken(path, problems=tuple(sorted(placed, key=lambda problem: problem.line or 0)))
    return scheme


class _Reader:
    """Makes what it can of the tables and keeps what is wrong with their keys."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def scheme(self, table: Mapping[str, Any], digest: str) -> Scheme:
        """The scheme that a file's table says, as far as it can be read."""
        keys = ("name", "version", "overlap", "guidelines", "labels", "relations", "article_labels")
        row = _Row(self, table, (), "", keys)
        version = table.get("version")
        if isinstance(version, int) and not isinstance(version, bool):
            row.table = {**table, "version": str(version)}
        return Scheme(
            SchemeRecord(row.word("name", needed=True), row.word("version", needed=True), digest),
            tuple(self._label(inner) for inner in row.rows("labels", LABEL_KEYS)),
            row.word("overlap") or "none",
            tuple(self._relation(inner) for inner in row.rows("relations", RELATION_KEYS)),
            tuple(self._question(inner) for inner in row.rows("article_labels", QUESTION_KEYS)),
            row.word("guidelines"),
        )

    def _label(self, row: _Row) -> LabelSpec:
        return LabelSpec(
            row.word("name", needed=True),
            row.titles(),
            row.word("hue") or "term",
            row.word("group") or "names",
            row.word("key"),
            tuple(self._attribute(inner) for inner in row.rows("attributes", ATTRIBUTE_KEYS)),
            row.words("holds") if "holds" in row.table else None,
            row.words("recognizes") if "recognizes" in row.table else None,
        )

    def _attribute(self, row: _Row) -> AttributeSpec:
        choices = row.words("choices")
        kind = row.word("kind") or ("choice" if choices else "text")
        return AttributeSpec(row.word("name", needed=True), row.titles(), kind, choices)

    def _relation(self, row: _Row) -> RelationSpec:
        return RelationSpec(row.word("name", needed=True), row.titles(), row.words("from"), row.words("to"))

    def _question(self, row: _Row) -> ArticleLabelSpec:
        return ArticleLabelSpec(
            row.word("name", needed=True), row.titles(), row.words("choices"), row.flag("multiple")
        )


LABEL_KEYS = ("name", "title", "hue", "group", "key", "attributes", "holds", "recognizes")
ATTRIBUTE_KEYS = ("name", "title", "kind", "choices")
RELATION_KEYS = ("name", "title", "from", "to")
QUESTION_KEYS = ("name", "title", "choices", "multiple")


class _Row:
    """One table of the file."""

    def __init__(
        self, reader: _Reader, table: Mapping[str, Any], place: Place, name: str, keys: tuple[str, ...]
    ) -> None:
        self._reader, self.table, self._place, self._name = reader, table, place, name
        for key in table:
            if key not in keys:
                self._tell(UNKNOWN_KEY, key, " ".join(keys))

    def word(self, key: str, *, needed: bool = False) -> str:
        """A string of the row; empty where it is missing or none, which is told."""
        value: Any = self.table.get(key, "")
        if not isinstance(value, str):
            self._tell(NO_STRING, key)
            return ""
        if needed and not value:
            self._tell(MISSING, key)
        return str(value)

    def flag(self, key: str) -> bool:
        """A truth value of the row; false where it is missing or none, which is told."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            self._tell(NO_FLAG, key)
        return value is True

    def words(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where it is missing or none, which is told."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            self._tell(NO_WORDS, key)
            return ()
        return tuple(value)

    def titles(self) -> dict[str, str]:
        """The titles by language; none where they are no table of strings, which is told."""
        value = self.table.get("title", {})
        if not isinstance(value, dict) or not all(isinstance(title, str) for title in value.values()):
            self._tell(NO_TITLES, "title")
            return {}
        return value

    def rows(self, key: str, keys: tuple[str, ...]) -> Iterator[_Row]:
        """The tables under a key, each a row that knows these keys."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            self._tell(NO_TABLES, key)
            return
        for number, row in enumerate(value):
            name = str(row.get("name", ""))
            yield _Row(self._reader, row, (*self._place, key, number), name, keys)

    def _tell(self, sentence: str, *words: str) -> None:
        self._reader.problems.append(Problem(sentence, words, self._place, self._name))


def _syntax_problem(message: str, text: str) -> Problem:
    """What is no TOML, at its line."""
    found = _SYNTAX_LINE.search(message)
    line = int(found[1]) if found else text.count("\n") + 1
    plain = _AT_END.sub("", _SYNTAX_LINE.sub("", message)).strip()
    return Problem(NO_TOML, (plain,), line=line)


def _lines(text: str) -> Iterator[tuple[Place, int]]:
    """The line on which each table begins, by the way to it."""
    place: list[str | int] = []
    counts: dict[Place, int] = {}
    for line, words in enumerate(text.split("\n"), 1):
        header = _HEADER.match(words)
        if header is None:
            continue
        path = [part.strip(" \"'") for part in header[1].split(".")]
        parent: list[str | int] = place[:2] if len(path) > 1 else []
        key = (*parent, path[-1])
        counts[key] = counts.get(key, -1) + 1
        found = (*key, counts[key])
        if len(path) == 1:
            place = list(found)
        yield found, line


def _line_of(place: Place, lines: Mapping[Place, int]) -> int | None:
    """The line of a table, or of the one around it."""
    while place:
        if place in lines:
            return lines[place]
        place = place[:-2]
    return None
