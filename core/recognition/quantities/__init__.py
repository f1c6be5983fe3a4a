"""Quantities: money, measures, counts, shares, ordinals and numbers, each with its value.

One expression walks the text from candidate to candidate: what is no quantity (addresses, codes, dates
with signs) is stepped over, everything else goes to the rule of its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from core.article import ReadingText
from core.language.numerals import fold, parse_number
from core.mentions import Mention
from core.recognition.quantities import shapes
from core.recognition.quantities.counted import find_counted
from core.recognition.quantities.found import Found, written
from core.recognition.quantities.measures import find_data
from core.recognition.quantities.vocabulary import Vocabulary, load_vocabulary
from core.text.spans import Span
from core.values import Quantity

Rule = Callable[[str, int, Vocabulary], Found | None]

_IDENTIFIERS = r"""
    (?:https?://|www\.)[^\s\u4e00-\u9fff，。；）]+
  | @[\w-]{1,30} | (?<![0-9A-Za-z_.+-])[0-9A-Za-z_.+-]{1,64}@[0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)+
  | [〔\[【（(]\d{4}[〕\]】）)](?:第)?\d+号?
  | (?:QQ|qq|微信|电话|热线|手机|传真|邮编|型号|代码|车牌|[尾编账卡证学批工]号|证书号)
    (?:号|群|码|是|为|：|:|\(|（|\s)*[\dA-Za-z][\d\- ]*(?![\d部台个万余多亿千百张辆只款元])
  | (?<!\d)1[3-9]\d{9}(?!\d)
  | (?<![\d.])0\d{2,3}[- ]\d{3,4}[- ]?\d{4}(?!\d)
  | (?<![\d.])[48]00(?:[- ]\d{3,4}[- ]?\d{3,4}|\d{7})(?![\d元万])
  | (?<![\d.])1[3-9]\d[- ]\d{4}[- ]\d{4}(?!\d) | (?<![\d.])0\d{2,3}-\d{5}(?!\d)  # 0838-12301
  | (?<!\d)\d{17}[\dXx](?!\d)
  | (?<![\dA-Za-z])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)
  | (?<![\d.])\d+(?:\.\d+){2,}
  | (?<![\d.,])\d{1,4}(?:[年月时]|日(?![元圆币]))  # a part of a date
"""


# What a candidate or identifier can begin with: most places of a text are passed over by this alone.
_BEGINNINGS = (
    r"\dA-Za-z\-−@〔\[【（(零一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰几数上成好负第翻半对各"
    "微电热手传邮型代车尾编账卡证学批工"
)


def _candidates(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Where a quantity may begin; the group that matched names the rule."""
    signs = "|".join(re.escape(sign) for sign in sorted(vocabulary.sign_words, key=len, reverse=True))
    return re.compile(
        rf"""(?=[{_BEGINNINGS}{_first_characters(vocabulary)}])(?:
        (?P<identifier>{_IDENTIFIERS})
      | (?P<sign>(?<![A-Za-z])(?:{signs})\ ?(?=\d))
      | (?P<code>(?<![A-Za-z.\-–/·_])[A-Za-z][A-Za-z.\-–/·_]{{0,48}}\d[0-9A-Za-z_\-./+]*(?!%))
      | (?P<share>(?:负的?)?[百千万]分(?:之|百|(?=[一二三四五六七八九十])))
      | (?P<ordinal>第(?=[\d零一二两三四五六七八九十百千]))
      | (?P<doubling>翻(?=[了一两二三番倍近约\d]))
      | (?P<half>半(?=[价公斤里米亩升克吨平数岁])|各半(?![年天月小])
          |(?<![另这那同])一半(?![天会夜路个月年])|对折(?![叠]))
      | (?P<number>(?:(?<!正)负|(?<![\w）)])[-−]|(?<=[\u4e00-\u9fff])[-−](?=\d))?
          (?:\d|[零〇一二两三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾]
            |[百千万亿佰](?=[余多来百千万亿把])|百(?=八?十)
            |[百千万](?=[名位对辆架艘台件项种场个户家亩人])
            |(?:好?几|数|上|成)(?=[十百千万亿])|(?<=[近约超逾破过达足到下少])[百千万亿])))
        """,
        re.VERBOSE,
    )


def _first_characters(vocabulary: Vocabulary) -> str:
    return re.escape("".join(sorted({sign[0] for sign in vocabulary.sign_words})))


@cache
def _loaded() -> tuple[Vocabulary, re.Pattern[str]]:
    vocabulary = load_vocabulary()
    return vocabulary, _candidates(vocabulary)


def _find_numeric(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """What begins with a numeral: a fraction, a ratio, else an amount with or without a unit."""
    found = (
        shapes.find_pressure(text, start, vocabulary)
        or shapes.find_fraction(text, start, vocabulary)
        or shapes.find_ratio(text, start, vocabulary)
        or find_data(text, start, vocabulary)
        or shapes.find_decades_of_life(text, start, vocabulary)
        or find_counted(text, start, vocabulary)
    )
    return None if found and _is_dash(text, found) else found


def _is_dash(text: str, found: Found) -> bool:
    """Whether a sign behind a word joins them, as in 歼-20架: nothing whole is counted below zero."""
    is_signed = found.start > 0 and text[found.start] in _MINUS and text[found.start - 1].isalnum()
    is_whole = found.quantity.amount.lstrip("-").isdigit()
    return is_signed and is_whole and found.label in ("COUNT", "NUMBER")


_RULES: Mapping[str, Rule] = {
    "sign": shapes.find_signed_money,
    "share": shapes.find_share,
    "ordinal": shapes.find_ordinal,
    "doubling": shapes.find_doubling,
    "half": shapes.find_half,
    "number": _find_numeric,
}


def find_quantities(reading: ReadingText) -> Iterator[Mention]:
    """Every quantity of the passages, in reading order; those of one walk do not overlap."""
    vocabulary, candidates = _loaded()
    text = fold(reading.simplified)
    local = _local_currency(text, vocabulary) if reading.text != reading.simplified else None
    for block in reading.passages():
        passage = block.span.of(text)
        found = _number_as_whole(passage)
        for each in (found,) if found else _walk(passage, vocabulary, candidates):
            each = _in_currency(each, local, passage) if local else each
            span = Span(each.start, each.end).shifted(block.span.start)
            yield Mention(span, each.label, each.quantity, 0.95, f"quantities/{each.rule}")


def _local_currency(text: str, vocabulary: Vocabulary) -> str | None:
    """What a bare 元 is where an article in Traditional characters is of Hong Kong or Taiwan.

    One that speaks of a side's places and offices again and again, and more than of the other's, is of it,
    even if it prices something in 人民币; else one that names the money of one side only.
    """
    named = [code for code, words in vocabulary.local_money.items() if any(word in text for word in words)]
    spoken = {code: sum(text.count(word) for word in words) for code, words in vocabulary.spoken_of.items()}
    most = max(spoken, key=spoken.__getitem__)
    if spoken[most] >= _OFTEN and spoken[most] > min(spoken.values()) and set(named) <= {most}:
        return most
    return named[0] if len(named) == 1 and "人民币" not in text else None


def _in_currency(found: Found, code: str, text: str) -> Found:
    """The same in the currency ``code`` where only 元 says which."""
    words = text[found.start : found.end].rstrip("上下左右多余以半")
    is_bare = found.quantity.unit == "CNY" and words.endswith(_BARE) and "人民币" not in words
    return replace(found, quantity=replace(found.quantity, unit=code)) if is_bare else found


def _walk(text: str, vocabulary: Vocabulary, candidates: re.Pattern[str]) -> Iterator[Found]:
    place = taken = 0
    while candidate := candidates.search(text, place):
        if place and candidate.start() == place and text[place] in _MINUS:  # 6月-8月, 1万元-5万元
            place += 1
            continue
        rule = _RULES.get(candidate.lastgroup or "")
        found = rule(text, candidate.start(), vocabulary) if rule else None
        if found and not vocabulary.is_within_word(
            text, found.start, found.end
        ):  # what stands before belongs to the quantity before, if there is one
            yield replace(found, start=max(found.start, taken))
            taken = found.end
        place = found.end if found else _next_place(text, candidate, vocabulary)


def _next_place(text: str, candidate: re.Match[str], vocabulary: Vocabulary) -> int:
    """Past the whole numeral or word that was no quantity."""
    if candidate.lastgroup == "ordinal":
        counted = _ORDINAL_RUN.match(text, candidate.end())
        return counted.end() if counted else candidate.end()
    if candidate.lastgroup != "number":
        return candidate.end()
    word = vocabulary.words.longest(text, candidate.start())
    run = _NUMERAL_RUN.match(text, candidate.start())
    if run and run[0] in _MINUS:
        return run.end()
    return max(word[1] if word else 0, run.end() if run else 0, candidate.end())


_POWERS_ALONE = frozenset({"百", "千", "万", "亿", "百万", "千万", "万亿", "百亿", "千亿"})
_ORDINAL_RUN = re.compile(r"[\d零一二两三四五六七八九十百千]+个?")
# How often an article speaks of one side at least.
_OFTEN = 2
_BARE = ("元", "块", "角", "钱", "毛")
_MINUS = ("-", "−")
_NUMERAL_RUN = re.compile(r"[-−]|[\d.,]+|[零一二两三四五六七八九十百千万亿]{48,}")


def _number_as_whole(text: str) -> Found | None:
    """A passage that is nothing but a numeral."""
    words = text.strip()
    if len(words) > 40 or not words or words[-1] in "元圆角分":
        return None
    try:
        number = parse_number(f"一{words}" if words in _POWERS_ALONE else words)
    except ValueError:
        return None
    start = text.index(words)
    return Found(start, start + len(words), "NUMBER", Quantity(written(number)), "whole")
