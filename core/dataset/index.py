"""The index of a dataset: each article's state, text and marks, so that all can be asked at once.

A text is indexed by its single characters, folded as ``core.text.find`` compares them, and looked for as a
phrase of them: so 高新 finds 高新区, and a phrase stands in the index exactly where the words stand in
the text.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from core.dataset.articles import in_order
from core.dataset.database import Database
from core.dataset.record import ArticleState, Mark, Record
from core.document import FINISHED
from core.text.find import AT_ONCE, folded
from core.text.spans import Span

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_FINISHED = "status IN (" + ", ".join(f"'{status}'" for status in sorted(FINISHED)) + ")"

_STATE = "name, status, reviewed, total, flagged, reason, seconds, problem"


class Index:
    """What is known of a folder's articles, by their names. Safe to be asked from several threads."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path)

    @property
    def generation(self) -> int:
        """How often the index had to begin anew since it was opened: it is empty then."""
        return self._database.generation

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    def states(self) -> dict[str, ArticleState]:
        """How far each article is."""
        return {state.name: state for state in self._database.read(_states)}

    def stamps(self) -> dict[str, str]:
        """By name, what each article's files looked like when it was read."""
        return self._database.read(_stamps)

    def put(self, records: Iterable[tuple[str, Record]]) -> None:
        """Take in records, each with its stamp, in the place of what was known of these articles."""
        self._database.write(_put, list(records))

    def forget(self, names: Iterable[str]) -> None:
        """Drop articles that are no longer there."""
        self._database.write(_forget, list(names))

    def with_words(self, folded_words: str) -> list[str]:
        """The names of the articles whose text holds some words, folded."""
        return self._database.read(_with_words, folded_words)

    def texts(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Articles and their reading texts, one after another; those not read yet are left out."""
        for name in names:
            text = self._database.read(_text, name)
            if text is not None:
                yield name, text

    def quotes(
        self, label: str | None, folded_words: str, fits: Callable[[str], bool] | None = None
    ) -> frozenset[int]:
        """What marks of ``label``, or of any, are on: numbers by which ``with_marks`` and ``marks`` know it.

        The words hold ``folded_words``, as they are compared, and ``fits``, where it is given, says yes.
        """
        return self._database.read(_quotes, label, folded_words, fits)

    def with_marks(self, quotes: frozenset[int], *, is_blind: bool = False) -> list[str]:
        """The names of the articles that have live marks on ``quotes``; which count, ``marks`` says."""
        return self._database.read(_with_marks, quotes, is_blind)

    def marks(self, name: str, quotes: frozenset[int] | None = None, *, is_blind: bool = False) -> list[Mark]:
        """An article's live marks, all or those on ``quotes``, in reading order.

        With ``is_blind`` those are left out that nobody has looked at, unless the article is finished.
        """
        return self._database.read(_marks, name, quotes, is_blind)

    def signatures(self) -> dict[str, bytes]:
        """By name what tells whether articles are copies, in counting order; of an empty one nothing."""
        found = self._database.read(_signatures)
        return {name: found[name] for name in in_order(found)}


def _states(connection: sqlite3.Connection) -> list[ArticleState]:
    rows = connection.execute(f"SELECT {_STATE} FROM articles")
    return [
        ArticleState(_name(name), status, reviewed, total, bool(flagged), reason, seconds, problem)
        for name, status, reviewed, total, flagged, reason, seconds, problem in rows
    ]


def _stamps(connection: sqlite3.Connection) -> dict[str, str]:
    return {_name(name): stamp for name, stamp in connection.execute("SELECT name, stamp FROM articles")}


def _put(connection: sqlite3.Connection, records: list[tuple[str, Record]]) -> None:
    _forget(connection, [record.state.name for _, record in records])
    for stamp, record in records:
        state = record.state
        values = (
            _key(state.name),
            state.status,
            state.reviewed,
            state.total,
            state.is_flagged,
            state.reason,
            state.seconds,
            _storable(state.problem),
            stamp,
        )
        sql = f"INSERT INTO articles({_STATE}, stamp) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"
        article = connection.execute(sql, values).lastrowid
        text = _storable(record.text)
        connection.execute("INSERT INTO texts VALUES(?, ?)", (article, text))
        connection.execute("INSERT INTO characters(rowid, tokens) VALUES(?, ?)", (article, _tokens(text)))
        if record.signature is not None:
            connection.execute("INSERT INTO signatures VALUES(?, ?)", (article, record.signature))
        _put_marks(connection, article, record.marks)


def _put_marks(connection: sqlite3.Connection, article: int | None, marks: Iterable[Mark]) -> None:
    kept = [(mark, _storable(mark.label), _storable(mark.quote)) for mark in marks]
    connection.executemany(
        "INSERT OR IGNORE INTO quotes(label, quote, folded) VALUES(?, ?, ?)",
        {(label, quote, folded(quote)) for _, label, quote in kept},
    )
    connection.executemany(
        "INSERT INTO marks SELECT ?, ?, ?, ?, id, ? FROM quotes WHERE label = ? AND quote = ?",
        [
            (article, mark.span.start, len(mark.span), _storable(mark.id), mark.is_reviewed, label, quote)
            for mark, label, quote in kept
        ],
    )


def _forget(connection: sqlite3.Connection, names: list[str]) -> None:
    for name in names:
        sql = "SELECT id, text FROM articles JOIN texts ON article = id WHERE name = ?"
        for article, text in connection.execute(sql, (_key(name),)).fetchall():
            connection.execute(
                "INSERT INTO characters(characters, rowid, tokens) VALUES('delete', ?, ?)",
                (article, _tokens(text)),
            )
            for table in ("marks", "texts", "signatures"):
                connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
            connection.execute("DELETE FROM articles WHERE id = ?", (article,))


def _with_words(connection: sqlite3.Connection, folded_words: str) -> list[str]:
    phrase = f'"{_tokens(_storable(folded_words))}"'
    sql = "SELECT name FROM characters JOIN articles ON id = characters.rowid WHERE characters MATCH ?"
    return [_name(name) for [name] in connection.execute(sql, (phrase,))]


def _text(connection: sqlite3.Connection, name: str) -> str | None:
    sql = "SELECT text FROM articles JOIN texts ON article = id WHERE name = ?"
    row = connection.execute(sql, (_key(name),)).fetchone()
    return row[0] if row else None


def _quotes(
    connection: sqlite3.Connection,
    label: str | None,
    folded_words: str,
    fits: Callable[[str], bool] | None,
) -> frozenset[int]:
    where = f"instr(folded, ?){' AND label = ?' if label else ''}"
    values = (_storable(folded_words), *([label] if label else []))
    rows = connection.execute(f"SELECT id, quote FROM quotes WHERE {where}", values)
    return frozenset(number for number, quote in rows if fits is None or fits(quote))


def _with_marks(connection: sqlite3.Connection, quotes: frozenset[int], is_blind: bool) -> list[str]:
    sought = "marks WHERE quote IN (SELECT value FROM json_each(?))"
    if is_blind:
        sought = f"{sought} AND (reviewed OR article IN (SELECT id FROM articles WHERE {_FINISHED}))"
    sql = f"SELECT name FROM articles WHERE id IN (SELECT article FROM {sought})"
    return [_name(name) for [name] in connection.execute(sql, (json.dumps(sorted(quotes)),))]


def _marks(
    connection: sqlite3.Connection, name: str, quotes: frozenset[int] | None, is_blind: bool
) -> list[Mark]:
    sql = (
        "SELECT quotes.id, mark, label, start, length, quotes.quote, marks.reviewed FROM articles"
        " JOIN marks ON article = articles.id JOIN quotes ON quotes.id = marks.quote"
        f" WHERE name = ?{f' AND (marks.reviewed OR {_FINISHED})' if is_blind else ''}"
        " ORDER BY start, length DESC"
    )
    return [
        Mark(mark, label, Span(start, start + length), quote, bool(reviewed))
        for number, mark, label, start, length, quote, reviewed in connection.execute(sql, (_key(name),))
        if quotes is None or number in quotes
    ]


def _signatures(connection: sqlite3.Connection) -> dict[str, bytes]:
    rows = connection.execute("SELECT name, signature FROM signatures JOIN articles ON id = article")
    return {_name(name): signature for name, signature in rows}


def _tokens(text: str) -> str:
    """A text as words that no tokenizer takes apart or leaves out: the number of each character.

    >>> _tokens("GB 高")
    '67 62 20 9ad8'
    """
    pieces = (folded(text[start : start + AT_ONCE]) for start in range(0, len(text), AT_ONCE))
    return " ".join([" ".join([f"{ord(sign):x}" for sign in piece]) for piece in pieces])


def _key(name: str) -> bytes:
    """A file's name as it is stored: one that is no Unicode, too."""
    return name.encode("utf-8", "surrogatepass")


def _name(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")


def _storable(text: str) -> str:
    """A text of the same length that UTF-8 can hold."""
    return _LONE_SURROGATE.sub("\ufffd", text)
