"""People against the office's own list: a post that is not theirs, a name miswritten, an order of naming."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import pairwise

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.names.likeness import only_difference
from core.checks.names.offices import Post, posts_of
from core.checks.wording import say
from core.document import Finding
from core.house.people import Official
from core.text.spans import Span

RULE = "name_variant"
_BETWEEN = frozenset("、和与及，")
_FORMER = ("原", "时任", "曾任", "前任", "前")


def check_officials(material: Material) -> Iterator[Finding]:
    """Questions about people of the list: their posts on the article's day, and the order of their names."""
    if not material.house.people:
        return
    by_name: dict[str, list[Official]] = defaultdict(list)
    for official in material.house.people:
        by_name[official.name].append(official)
    people = _people(material, by_name)
    day = material.date.isoformat() if material.date else ""
    for person in people:
        for post in posts_of(material, person):
            known = by_name.get(post.name)
            yield from _of_post(material, post, known, day) if known else _of_name(material, post, day)
    yield from _order(material, people, by_name)


def _people(material: Material, listed: Collection[str]) -> list[Span]:
    """The people who are marked, and the listed names wherever they stand outside another name."""
    people = [mark.span for mark in material.marks if mark.label == "PER"]
    taken = [mark.span for mark in material.marks]
    names = "|".join(map(re.escape, sorted(listed, key=lambda name: (-len(name), name))))
    for found in material.find(re.compile(names)):
        span = Span(*found.span())
        if not any(mark.overlaps(span) for mark in taken):
            people.append(span)
    return sorted(people)


def _of_post(material: Material, post: Post, known: list[Official], day: str) -> Iterator[Finding]:
    """The post of a person on the list, unless it is one that they hold on that day."""
    if any(_is_post(official, post) and (not day or official.holds_at(day)) for official in known):
        return
    before = material.simplified[max(0, post.span.start - 2) : post.span.start] + post.body
    if any(word in before for word in _FORMER):
        return
    if not _is_office(post, material.house.people):
        return
    shown = say("listed", rows="；".join(f"{o.name}　{o.post}{_days(o)}" for o in known))
    yield ask(
        RULE, MEDIUM, say("post_listed", name=post.name, post=post.post), shown, material.text, post.span
    )


def _is_office(post: Post, people: tuple[Official, ...]) -> bool:
    """Whether the post is of a kind that the list has at all (记者 is none)."""
    return any(official.post.endswith(post.post) for official in people)


def _of_name(material: Material, post: Post, day: str) -> Iterator[Finding]:
    """A person who is not on the list in a post of it, whose holder's name differs in one character."""
    for official in material.house.people:
        is_held = _is_post(official, post) and (not day or official.holds_at(day))
        if is_held and only_difference(official.name, post.name) is not None:
            question = say("should_be", found=post.name, meant=official.name)
            shown = say("listed", rows=f"{official.name}　{official.post}")
            yield ask(RULE, MEDIUM, question, shown, material.text, post.span)
            return


def _is_post(official: Official, post: Post) -> bool:
    """Whether an official's post is the one that is written, with or without its body."""
    written = post.body + post.post
    return official.post.endswith(written) or written.endswith(official.post) or official.post == post.post


def _days(official: Official) -> str:
    return f"（{official.since}—{official.until}）" if official.since or official.until else ""


def _order(material: Material, people: list[Span], by_name: dict[str, list[Official]]) -> Iterator[Finding]:
    """Two people of the list named side by side in the other order."""
    for first, second in pairwise(people):
        names = [material.words(span) for span in (first, second)]
        ranks = [min((o.rank for o in by_name.get(name, ())), default=None) for name in names]
        between = material.simplified[first.end : second.start]
        is_list = bool(between) and between[0] in _BETWEEN and "。" not in between and len(between) <= 16
        if is_list and ranks[0] is not None and ranks[1] is not None and ranks[0] > ranks[1]:
            question = say("before_in_order", first=names[0], second=names[1])
            yield ask(RULE, LOW, question, say("order_of_list"), material.text, first, second)
