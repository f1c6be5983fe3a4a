"""Shares against part and whole: 888人，占75%; 开工率为82.5%; and shares of one whole against 100%.

A share says what it is a share of only by its place, so a question needs more than two figures that do not
fit: a slip of the pen or a power of ten that would mend it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.figures import Figure, Range, digits_of, tens_apart
from core.checks.numbers.repeats import pairs_of, words_around
from core.checks.numbers.slips import is_slip, mends
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE, TENS = "share", "magnitude"
_TRIGGER = re.compile(r"占[^，。；]*$|[率比][^，。；增升降减涨跌]{0,4}$|的$|比例|比重")
_CHANGE = re.compile(r"增长|增加|增幅|上升|提高|下降|减少|降低|上涨|下跌|回落|同比|环比|[增降涨跌升]$")
_COMPARED = re.compile(r"(?<![同环占])比(?![重例率为达是])|较|上年|去年|年初|前一|上月|[由从]")
_OF = re.compile(r"(?:占到?|为|是|达|相当于)([^，。；]{2,12})的$")
_LIST = re.compile(r"^(?:[、和，及]|、?以及)$")
_PARTS, _FEW = 3, 2
# The shares of several years, one after another, are no parts of one whole.
_COURSE = re.compile(r"逐年|持续|攀升|连续|依次|上升|下降|提高")
_NEARLY_ALL = (88.0, 119.0)
_HALVES = (
    ("男", "女"),
    ("城镇", "乡村"),
    ("城镇", "农村"),
    ("进口", "出口"),
    ("国内", "国外"),
    ("线上", "线下"),
    ("本地", "外地"),
)
_STRUCTURE = re.compile(
    r"(?<![\d.])(\d{1,2}\.\d{1,2})[:：∶](\d{1,2}\.\d{1,2})[:：∶](\d{1,2}\.\d{1,2})(?![\d.])"
)
_ROUNDING = Decimal("0.15")
_WHOLE = 100.0
_ALL = Range(_WHOLE, _WHOLE)
_SURE_DIGITS = 3


def check_shares(material: Material) -> Iterator[Finding]:
    """Questions about shares that part and whole do not give."""
    repeated: dict[str, list[Figure]] = {}
    for figures in material.by_sentence:
        percents = [f for f in figures if f.is_percent and f.amount < _WHOLE and not f.is_bound]
        shares = [figure for figure in percents if _is_share(material, figure)]
        rows = list(_lists(material, shares))
        parts = [parts for row in rows for parts in _parts_of(material, figures, row)]
        told = [(share, part) for share, part in zip(shares, parts, strict=True) if part]
        repeated = repeated or (_repeated(material) if told else {})
        wholes = _common_wholes(material, told)
        found = [_check_share(material, share, part, wholes, repeated) for share, part in told]
        asked = [finding for finding in found if finding]
        total = None if asked else _check_total(material, figures, rows)
        yield from (*asked, total) if total else asked


def _common_wholes(material: Material, told: Sequence[tuple[Figure, Sequence[Figure]]]) -> list[Figure]:
    """The wholes that at least two shares of a sentence, and more than half of them, are given of."""
    if len(told) <= _FEW:
        return []
    families = {parts[-1].family for _, parts in told}
    near = told[0][0].span.start
    wholes = [f for family in families for f in material.of_family(family, near) if f.amount > 0]
    fitting = [
        (sum(_percent(parts[-1], whole).meets(share.range) for share, parts in told), whole)
        for whole in wholes
    ]
    return [whole for count, whole in fitting if count >= _FEW and 2 * count > len(told)]


def _is_share(material: Material, figure: Figure) -> bool:
    """Whether the words before a percentage make it a share and no growth."""
    start = material.sentences[figure.sentence].span.start
    clause = re.split("[，；：]", material.simplified[start : figure.span.start])[-1]
    if _CHANGE.search(clause) or _COMPARED.search(clause):
        return False
    return bool(_TRIGGER.search(clause)) or bool(
        re.search(r"、$|和$", material.simplified[start : figure.span.start])
    )


def _lists(material: Material, shares: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Shares that stand in one row (7.5%、40.5%和52.0%) together, others alone."""
    group: list[Figure] = []
    for share in shares:
        if group and not _LIST.match(material.between(group[-1], share)):
            yield group
            group = []
        group.append(share)
    if group:
        yield group


def _parts_of(
    material: Material, figures: Sequence[Figure], group: Sequence[Figure]
) -> list[tuple[Figure, ...]]:
    """What each share of a row can be the share of: the figures just before it."""
    start = material.simplified.rfind("；", 0, group[0].span.start)
    near = [f for f in figures if start < f.span.start < group[0].span.start]
    before = [f for f in near if f.unit not in ("%", "pp", "倍", "岁")]
    if len(group) == 1:
        if not before:
            return [()]
        family = before[-1].family
        # What stands before another share is that one's part.
        taken = [f.span.end for f in near if f.is_percent]
        own = [f for f in before if f.family == family and f.span.start > max(taken, default=start)]
        return [tuple(own or (f for f in before if f.family == family))[-2:]]
    return [(part,) for part in _row(before, len(group))] or [() for _ in group]


def _row(before: Sequence[Figure], count: int) -> list[Figure]:
    """The last ``count`` figures, where they are all of one family."""
    row = list(before[-count:])
    return row if len(row) == count and len({figure.family for figure in row}) == 1 else []


def _repeated(material: Material) -> dict[str, list[Figure]]:
    """The figures of each family that the article says more than once: the wholes of many parts."""
    said: dict[tuple[str, float], list[Figure]] = {}
    for figure in material.figures:
        said.setdefault((figure.family, figure.amount), []).append(figure)
    repeated: dict[str, list[Figure]] = {}
    for (family, _), figures in said.items():
        if len(figures) > 1:
            repeated.setdefault(family, []).append(figures[0])
    return repeated


def _check_share(
    material: Material,
    share: Figure,
    parts: Sequence[Figure],
    common: Sequence[Figure],
    repeated: dict[str, list[Figure]],
) -> Finding | None:
    family = parts[-1].family
    pairs = [
        (part, whole)
        for part in parts
        for whole in material.of_family(family, share.span.start)
        if whole is not part
        and not whole.is_bound
        and min(part.amount, whole.amount) > 0
        and whole.amount != part.amount
    ]
    shared = [pair for pair in pairs if pair[1] in common]
    if any(
        part.amount < whole.amount and _percent(part, whole).meets(share.range)
        for part, whole in shared or pairs
    ):
        return None
    evident = shared or [pair for pair in pairs if _is_evident(material, share, *pair, repeated)]
    if not share.quote[0].isdigit():  # 四成 is of what stands beside it
        evident = [pair for pair in evident if pair[1].sentence == share.sentence]
    is_sure = len(share.digits) >= _SURE_DIGITS
    near = [pair for pair in pairs if _is_near(material, *pair)] if is_sure else []
    start = max(material.sentences[share.sentence].span.start, share.span.start - 16)
    is_told = share.quote[0].isdigit() and "占" in material.simplified[start : share.span.start]
    severity = MEDIUM if is_told or is_sure else LOW
    for part, whole in (*evident, *near):
        if is_slip(share.digits, digits_of(100 * part.amount / whole.amount, share.power)):
            return _question(material, share, part, whole, RULE, severity)
    for part, whole in evident if len(share.digits) >= _FEW else ():
        if min(len(part.digits), len(whole.digits)) >= _FEW and mends((part, whole, share), _is_share_of):
            return _question(material, share, part, whole, RULE, MEDIUM if is_sure else LOW)
    for part, whole in near:
        if abs(tens_apart(_percent(part, whole), share.range)) >= _SURE_DIGITS:
            return _question(material, share, part, whole, TENS)
    return None


def _is_share_of(part: Range, whole: Range, share: Range) -> bool:
    return part.over(whole).scaled(100).meets(share)


def _is_near(material: Material, part: Figure, whole: Figure) -> bool:
    """Whether the two stand in one paragraph or in neighboring ones."""
    return abs(_distance(material, part, whole)) <= 1


def _distance(material: Material, part: Figure, whole: Figure) -> int:
    """How many paragraphs lie between the two."""
    return material.sentences[part.sentence].paragraph - material.sentences[whole.sentence].paragraph


def _is_evident(
    material: Material, share: Figure, part: Figure, whole: Figure, wholes: dict[str, list[Figure]]
) -> bool:
    """Whether the text makes it plain that this is the whole."""
    if whole.amount < part.amount:
        return False
    if whole.sentence == part.sentence and whole.span.start < share.span.start:
        return not _has_own_share(material, whole, part)
    if _told_base(material, share) & words_around(material, whole.span):
        return True
    larger = [figure.amount for figure in wholes.get(part.family, ()) if figure.amount > part.amount]
    if larger == [whole.amount]:
        return True
    return shares_label(material, part, whole)


def _told_base(material: Material, share: Figure) -> frozenset[str]:
    """The pairs of characters of what a share is said to be of (占未归还金额的30.9%)."""
    start = material.sentences[share.sentence].span.start
    told = _OF.search(material.simplified[start : share.span.start])
    return pairs_of(told[1]) if told else frozenset()


def _has_own_share(material: Material, whole: Figure, part: Figure) -> bool:
    """Whether a figure is a part itself (1956批次，占60%；978批次，占30%), beside the other."""
    between = material.simplified[whole.span.end : part.span.start]
    return "占" in between and "其中" not in between


def shares_label(material: Material, one: Figure, other: Figure) -> bool:
    """Whether the same words stand before both figures (半程马拉松)."""
    return len(label_of(material, one) & label_of(material, other)) >= _PARTS


def label_of(material: Material, figure: Figure) -> frozenset[str]:
    """The pairs of characters in the clause before a figure."""
    start = material.sentences[figure.sentence].span.start
    clause = re.split("[，；：、（]|其中", material.simplified[start : figure.span.start])[-1][-14:]
    return pairs_of(clause)


def _percent(part: Figure, whole: Figure) -> Range:
    return part.range.over(whole.range).scaled(100)


def _question(
    material: Material, share: Figure, part: Figure, whole: Figure, rule: str, severity: str = MEDIUM
) -> Finding:
    percent = 100 * part.amount / whole.amount
    decimals = max(1, -share.power)
    words = say("share") if rule == RULE else say("magnitude")
    shown = f"{percent:.{decimals}f}%" if percent >= 0.01 else f"{percent:.2g}%"
    reckoning = say("reckoned", sum=f"{part.quote} ÷ {whole.quote}", made=shown, said=share.quote)
    are_exact = part.is_exact and whole.is_exact
    return ask(rule, severity if are_exact else LOW, words, reckoning, material.text, part, whole, share)


def _check_total(
    material: Material, figures: Sequence[Figure], rows: Sequence[Sequence[Figure]]
) -> Finding | None:
    """Shares of one whole that should make 100% and make a little more or less."""
    long = [row for row in rows if len(row) >= _PARTS]
    told = [figure for figure in figures if figure.unit != "岁"]  # 30岁以下的占32%
    shares = [share for row in rows for share in row]
    if not long and len(shares) == len(told) and (len(told) >= _PARTS or _are_two_halves(material, shares)):
        long = [shares]
    for row in long:
        start = material.sentences[row[0].sentence].span.start
        before = material.simplified[start : row[0].span.start]
        total = sum((share.range for share in row), Range(0.0, 0.0))
        whole = sum(share.amount for share in row)
        is_near = _NEARLY_ALL[0] < whole < _NEARLY_ALL[1]
        if is_near and "占" in before and not _COURSE.search(before) and not total.meets(_ALL):
            made = f"{whole:.{max(0, -row[0].power)}f}%"
            words = say("adds_up", sum=" + ".join(share.quote for share in row), made=made)
            return ask(RULE, MEDIUM, say("shares_of_all"), words, material.text, *row)
    return None


def _are_two_halves(material: Material, shares: Sequence[Figure]) -> bool:
    """Whether two shares are said of what divides a whole in two (男性占52.3%，女性占47.7%)."""
    if len(shares) != _FEW:
        return False
    before = [_clause_before(material, share) for share in shares]
    return any(
        (one in before[0] and other in before[1]) or (other in before[0] and one in before[1])
        for one, other in _HALVES
    )


def _clause_before(material: Material, share: Figure) -> str:
    start = max(material.sentences[share.sentence].span.start, share.span.start - 14)
    return re.split("[，；。]", material.simplified[start : share.span.start])[-1]


def check_structures(material: Material) -> Iterator[Finding]:
    """Questions about structures whose parts do not make a hundred: 三次产业结构为12.4∶43.1∶46.3."""
    for found in material.find(_STRUCTURE):
        whole = sum((Decimal(part) for part in found.groups()), Decimal(0))
        if _NEARLY_ALL[0] < whole < _NEARLY_ALL[1] and abs(whole - 100) > _ROUNDING:
            words = say("adds_up", sum=" + ".join(found.groups()), made=whole)
            yield ask(RULE, MEDIUM, say("shares_of_all"), words, material.text, Span(*found.span()))
