"""The manuscript as Markdown (CommonMark); marks as spans with the label as class: ``[4.24亿元]{.MONEY}``.

That is the form of Pandoc's bracketed spans. What would be a mark of Markdown in the text itself is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.manuscript.paragraphs import Paragraph, Run

BEGINNINGS = {"title": "# ", "heading": "## ", "quote": "> "}

_INLINE = re.compile(r"([\\`*_\[\]<>&|~])")
_AT_START = re.compile(r"^(\s*)([-+#=:]|\d{1,9}(?=[.)]))")
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])")


def as_markdown(paragraphs: Iterable[Paragraph]) -> bytes:
    """The paragraphs, an empty line between two."""
    made = [BEGINNINGS.get(paragraph.kind, "") + _words(paragraph) for paragraph in paragraphs]
    return ("\n\n".join(made) + "\n").encode("utf-8", "replace")


def _words(paragraph: Paragraph) -> str:
    return _start_escaped("".join(_run(run) for run in paragraph.runs).strip())


def _run(run: Run) -> str:
    words = _INLINE.sub(r"\\\1", run.text)
    return f"[{words}]{{.{run.mark.label}}}" if run.mark else words


def _start_escaped(words: str) -> str:
    r"""A line that begins like a list, a heading or a rule, as words.

    >>> _start_escaped("1. 一"), _start_escaped("- 一"), _start_escaped("2021年")
    ('1\\. 一', '\\- 一', '2021年')
    """
    if numbered := _NUMBERED.match(words):
        return f"{numbered[1]}\\{words[numbered.end(1) :]}"
    return _AT_START.sub(r"\1\\\2", words) if not words[:1].isdigit() else words
