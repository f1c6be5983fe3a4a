"""What findings say, in Chinese and in English, from ``resources/questions.toml``.

A finding keeps its Chinese words: they are what makes it the same question in a sidecar and in the list of a
folder. To read it in English the row that made a line is found again by its words, and with it the values; so
findings from a sidecar can be read as well as new ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from core.assets import load_toml
from core.document import Finding
from core.wording.times import Language

_VALUE = re.compile(r"\{(\w+)\}")
_WORDS = "words"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of findings in each language, with ``{name}`` where a value stands.

    ``reasons`` names the rows that can stand below a question.
    """

    zh: str
    en: str
    reasons: tuple[str, ...] = ()

    @property
    def own_words(self) -> str:
        """The Chinese line without its values."""
        return _VALUE.sub("", self.zh)


def say(name: str, /, **values: object) -> str:
    """A line of a finding in Chinese, as the sidecar keeps it.

    >>> say("should_be", found="帐户", meant="账户")
    '“帐户”应为“账户”？'
    """
    return rows()[name].zh.format(**values)


def question_and_reason(finding: Finding, language: Language) -> tuple[str, str]:
    r"""A finding's question, and its reason if it has one, in a language.

    What is no row, a quotation or the words of another program, stays as it is.

    >>> finding = Finding("f1", "age", "medium", "年龄之差不符？\n76 + 3 = 79，不是78")
    >>> question_and_reason(finding, "en")
    ('Does the difference of the ages not fit?', '76 + 3 = 79, not 78')
    """
    question, _, reason = finding.message.partition("\n")
    return (question, reason) if language == "zh" else _in_english(question, reason)


def in_language(line: str, language: Language) -> str:
    """A line that ``say`` made, in a language.

    >>> in_language("标题 2 项与正文一致", "en")
    'title: figures as in the body: 2'
    """
    return line if language == "zh" else _in_english(line, "")[0]


def values_in(line: str, name: str) -> Mapping[str, str]:
    """The values of a line that a row made; none where it is no line of that row.

    >>> values_in("“帐户”应为“账户”？", "should_be")["meant"]
    '账户'
    """
    found = _pattern(name).fullmatch(line)
    return found.groupdict() if found else {}


@lru_cache(maxsize=4096)
def _in_english(question: str, reason: str) -> tuple[str, str]:
    asked, english = _read(question, _questions())
    reasons = _read(reason, rows()[asked].reasons if asked else ())
    return english, reasons[1]


def _read(line: str, names: Iterable[str]) -> tuple[str, str]:
    """The row of those named that made a line, and the line in English; no row, and the line, for none."""
    for name in sorted(names, key=lambda name: -len(rows()[name].own_words)):
        if found := _pattern(name).fullmatch(line):
            values = {
                key: _words().get(key, {}).get(value, value) for key, value in found.groupdict().items()
            }
            return name, rows()[name].en.format(**values)
    return "", line


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The Chinese line of a row as a pattern of its values, the same one wherever its name stands again."""
    line, begun = _VALUE.split(rows()[name].zh), set[str]()
    parts = [re.escape(line[0])]
    for value, words in zip(line[1::2], line[2::2], strict=True):
        parts += [f"(?P={value})" if value in begun else f"(?P<{value}>.+?)", re.escape(words)]
        begun.add(value)
    return re.compile("".join(parts), re.DOTALL)


@cache
def _questions() -> tuple[str, ...]:
    """The rows that stand below no other."""
    below = {reason for row in rows().values() for reason in row.reasons}
    return tuple(name for name in rows() if name not in below)


@cache
def rows() -> Mapping[str, Row]:
    """All lines by their names."""
    table = {name: row for name, row in _table().items() if name != _WORDS}
    return {name: Row(row["zh"], row["en"], tuple(row.get("reasons", ()))) for name, row in table.items()}


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    """The English of values that are words themselves, by the name of the value."""
    words: dict[str, dict[str, str]] = _table()[_WORDS]
    return words


@cache
def _table() -> dict[str, Any]:
    return load_toml("questions.toml")
