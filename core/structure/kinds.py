"""What a single paragraph looks like by its own words, before its neighbors are asked."""

from __future__ import annotations

import re
from functools import cache

from core import assets, bylines
from core.text.spans import Span

LONGEST_TITLE = 60
LONGEST_HEADING = 34
LONGEST_CREDIT = 160
LONGEST_DATELINE = 120
LONGEST_NAVIGATION = 150
LONGEST_SMALL_PRINT = 400
LONGEST_CAPTION_CREDIT = 24

DATE = (
    r"(?:(?:19|20)\d\d(?:\s*[-/.年]\s*|\s+(?=\d\d/))\d{1,2}\s*(?:[-/.月]\s*\d{1,2}\s*日?|月)"
    r"|[一二][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)"
)
CLOCK = r"(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|\d{1,2}[时点]\d{1,2}分(?:\d{1,2}秒)?)"

_DATELINE = re.compile(
    rf"^[(（\[【]?\s*(?:(?:发布|更新|发表|刊发|发稿|出版)?(?:时间|日期|于)\s*[:：]?\s*)?{DATE}"
    rf"|^[(（]?\s*(?:稿件|文章|信息|新闻|消息)?(?:来源|出处|稿源)\s*[:：|｜]"
    rf"|^.{{0,24}}?\s+{DATE}\s*{CLOCK}|^[《（(].{{2,16}}?[》）)]?\s*[（(]?\s*{DATE}.{{0,20}}版"
)
AGENCY_LINE = re.compile(
    r"""^(?:
        (?P<publisher>[\u4e00-\u9fff]{1,8}?(?:社|报|网|台|新闻|客户端|通讯))   # 新华社
        (?:[\u4e00-\u9fff]{2,12}(?:[、/][\u4e00-\u9fff]{2,6})*?)?            # 北京
        (?:\d{4}年)?\d{1,2}月\d{1,2}日[电讯]                                  # 1月5日电
        |
        (?P<paper>本[报网台刊社]|[\u4e00-\u9fff]{2,8}(?:报|网|社|新闻|客户端|电视台|广播))
        (?:[\u4e00-\u9fff]{2,6}(?:\d{4}年)?\d{1,2}月\d{1,2}日)?
        (?:综合)?(?:快?讯|电|消息)(?=[\s（(：:，,])                             # 本报讯
    )""",
    re.VERBOSE,
)
"""The 电头: the agency or paper, place and day that open a report."""

_PAPER_AND_DAY = re.compile(rf"^[^\s。]{{2,12}}\s+{DATE}\s*")
_PAGE = re.compile(r"(?:第.{1,4}版.{0,12})?$")
_ABOUT_AUTHOR = re.compile(r"^[（(]?(?:本文)?作者(?:系|单位|为|是|简介)")
_DOCUMENT_NUMBER = re.compile(r"^[\u4e00-\u9fff]{1,10}[〔\[【(（]\d{4}[〕\]】)）]\d{1,4}号$")
_FACT = re.compile(r"[^，。：:]{2,20}[：:][^，。：:]{0,8}\d")
_LIST_OPENING = re.compile(r"(?:阅读|新闻|链接|推荐|回顾|精选|报道|文章|专题|资讯|内容|喜欢)\s*[:：>》]*$")
# What a line of a chronicle says behind its date; a weekday, a clock or a source belong to a dateline.
_EVENT = re.compile(rf"^{DATE}[\s—:：-]*(?!星期|周|来源|出处|稿源|第|发布|更新)[\u4e00-\u9fff]{{2}}")
_BOX_TITLE = re.compile(r"^【[^】]{2,12}】(?:[（(][^（）()]{1,20}[）)])?$")
_ENDS = "。；;，,"
_CLOSING = (")", "）", "]", "】")
_BAR = re.compile(r"[|｜]")
_ARROW = re.compile(r">{1,2}|»|›|→")
_ARROW_SIGN = re.compile("[>»›→]")
_LAST_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]{1,80}[)）\]】]\s*$")
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|0\d\s|■|◆|●|【[^】]+】$)"
)


def own_kind(words: str) -> str | None:
    """The kind that the words alone give away; None for text, titles and headings.

    >>> own_kind("2022-01-05 08:40:36   来源：重庆日报"), own_kind("上一篇：江州")
    ('dateline', 'navigation')
    """
    if _is_navigation(words):
        return "navigation"
    if is_credit(words):
        return "credit"
    if is_dateline(words):
        return "dateline"
    if AGENCY_LINE.match(words):
        return "lead" if len(words) > LONGEST_HEADING or words.endswith("。") else "dateline"
    if is_boilerplate(words):
        return "boilerplate"
    return _beside_the_text(words)


def is_dateline(words: str) -> bool:
    """Whether a line says when or where the article was published.

    >>> is_dateline("江州日报 2024年5月6日 记者 王小明"), is_dateline("江州地铁 2024年5月6日 开通")
    (True, False)
    """
    if len(words) >= LONGEST_DATELINE or words.endswith("。"):
        return False
    paper = _PAPER_AND_DAY.match(words)
    behind = words[paper.end() :] if paper else None
    is_issue = behind is not None and (_PAGE.match(behind) or bylines.has_credit(behind))
    return bool(is_issue or _DATELINE.search(words) or _DOCUMENT_NUMBER.match(words))


def is_list_opening(words: str) -> bool:
    """Whether a line of navigation announces a list of links."""
    return _LIST_OPENING.search(words) is not None


def is_fact(words: str) -> bool:
    """Whether a line puts a figure to a thing, as digests do.

    >>> is_fact("全网运营里程：150.9公里"), is_fact("云溪地铁5号线一期开通")
    (True, False)
    """
    return _FACT.match(words) is not None


def is_event(words: str) -> bool:
    """Whether a line tells what happened on a day, as chronicles do.

    >>> is_event("1956年9月1日 考入同济大学"), is_event("2024年8月15日 星期四"), is_event("2024年8月15日")
    (True, False, False)
    """
    return _EVENT.match(words) is not None


def is_box_title(words: str) -> bool:
    """Whether a line can be the title of a box beside the article.

    >>> is_box_title("【最新数据】（截至7月2日18时）"), is_box_title("【最新数据】截至7月2日")
    (True, False)
    """
    return _BOX_TITLE.match(words) is not None


def is_credit(words: str) -> bool:
    """Whether a line does nothing but name the makers, or says that the report is complete."""
    if len(words) > LONGEST_CREDIT or words.endswith("。"):
        return False
    return (
        words.strip("（()）") in {"完", "完结"}
        or _ABOUT_AUTHOR.match(words) is not None
        or bylines.has_credit(words)
    )


def is_boilerplate(words: str) -> bool:
    """Whether the words are small print: rights, registration, contacts."""
    return len(words) <= LONGEST_SMALL_PRINT and bool(
        _pattern("boilerplate_marks").search(words)
        or _pattern("boilerplate_openings").match(words.lstrip("*※ "))
    )


def is_title_like(words: str) -> bool:
    """A short line that does not end as a sentence does."""
    return 2 <= len(words) <= LONGEST_TITLE and words[-1] not in _ENDS and "。" not in words


def is_heading_like(words: str) -> bool:
    """A line that may stand above paragraphs inside the article."""
    if len(words) > LONGEST_HEADING or words[-1] in _ENDS + "：:、" or "。" in words:
        return False
    return words[-1] not in "!?！？…" or (len(words) <= 20 and words[0] not in '“"「')


def is_numbered(words: str) -> bool:
    """Whether a line opens with the number or bullet of a section."""
    return _NUMBERED.match(words) is not None


def navigation_start(words: str) -> int | None:
    """Where, in a dateline, the part for the mouse begins: 分享到…, 字号, 评论.

    >>> navigation_start("2022-01-05 来源：重庆日报  分享 分享到搜狐微博")
    20
    """
    found = re.compile(r"(?<=[\s|｜])" + _alternatives("navigation_tails")).search(words)
    return found.start() if found else None


def trailing_credit(words: str) -> int | None:
    """Where the brackets with the makers' names begin at the end of a paragraph.

    >>> trailing_credit("交易正在进行。（记者 彭瑜）[责任编辑：吴倩]")
    7
    """
    start = len(words)
    while words[:start].rstrip().endswith(_CLOSING) and (found := _LAST_BRACKETS.search(words[:start])):
        if not is_credit(words[found.start() : start].strip()):
            break
        start = found.start()
    return start if 0 < start < len(words) and words[start - 1] in "。！？”\u3000 " else None


def _is_navigation(words: str) -> bool:
    if len(words) > LONGEST_NAVIGATION:
        return False
    if _pattern("navigation_openings").match(words):
        return True
    return _is_breadcrumb(words) and not words.endswith("”")


def _is_breadcrumb(words: str) -> bool:
    """首页 > 要闻 > 正文: short names with arrows between them."""
    if not _ARROW_SIGN.search(words):
        return False
    first, *others = (name.strip() for name in _ARROW.split(words))
    return 0 < len(first) <= 12 and max(map(len, others)) <= 30 and not set("。，") & set(words)


def _is_link_bar(words: str) -> bool:
    """要闻 | 财经 | 体育: three or more short names with bars between them, and perhaps one behind."""
    if not _BAR.search(words):
        return False
    names = [name.strip() for name in _BAR.split(words)]
    if len(names) > 3 and not names[-1]:
        names.pop()
    return len(names) > 2 and all(0 < len(name) <= 12 for name in names)


def _beside_the_text(words: str) -> str | None:
    if _is_link_bar(words):
        return "navigation"
    if _pattern("caption_openings").match(words) or (
        len(words) < 150 and _pattern("caption_endings").search(words[-LONGEST_CAPTION_CREDIT:])
    ):
        return "caption"
    if _pattern("digest_openings").match(words):
        return "digest"
    return "quote" if _is_one_quotation(words) else None


def _is_one_quotation(words: str) -> bool:
    """A paragraph set off as quoted: > at the line's start, or verse and letters in marks throughout."""
    return words.startswith(("> ", "│"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_alternatives(name))


@cache
def _alternatives(name: str) -> str:
    return "(?:" + "|".join(assets.load_toml("structure.toml")[name]) + ")"


def part(span: Span, words: str, start: int, end: int) -> Span:
    """The stretch ``words[start:end]`` of a paragraph at ``span``, without the space around it."""
    inner = words[start:end]
    lead = len(inner) - len(inner.lstrip())
    return Span(span.start + start + lead, span.start + start + lead + len(inner.strip()))
