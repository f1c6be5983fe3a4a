"""Reading and writing JSON objects by tables of their members, unknown members kept.

A reader takes a JSON value and the way to it (``annotations[3].label``) and gives what core works with, or
raises ``Malformed`` with that way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from operator import attrgetter
from typing import Any, Generic, TypeVar

from core.text.spans import Span

T = TypeVar("T")
Reader = Callable[[Any, str], T]


class Malformed(ValueError):
    """A JSON value that is not what it should be, with the way to it."""


def text(value: Any, where: str) -> str:
    """A string."""
    if not isinstance(value, str):
        raise Malformed(f"{where} is not a string")
    return value


def one_of(*words: str) -> Reader[str]:
    """One word of a closed list."""

    def read_word(value: Any, where: str) -> str:
        if value not in words:
            raise Malformed(f"{where} is none of {' '.join(words)}")
        return str(value)

    return read_word


def whole(value: Any, where: str) -> int:
    """An integer that is not negative, and no larger than every program's numbers can be."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 53:
        raise Malformed(f"{where} is not a whole number")
    return value


def number(value: Any, where: str) -> float:
    """Any number."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not isfinite(value):
        raise Malformed(f"{where} is not a number")
    return value


def flag(value: Any, where: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Malformed(f"{where} is not true or false")
    return value


def members(value: Any, where: str) -> dict[str, Any]:
    """An object, whatever is in it."""
    if not isinstance(value, dict):
        raise Malformed(f"{where} is not an object")
    return value


def span(value: Any, where: str) -> Span:
    """A pair of offsets."""
    if not isinstance(value, list) or len(value) != 2:
        raise Malformed(f"{where} is not a pair of offsets")
    return span_of(whole(value[0], where), whole(value[1], where), where)


def span_of(start: int, end: int, where: str) -> Span:
    """The span from ``start`` to ``end``, which must not come before it."""
    if end < start:
        raise Malformed(f"{where} ends before it begins")
    return Span(start, end)


def pair(value: Span) -> list[int]:
    """A span as JSON has it."""
    return [value.start, value.end]


def optional(read: Reader[T]) -> Reader[T | None]:
    """What ``read`` reads, or null."""
    return lambda value, where: None if value is None else read(value, where)


def array(read: Reader[T]) -> Reader[tuple[T, ...]]:
    """An array of what ``read`` reads."""

    def read_array(value: Any, where: str) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise Malformed(f"{where} is not an array")
        return tuple(read(item, f"{where}[{i}]") for i, item in enumerate(value))

    return read_array


def table(read: Reader[T]) -> Reader[dict[str, T]]:
    """An object whose members are all what ``read`` reads."""

    def read_table(value: Any, where: str) -> dict[str, T]:
        return {key: read(item, f"{where}.{key}") for key, item in members(value, where).items()}

    return read_table


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a JSON object: its key, the argument it becomes, and how it is read and written.

    One without ``default`` is required. A ``rare`` one is written only where it is not its default.
    """

    key: str
    read: Reader[Any]
    name: str
    write: Callable[[Any], Any]
    default: Any
    rare: bool


REQUIRED = object()


def member(
    key: str,
    read: Reader[Any],
    *,
    name: str | None = None,
    write: Callable[[Any], Any] | None = None,
    default: Any = REQUIRED,
    rare: bool = False,
) -> Member:
    """A member; ``name`` is the attribute that ``write`` is given, where it is not called like the key."""
    return Member(key, read, name or key, write or _as_it_is, default, rare)


class Record(Generic[T]):
    """A JSON object as a dataclass that keeps the members it does not know in ``unknown``."""

    def __init__(self, build: Callable[..., T], *rows: Member) -> None:
        self._build, self._rows = build, rows
        self._keys = frozenset(row.key for row in rows)
        self._writers = [(row, attrgetter(row.name)) for row in rows]

    def read(self, value: Any, where: str) -> T:
        """The dataclass of a JSON object."""
        given = members(value, where)
        fields: dict[str, Any] = {"unknown": {key: given[key] for key in given if key not in self._keys}}
        for row in self._rows:
            if row.key in given:
                fields[row.name.replace(".", "_")] = row.read(given[row.key], f"{where}.{row.key}")
            elif row.default is REQUIRED:
                raise Malformed(f"{where} has no {row.key}")
            else:
                fields[row.name.replace(".", "_")] = row.default
        try:
            return self._build(**fields)
        except Malformed as error:
            raise Malformed(f"{where}: {error}") from error

    def write(self, value: Any) -> dict[str, Any]:
        """The JSON object of a dataclass: known members in the order of the table, then the others."""
        written: dict[str, Any] = {}
        for row, get in self._writers:
            item = get(value)
            if not row.rare or item != row.default:
                written[row.key] = row.write(item)
        unknown: Mapping[str, Any] = value.unknown
        return written | dict(unknown)


def each(write: Callable[[Any], Any]) -> Callable[[Iterable[Any]], list[Any]]:
    """Writes an array."""
    return lambda items: [write(item) for item in items]


def unless_null(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Writes null for None."""
    return lambda value: None if value is None else write(value)


def _as_it_is(value: Any) -> Any:
    return value
