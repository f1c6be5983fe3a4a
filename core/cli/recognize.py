"""``danqian recognize``: mentions in texts that come as lines of JSON, answered line for line."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import Any

from core.article import ReadingText
from core.batch import fault
from core.cli import arguments, output
from core.edits.recognized import value_of_mention
from core.language.script import HANS, simplified
from core.mentions import Mention
from core.recognition import recognize
from core.text.spans import reading_order

NAME, HELP = "recognize", 'find mentions in texts: lines of JSON {"text", "date"} in, {"mentions"} out'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--date",
        type=arguments.day,
        help="the day that relative times are counted from, where a line has none",
    )


def execute(options: argparse.Namespace) -> int:
    """Answer every line, a bad one with an error."""
    for line in sys.stdin.buffer:
        output.write_json(answer(line, options.date))
    return 0


def answer(line: bytes, anchor: date | None) -> dict[str, Any]:
    """The answer to one line: what it holds besides text and date, and its mentions or what is wrong."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"error": f"not JSON: {error}"}
    if not isinstance(given, dict):
        return {"error": "not a JSON object"}
    others = {key: item for key, item in given.items() if key not in ("text", "date")}
    text, day = given.get("text"), given.get("date")
    if not isinstance(text, str):
        return others | {"error": "text is not a string"}
    if day is not None:
        try:
            anchor = date.fromisoformat(day[:10])
        except (ValueError, TypeError):
            return others | {"error": "date is not a date such as 2022-01-05"}
    try:
        mentions = recognize(ReadingText.of_body(text, simplified(text, HANS), anchor))
    except Exception as error:  # the other lines have nothing to do with it
        return others | {"error": fault(error)}
    return others | {"mentions": [_as_json(text, mention) for mention in reading_order(mentions)]}


def _as_json(text: str, mention: Mention) -> dict[str, Any]:
    return {
        "label": mention.label,
        "start": mention.span.start,
        "end": mention.span.end,
        "quote": mention.span.of(text),
        "value": value_of_mention(mention),
        "confidence": mention.confidence,
    }
