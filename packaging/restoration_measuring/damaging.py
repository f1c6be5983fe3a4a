"""Pages damaged by the forward model as chance will have it, and an account of what each byte came to."""

from __future__ import annotations

import random
from dataclasses import dataclass

from core.language.script import HANT, only_in
from core.restoration import codepage
from core.restoration.damage import Chain, damage, split
from core.restoration.readings import first_reading


@dataclass(frozen=True)
class Traced:
    """A damaged page, and which characters of the clean one lost bytes on the way."""

    clean: str
    shown: str
    eaten: frozenset[int]
    halved: frozenset[int]
    vanished: tuple[tuple[int, int], ...]


def random_chain(clean: str, random_source: random.Random) -> Chain:
    """Glosses of one level in random order, one set of split marks, some places left whole."""
    level = random_source.choice((0.2, 0.5, 0.8))
    characters = sorted(c for c in only_in(HANT) if first_reading(c) and len(codepage.encode(c)) == 2)
    on_page = sorted(set(clean) & only_in(HANT))
    glosses = [c for c in on_page if first_reading(c) and random_source.random() < level]
    glosses += random_source.sample(characters, 150)
    glosses = sorted(set(glosses))
    random_source.shuffle(glosses)
    share = random_source.choice((0.0, 0.0, 0.3))
    marks = random_source.choice(("，", "，！？"))
    unsplit = frozenset(i for i in range(len(clean)) if random_source.random() < share)
    return Chain("".join(glosses), marks, unsplit)


def trace(clean: str, chain: Chain) -> Traced:
    """Run the chain and keep account of every byte."""
    stream = codepage.encode(clean)
    owners = [i for i, c in enumerate(clean) for _ in codepage.encode(c)]
    for character in chain.glosses:
        stream, owners = _gloss(stream, owners, character)
    eaten: set[int] = set()
    halved: set[int] = set()
    vanished: list[tuple[int, int]] = []
    shown, place = [], 0
    for part in split(stream, chain.split_marks, chain.unsplit):
        shown.append(codepage.decode(part))
        _trace_part(part, owners[place : place + len(part)], eaten, halved, vanished)
        place += len(part)
    shown_text = damage(clean, chain)
    return Traced(clean, shown_text, frozenset(eaten), frozenset(halved), tuple(vanished))


def _gloss(stream: bytes, owners: list[int], character: str) -> tuple[bytes, list[int]]:
    pair = codepage.encode(character)
    insert = codepage.encode(f"({first_reading(character)})")
    pieces, new_owners, place = [], [], 0
    while (found := stream.find(pair, place)) >= 0:
        pieces += [stream[place : found + 2], insert]
        new_owners += [*owners[place : found + 2], *[-1] * len(insert)]
        place = found + 2
    return b"".join([*pieces, stream[place:]]), new_owners + owners[place:]


def _trace_part(
    part: bytes, owners: list[int], eaten: set[int], halved: set[int], vanished: list[tuple[int, int]]
) -> None:
    place = 0
    while place < len(part):
        byte = part[place]
        if byte < 0x81 or byte == 0xFF:
            place += 1
            continue
        pair = part[place : place + 2]
        if len(pair) == 2 and codepage.is_private(*pair):
            vanished.append((owners[place], owners[place + 1]))
        elif codepage.decode(pair) == "?" and pair != b"\xa3\xbf":
            if (len(pair) == 1 and owners[place] >= 0) or owners[min(place + 1, len(owners) - 1)] >= 0:
                halved.add(owners[place])
            if len(pair) == 2 and owners[place + 1] >= 0:
                (eaten if pair[1] < 0x80 else halved).add(owners[place + 1])
        place += 2
