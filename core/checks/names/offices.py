"""One person called two things: 孙子 and 儿子, 局长 and 副局长; one post given to two people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from core.assets import load_toml
from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Annotation, Finding
from core.recognition import name_words
from core.text.spans import Span

RULE = "name_variant"
_REACH = 16
_PAST = re.compile(r"(?:原|前|前任|时任|曾任|历任|首任|新任|候任|代理|名誉|老|常务|第.任)$")
_PAST_IN_SENTENCE = re.compile(
    r"曾|时任|原任|退任|卸任|接任|继任|升任|改任|转任|调任|当选|任命|改选|换届|此前|后来"
)
_CLAUSE = re.compile(r"[，。；：！？、\n（）()“”\u3000]")
_HELD = re.compile(r"自[^，。]{2,12}起?(?:担任|任|出任)")
_NOW = "现任"
_DEPUTY = "副"
_LEAST_BODY, _FULL_NAME = 3, 2
# 县委书记兼县长: both at once.
_TWO_POSTS = re.compile("兼|、|副$")


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person is said to hold: of what body (its words, perhaps none), and where that stands."""

    name: str
    post: str
    body: str
    span: Span
    sentence: int
    is_now: bool = False


def check_offices(material: Material) -> Iterator[Finding]:
    """Questions about relatives and posts of people."""
    people = [mark for mark in material.marks if mark.label == "PER"]
    yield from _relatives(material, people)
    posts = [post for person in people for post in posts_of(material, person.span)]
    yield from _deputies(material, posts)
    yield from _apart(material, posts)
    yield from _holders(material, posts)
    yield from _swapped(material, posts)
    yield from _now_and_since(material, posts)


def _relatives(material: Material, people: list[Annotation]) -> Iterator[Finding]:
    """A name behind two words for a relative, unless each is said to be another person's."""
    said: dict[str, dict[int, tuple[Span, str]]] = defaultdict(dict)
    for number, person in enumerate(people):
        start = person.span.start
        found = _kin_at_end().search(material.simplified[max(0, start - _REACH) : start])
        if found:
            span = Span(start - len(found[0]), person.span.end)
            is_owned = number and material.simplified[people[number - 1].span.end : span.start] == "的"
            owner = people[number - 1].quote if is_owned else ""
            said[person.quote].setdefault(_kin()[found[0]], (span, owner))
    for name, relations in said.items():
        (first, one), *rest = relations.values()
        for second, other in rest:
            if not (one and other and one != other):
                shown = say("both", one=first.of(material.text), other=second.of(material.text))
                yield ask(RULE, MEDIUM, say("relative", name=name), shown, material.text, first, second)


def posts_of(material: Material, person: Span) -> Iterator[Post]:
    """The posts that stand right before a name, right behind it, or before the colon of a list."""
    text, start, end = material.simplified, person.start, person.end
    name = material.words(person)
    number = material.sentence_index(start)
    sentence = material.sentences[number].span
    before = text[max(sentence.start, start - _REACH) : start]
    if material.sentences[number].is_summary and before[-1:] in ("：", ":"):
        before = before[:-1]
    if found := _post_at_end(before):
        place = text.rindex(found, 0, start)
        body = _CLAUSE.split(before[: -len(found)])[-1]
        is_now = body.endswith(_NOW)
        body = body.removesuffix(_NOW)
        if not _PAST.search(body):
            yield Post(name, found, body, Span(place, end), number, is_now)
    if act := _acts().match(text, end):
        yield Post(name, load_toml("lexicons/posts.toml")["acts"][act[0]], "", Span(start, act.end()), number)
    if (held := _HELD.match(text, end)) and (post := _single_at_start().match(text, held.end())):
        yield Post(name, post[0], "", Span(start, post.end()), number)


def _post_at_end(before: str) -> str:
    """The longest post that some words end in; empty for none."""
    found = (pattern.search(before) for pattern in (name_words.office_at_end(), _single_at_end()))
    return max((match[0] for match in found if match), key=len, default="")


def _deputies(material: Material, posts: list[Post]) -> Iterator[Finding]:
    """局长 in one place and 副局长 in another, of one body."""
    seen: dict[tuple[str, str], Post] = {}
    for post in posts:
        if _PAST_IN_SENTENCE.search(material.words(material.sentences[post.sentence].span)):
            continue
        plain = post.post.replace(_DEPUTY, "", 1)
        other = seen.setdefault((post.name, plain), post)
        if other.post != post.post and _one_body(other.body, post.body):
            yield _ask(material, MEDIUM, say("posts_differ", name=post.name), other, post)


def _apart(material: Material, posts: list[Post]) -> Iterator[Finding]:
    """县长 in one place and 县委书记 in another; 儿科主任 and 内科主任."""
    seen: dict[str, Post] = {}
    for post in posts:
        words = material.words(material.sentences[post.sentence].span)
        if len(post.name) < _FULL_NAME or _PAST_IN_SENTENCE.search(words) or _TWO_POSTS.search(post.body):
            continue
        other = seen.setdefault(post.name, post)
        if _are_apart(other, post):
            yield _ask(material, MEDIUM, say("posts_differ", name=post.name), other, post)


def _are_apart(one: Post, other: Post) -> bool:
    """Whether a person does not hold both posts."""
    if one.post != other.post:
        return any({one.post, other.post} <= posts for posts in _posts_apart())
    ends = one.body[-1:], other.body[-1:]
    is_department = ends[0] == ends[1] != "" and ends[0] in load_toml("lexicons/posts.toml")["departments"]
    return is_department and one.body[-2:] != other.body[-2:] and not _one_body(one.body, other.body)


@cache
def _posts_apart() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in load_toml("lexicons/posts.toml")["apart"])


def _one_body(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _holders(material: Material, posts: list[Post]) -> Iterator[Finding]:
    """Two people who hold one post of one named body."""
    seen: dict[tuple[str, str], Post] = {}
    for post in posts:
        is_past = _PAST_IN_SENTENCE.search(material.words(material.sentences[post.sentence].span))
        if is_past or post.post not in _single() or len(post.body) < _LEAST_BODY:
            continue
        other = seen.setdefault((post.body, post.post), post)
        if not _one_person(other.name, post.name):
            yield _ask(material, LOW, say("who_holds", post=post.body + post.post), other, post)


def _one_person(one: str, other: str) -> bool:
    """Whether two names can be one person's (王, 王建国); one differing character is asked elsewhere."""
    is_part = one in other or other in one
    differing = sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other))
    return is_part or differing <= 1


def _swapped(material: Material, posts: list[Post]) -> Iterator[Finding]:
    """A post of a list that the body gives to somebody else, and the person of the list another one."""
    listed = [post for post in posts if material.sentences[post.sentence].is_summary]
    told = [post for post in posts if not material.sentences[post.sentence].is_summary]
    for post in listed:
        same_post = [other for other in told if other.post == post.post]
        own = {other.post for other in told if other.name == post.name}
        if same_post and own and post.post not in own and post.post in _single():
            question = say("who_of_two", post=post.post, one=post.name, other=same_post[0].name)
            yield _ask(material, MEDIUM, question, post, same_post[0])


def _now_and_since(material: Material, posts: list[Post]) -> Iterator[Finding]:
    """现任董事会主席甲 beside 甲自2016年7月起担任行政总裁."""
    since = {post.name: post for post in posts if "自" in post.span.of(material.simplified)[len(post.name) :]}
    for post in posts:
        other = since.get(post.name)
        if post.is_now and other and post.post != other.post:
            yield _ask(material, LOW, say("posts_differ", name=post.name), post, other)


def _ask(material: Material, severity: str, question: str, one: Post, other: Post) -> Finding:
    quotes = (span.of(material.text).replace("\n", "") for span in (one.span, other.span))
    shown = say("both", **dict(zip(("one", "other"), quotes, strict=True)))
    return ask(RULE, severity, question, shown, material.text, one.span, other.span)


@cache
def _kin() -> Mapping[str, int]:
    """The number of the relation of each word for a relative."""
    lines = load_toml("lexicons/posts.toml")["kin"]
    return {word: number for number, line in enumerate(lines) for word in line.split()}


@cache
def _kin_at_end() -> re.Pattern[str]:
    return re.compile(f"(?:{_alternatives(_kin())})$")


@cache
def _single() -> frozenset[str]:
    return frozenset(load_toml("lexicons/posts.toml")["single"].split())


@cache
def _single_at_end() -> re.Pattern[str]:
    return re.compile(f"(?:{_alternatives(_single())})$")


@cache
def _single_at_start() -> re.Pattern[str]:
    return re.compile(_alternatives(_single()))


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(_alternatives(load_toml("lexicons/posts.toml")["acts"]))


def _alternatives(words: Mapping[str, object] | frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def is_relative(before: str) -> bool:
    """Whether what stands before a name ends in a word for a relative (他的弟弟, 其弟).

    >>> is_relative("他的弟弟"), is_relative("其弟"), is_relative("县长")
    (True, True, False)
    """
    return bool(_kin_at_end().search(before) or re.search("[其之][父母兄弟姐妹子女妻夫]$", before))
