"""What a figure claims, by the words before it: a level, a change, what that is counted from, an average …

News says with every figure what it is by a few words right before it; how figures reckon with one another
follows from these roles, not from what the article is about:

    level     收入36.8亿元                what is so
    base      比去年的32亿元, 2024年为…   what a change is counted from
    change    增长15%, 多出3座, 快1.8秒   how far two levels lie apart, or by how many per cent
    share     占60%, 上座率95%, 三成      a part of a whole
    each      每人7200元, 户均3.1人       one of many
    total     共28辆, 合计3.2万元         what parts before it make
    rest      其余6处, 尚有17个           what is left of a whole
    whole     占630名的30%                the whole of a share
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from core.checks.numbers.figures import Figure
from core.text.spans import Span

if TYPE_CHECKING:
    from core.checks.material import Material

Role = Literal["level", "base", "change", "share", "each", "total", "rest", "whole", "multiple"]

_SIGNS = re.compile(r"[，；：。、（）()！？“”\n\u3000]")
_LONGEST_LEAD = 32
_BEHIND = 8
_SOFT = r"(?:[了约近超逾达为出到仅]|大约|将近|超过|至少|不到|整整|只有)*$"
_CHANGE = re.compile(
    r"(?:增长|增加|增多|增产|减产|增收|减收|净增|新增加|上升|提高|提升|加快|上涨|扩大|[增涨降跌减升]幅|下降|减少|降低|回落|放缓|收窄|缩小|下滑|下跌"
    r"|超出|高出|多出|低了|少了|多了|高了|快了|慢了|[增涨减降](?=了?约?$)|成长|衰退|多[赚收卖产得花]|少[赚收卖产得花]|微[涨跌降升]|"
    r"比[^，。；]{1,14}[多高少低](?=[了出约近]*$)|(?<=[上下回])[涨跌升降调]|便宜|贵|节约|节省|快|慢|缩短|延长|净胜|领先|落后|相差|差距|[还只仅]差|差了|超支|缩水)"
    + _SOFT
)
# Behind a base a bare adjective tells a change: 比那场雪的9厘米|深|15厘米.
_BY = re.compile(
    r"的[\u4e00-\u9fff]{1,8}|(?:的[\u4e00-\u9fff]{1,6})?，?(?:还|又|均|都)?(?:[多少高低长短深浅重轻宽窄快慢大小早晚贵厚薄]|便宜|超出?|缩短|提前|推迟|加长|加宽)[了出]?(?:约|近)?"
)
REACHED = re.compile(
    r"(?:[增升提降减扩跌涨落回缩调]|上[升涨调])[^，。；]{0,3}[至到为成]|变[为成]|(?<!幅)达到?$|[降升增减涨跌]为$"
)
_BASE = re.compile(
    r"(?<![同环占对])比(?![重例率为达是赛分])|较(?!为|大|小|多|少|高|低)|去年|上年|前年|上一|前一|年初|上月|上季"
    r"|(?:从|由)(?![事业])[^，。；、]{0,8}$|首届|上届|[上前]次|原[先来有为]|此前|之前|以前|年前|当初|最初|过去"
    r"|平[日时]|常年|往年|历年|[年原][初先定][安排计划预算]{2}|[与跟同和][^，。；]{1,12}相比"
)
_SPEEDS = frozenset({"h", "s", "min"})
_COMPARING = frozenset("比较从由")
# From a base it goes on to another level; what comes from elsewhere (从其他学校选调126名) is none.
_FROM = frozenset("从由")
_GOES = re.compile("[增升降减到至提缩扩变跌涨回压调跃下上]")
_BEYOND = re.compile(r"(?:超过|超出|高于|低于|多于|少于|长于|短于)$")
_BY_WHAT = re.compile(r"的[\u4e00-\u9fff]{1,8}\d")
_NOW = re.compile(r"今年|如今|目前|现在|现有|眼下|本[月季年届]|当前")
_EACH = re.compile(
    r"每[^，。；、\d]{0,10}$|[人户日月年店村亩家班组场套校站均]均(?!衡|匀)[^，。；、\d]{0,8}$|平均[^，。；、\d]{0,10}$|单价[^，。；、\d]{0,4}$|[亩单]产[^，。；、\d]{0,3}$|单[机罐台]$|各[自有获得占]?$"
)
_TOTAL = re.compile(
    r"(?:合计|共计|总计|总共|一共|合共|加起来|加在一起|合起来|总[数额量价计长人]{1,2}|(?<![公中])共|总)[\u4e00-\u9fff]{0,6}$"
)
_REST = re.compile(
    r"(?:其余|余下|其它|其他|剩余|剩下|还剩|仅剩|只剩|尚余|还余|结余|尚有|还有|仍有|尚欠|仍剩|未|另有|另外|其中没有|没有)[^，。；、\d]{0,10}$"
)
_WHOLE = re.compile(
    r"的(?:[\d.两二三四五六七八九十]+倍|[\d.]+%|百分之|[一二三四五六七八九]成|一半|[一二三四五六七八九]分之)"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure with its role; ``lead`` are the words before it, back to the figure or sentence end before.

    ``clause`` is the last clause of the lead: it says what the figure is about.
    """

    figure: Figure
    role: Role
    lead: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.figure.span

    @property
    def clause(self) -> str:
        """The last clause before the figure."""
        return _SIGNS.split(self.lead)[-1]

    @property
    def label(self) -> str:
        """The last clause that says something, without the words that only open a list."""
        parts = [part for part in _SIGNS.split(self.lead) if part]
        return parts[-1].removeprefix("其中") if parts else ""


def claims_of(material: Material, figures: Sequence[Figure]) -> Iterator[Claim]:
    """The claims of a sentence's figures, in order."""
    before: Claim | None = None
    for figure in figures:
        start = material.sentences[figure.sentence].span.start
        start = max(start, before.span.end if before else 0)
        lead = material.simplified[start : figure.span.start][-_LONGEST_LEAD:]
        before = Claim(figure, _role(material, figure, lead, before), lead)
        yield before


def _role(material: Material, figure: Figure, lead: str, before: Claim | None) -> Role:
    clause = _SIGNS.split(lead)[-1]
    if figure.unit == "倍" or "/" in str((figure.mark.value or {}).get("amount")):
        return "multiple"
    if figure.unit == "pp":
        return "change"
    is_behind_base = (
        before is not None
        and before.role == "base"
        and before.figure.family == figure.family
        and _BY.fullmatch(lead) is not None
    )
    if is_behind_base:
        return "change"
    if _CHANGE.search(clause) and not REACHED.search(clause):
        return "change"
    base = _BASE.search(clause)
    behind = material.simplified[figure.span.end : figure.span.end + _BEHIND]
    if base and base[0][0] in _FROM and not _GOES.search(behind):
        base = None
    if base and not REACHED.search(clause) and (base[0][0] in _COMPARING or not _NOW.search(clause[-6:])):
        return "base"
    if _BEYOND.search(clause) and _BY_WHAT.match(material.simplified, figure.span.end):
        return "base"
    if not figure.is_percent and (_EACH.search(clause) or (figure.per and figure.per not in _SPEEDS)):
        return "each"
    if not figure.is_percent and _WHOLE.match(behind):
        return "whole"
    if figure.is_percent:
        return "share"
    if _REST.search(clause):
        return "rest"
    return "total" if _TOTAL.search(clause) else "level"
