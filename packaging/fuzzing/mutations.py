"""Mutations: a valid file becomes one that hurts."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from typing import Any

from lxml import etree

HURTFUL = [
    *(
        b"\x00",
        b"\x01\x1f",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
    ),
    *(
        b"\r",
        b"\r\n",
        b"\xe2\x80\xa8",
        b"\xef\xb7\x90",
        b"\xf0\xa0\xae\xb7",
        b"\xc2\xa0",
        b"\xe3\x80\x80",
        b"\t",
    ),
    *(
        b"(f\xc4\x81)",
        b"?",
        b"(",
        b")",
        b"\xef\xbc\x8c",
        b",",
        b"\xe4\xba\xbf",
        b"\xe5\xb9\xb4",
        b"%",
        b"\xe2\x80\x94",
    ),
    *(
        b"<",
        b">",
        b"&",
        b"&#xD800;",
        b"&#0;",
        b"]]>",
        b"<!--",
        b"<script>",
        b"<table>",
        b"</p>",
        b"<a href=x>",
    ),
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"<pre>",
        b"<select>",
        b"<div>" * 99,
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b":",
    ),
    *(
        b"\\ud800",
        b"1e999",
        b"-1",
        b"null",
        b"true",
        b"9" * 400,
        b"[" * 300,
        b'{"a":' * 300,
        b"----",
        b"```",
        b"|",
    ),
    *(b"**", b"![", b"](", b"\n\n", b"\n", b"--b\n", b"Content-Type: text/html\n\n", b"=E4", b"\tB-PER\n"),
]
MOST_ELEMENTS = 500
"""A tree with more of them is not made larger: doubled six times it would fill the memory."""

ODD = (None, True, -1, 0, 1, 1.5, 10**30, "", "\ud800", "x" * 999)


def mutated(random_: random.Random, data: bytes) -> bytes:
    """``data`` after one to eight mutations."""
    piece = bytearray(data)
    for _ in range(random_.randint(1, 8)):
        at, end = sorted((random_.randint(0, len(piece)), random_.randint(0, len(piece))))
        end = min(end, at + random_.choice((1, 2, 8, 64, 1024)))
        act = random_.randint(0, 5)
        if act == 0:
            del piece[at:end]
        elif act == 1:
            piece[at:at] = piece[at:end] * random_.choice((1, 2, 30))
        elif act == 2:
            piece[at:end] = random_.randbytes(end - at)
        elif act == 3:
            place = random_.randint(0, len(piece))
            piece[place:place] = piece[at:end]
        elif act == 4:
            piece[at:at] = random_.choice(HURTFUL) * random_.choice((1, 1, 3, 40))
        else:
            piece[at:end] = random_.choice(HURTFUL)
    return bytes(piece[: 1 << 18])


def mutated_json(random_: random.Random, data: bytes) -> bytes:
    """``data`` with some of its values replaced, removed, or doubled; still JSON."""
    value = json.loads(data)
    for _ in range(random_.randint(1, 4)):
        place = value
        while isinstance(place, dict | list) and place:
            key = random_.choice(list(place) if isinstance(place, dict) else range(len(place)))
            if not isinstance(place[key], dict | list) or random_.random() < 0.3:
                _spoil(random_, place, key)
                break
            place = place[key]
    return json.dumps(value, ensure_ascii=random_.random() < 0.5).encode("utf-8", "replace")


def mutated_xml(random_: random.Random, data: bytes) -> bytes:
    """``data`` with some of its elements removed, doubled, moved, renamed or filled; still XML."""
    root = etree.fromstring(data)
    for _ in range(random_.randint(1, 6)):
        elements = list(root.iter(etree.Element))
        if len(elements) > MOST_ELEMENTS:
            break
        element, other = random_.choice(elements), random_.choice(elements)
        _spoil_element(random_, element, other)
    return etree.tostring(root)


def _spoil_element(random_: random.Random, element: etree._Element, other: etree._Element) -> None:
    act, parent = random_.randint(0, 5), element.getparent()
    if act == 0 and parent is not None:
        parent.remove(element)
    elif act == 1:
        other.extend(deepcopy(element) for _ in range(random_.choice((1, 1, 9))))
    elif act == 2:
        element.tag = other.tag
    elif act == 3:
        element.text = random_.choice(
            ("", "\u00a0", "\ufdd0", "\t\r\n", "\U00020bb7" * 9, "(fā)?", "x" * 9999)
        )
    elif act == 4:
        name = random_.choice((*element.attrib, *other.attrib, "id"))
        element.set(name, random_.choice(("", "-1", "9" * 99, "../../a", "http://a/b", "\U00020bb7", "#x")))
    else:
        inner = element
        for _ in range(random_.choice((1, 30, 300))):
            inner = etree.SubElement(inner, element.tag)


def _spoil(random_: random.Random, place: Any, key: Any) -> None:
    act, old = random_.randint(0, 3), place[key]
    if act == 0:
        del place[key]
    elif act == 1 and isinstance(place, list):
        place.append(old)
    elif act == 2 and isinstance(old, int):
        place[key] = old + random_.choice((-1, 1, 10**6, -(10**6)))
    else:
        place[key] = random_.choice((*ODD, [], [[]], {}, {"": 1}))
