"""People named with their part in the article: （记者 彭瑜 通讯员 李四）, 责任编辑：吴倩, 作者：钟意."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core import assets
from core.text.spans import Span

REPORTERS = ("记者", "通讯员", "实习生", "评论员", "特约撰稿人", "撰稿人")
EDITORS = ("责任编辑", "责编", "执行编辑", "值班编辑", "编辑")
AUTHORS = (*REPORTERS, "作者", "撰文", "撰稿", "采写", "文字", "文")

_NAME = (
    r"(?:[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7}?)+"
    r"|[\u4e00-\u9fff][ \u3000][\u4e00-\u9fff](?![\u4e00-\u9fff])"
    r"|[\u4e00-\u9fff]{2,4}?|[A-Za-z][A-Za-z0-9_.]{1,20})"
)
_ACTS = (
    r"[／/][\u4e00-\u9fff]{2,4}报[道导]|整理|综合|报[道导]"
    r"|采写|摄影报道|摄影|摄像|撰写|撰文|供图|制图|拍摄|提供|编辑|编译|翻译|供稿|摄|文|图|电|发自"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """One person's (or, in a credit line, one pen name's) place, and the role before it."""

    role: str
    span: Span


def find_credits(text: str, span: Span, *, loose: bool) -> Iterator[Credit]:
    """The people of a byline in ``text`` within ``span``.

    ``loose`` is for lines that hold nothing but credits; elsewhere a role counts only inside brackets,
    since 记者 also begins a sentence (记者从统计局获悉).

    >>> text = "本报讯（记者 彭瑜 通讯员 李四）记者从市政府获悉"
    >>> [(c.role, c.span.of(text)) for c in find_credits(text, Span(0, len(text)), loose=False)]
    [('记者', '彭瑜'), ('通讯员', '李四')]
    """
    if loose:
        yield from _credits_in(text, span)
        return
    for bracket in _brackets().finditer(text, span.start, span.end):
        yield from _credits_in(text, Span(bracket.start("inside"), bracket.end("inside")))


def behind_byline(text: str, span: Span) -> int:
    """Where ``span`` begins to tell something: behind its last bracket with roles and names.

    >>> text = "本报讯（记者 彭瑜）全市投资增长"
    >>> text[behind_byline(text, Span(0, len(text))) :]
    '全市投资增长'
    """
    bylines = (
        bracket.end()
        for bracket in _brackets().finditer(text, span.start, span.end)
        if any(_credits_in(text, Span(*bracket.span("inside"))))
    )
    return max(bylines, default=span.start)


def has_credit(text: str) -> bool:
    """Whether ``text`` is a bracket with roles and names, or a line that begins with a role.

    >>> has_credit("[责任编辑：吴倩]"), has_credit("记者从市政府获悉，全市")
    (True, False)
    """
    return _credit_line().match(text) is not None


def _credits_in(text: str, span: Span) -> Iterator[Credit]:
    for found in _role_with_names().finditer(text, span.start, span.end):
        for name in _names().finditer(text, found.start("names"), found.end("names")):
            yield Credit(found["role"], Span(name.start(), name.end()))


@cache
def _roles() -> str:
    words = [*assets.load_toml("structure.toml")["credit_roles"], *REPORTERS, "文", "图"]
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _prefixes() -> str:
    return "|".join(assets.load_toml("structure.toml")["reporter_prefixes"])


@cache
def _one_name() -> str:
    long_roles = "|".join(role for role in _roles().split("|") if len(role) > 1)
    not_a_role = rf"(?!{long_roles}|{_prefixes()}|[文图]\s*[:：/])"
    return rf"{not_a_role}{_NAME}(?=(?:{_ACTS})?(?:$|[\s、,，;；|｜()（）\[\]【】/／丨]))"


@cache
def _names() -> re.Pattern[str]:
    return re.compile(_one_name())


@cache
def _role_with_names() -> re.Pattern[str]:
    separator = r"(?:\s*[、,，/]\s*|\s+)"
    names = rf"{_one_name()}(?:{separator}{_one_name()})*"
    mark = r"\s*[:：/／|｜丨]\s*"
    return re.compile(rf"(?P<role>{_roles()})(?:{mark}|(?<![文图])\s*)(?:[均都]?由)?(?P<names>{names})")


@cache
def _brackets() -> re.Pattern[str]:
    role = rf"(?:[\u4e00-\u9fff]{{0,12}}?)(?:{_roles()})"
    return re.compile(
        rf"[(（\[【](?P<inside>\s*{role}(?:\s*[:：/]|\s|[\u4e00-\u9fff])[^()（）\[\]【】]{{1,80}})[)）\]】]"
    )


@cache
def _credit_line() -> re.Pattern[str]:
    prefix = rf"(?:[文图]\s*[/／、]\s*[图文]\s*)?(?:[\u4e00-\u9fff]{{2,8}}?)??(?:{_prefixes()})*"
    return re.compile(rf"[(（\[【]?\s*{prefix}{_role_with_names().pattern}")
