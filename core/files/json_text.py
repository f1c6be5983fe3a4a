"""JSON as UTF-8 can hold it."""

from __future__ import annotations

import json
import re
from typing import Any

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def json_line(value: Any) -> str:
    r"""A value as one line of JSON, its characters as they are.

    Half a surrogate pair, as in a file's name that is no UTF-8, is escaped: UTF-8 has no bytes for it.

    >>> print(json_line({"重庆": "\ud800"}))
    {"重庆": "\ud800"}
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
