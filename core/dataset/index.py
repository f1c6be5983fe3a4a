"""The index of a dataset: each article's state, text and marks, so that all can be asked at once.

A text is indexed by its single characters, folded as ``core.find`` compares them, and looked for as a phrase
of them: so 高新 finds 高新区, and a phrase stands in the index exactly where the words stand in the text.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from core.dataset.database import Database
from core.dataset.record import ArticleState, Mark, Record
from core.find import folded
from core.spans import Span

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
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

    def with_marks(
        self, label: str | None, folded_words: str, fits: Callable[[str], bool] | None = None
    ) -> list[str]:
        """The names of the articles that have marks of ``label``, or any, on words that are sought.

        Their words hold ``folded_words``, as they are compared, and ``fits``, where it is given, says yes.
        """
        return self._database.read(_with_marks, label, folded_words, fits)

    def marks(self, name: str) -> list[Mark]:
        """An article's live marks, in reading order."""
        return self._database.read(_marks, name)


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
        _put_marks(connection, article, record.marks)


def _put_marks(connection: sqlite3.Connection, article: int | None, marks: Iterable[Mark]) -> None:
    kept = [(mark, _storable(mark.label), _storable(mark.quote)) for mark in marks]
    connection.executemany(
        "INSERT OR IGNORE INTO quotes(label, quote, folded) VALUES(?, ?, ?)",
        {(label, quote, folded(quote)) for _, label, quote in kept},
    )
    connection.executemany(
        "INSERT INTO marks SELECT ?, ?, ?, ?, id FROM quotes WHERE label = ? AND quote = ?",
        [
            (article, mark.span.start, len(mark.span), _storable(mark.id), label, quote)
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
            for table, column in (("marks", "article"), ("texts", "article"), ("articles", "id")):
                connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (article,))


def _with_words(connection: sqlite3.Connection, folded_words: str) -> list[str]:
    phrase = f'"{_tokens(_storable(folded_words))}"'
    sql = "SELECT name FROM characters JOIN articles ON id = characters.rowid WHERE characters MATCH ?"
    return [_name(name) for [name] in connection.execute(sql, (phrase,))]


def _text(connection: sqlite3.Connection, name: str) -> str | None:
    sql = "SELECT text FROM articles JOIN texts ON article = id WHERE name = ?"
    row = connection.execute(sql, (_key(name),)).fetchone()
    return row[0] if row else None


def _with_marks(
    connection: sqlite3.Connection,
    label: str | None,
    folded_words: str,
    fits: Callable[[str], bool] | None,
) -> list[str]:
    where = f"instr(folded, ?) > 0 {'AND label = ?' if label else ''}"
    values: tuple[str, ...] = (_storable(folded_words), *([label] if label else []))
    sought = f"SELECT id FROM quotes WHERE {where}"
    if fits:
        rows = connection.execute(f"SELECT id, quote FROM quotes WHERE {where}", values)
        wanted = [(number,) for number, quote in rows if fits(quote)]
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted(quote INTEGER PRIMARY KEY)")
        connection.execute("DELETE FROM wanted")
        connection.executemany("INSERT INTO wanted VALUES(?)", wanted)
        sought, values = "SELECT quote FROM wanted", ()
    sql = f"SELECT name FROM articles WHERE id IN (SELECT article FROM marks WHERE quote IN ({sought}))"
    return [_name(name) for [name] in connection.execute(sql, values)]


def _marks(connection: sqlite3.Connection, name: str) -> list[Mark]:
    sql = (
        "SELECT mark, label, start, length, quotes.quote FROM articles JOIN marks ON article = articles.id"
        " JOIN quotes ON quotes.id = marks.quote WHERE name = ? ORDER BY start, length DESC"
    )
    rows = connection.execute(sql, (_key(name),))
    return [
        Mark(mark, label, Span(start, start + length), quote) for mark, label, start, length, quote in rows
    ]


def _tokens(text: str) -> str:
    """A text as words that no tokenizer takes apart or leaves out: the number of each character.

    >>> _tokens("GB 高")
    '67 62 20 9ad8'
    """
    return " ".join(f"{ord(sign):x}" for sign in folded(text))


def _key(name: str) -> bytes:
    """A file's name as it is stored: one that is no Unicode, too."""
    return name.encode("utf-8", "surrogatepass")


def _name(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")


def _storable(text: str) -> str:
    """A text of the same length that UTF-8 can hold."""
    return _LONE_SURROGATE.sub("\ufffd", text)
