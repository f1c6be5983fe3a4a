"""What speaks for a repair, in three short facts for the editor: the page, the words, the forward run.

The facts are Chinese, as the articles are, and stand in one line: ``页内：…；词语：…；正演：…``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from core.repairs import LOST
from core.restoration import codepage
from core.restoration.hypotheses import Gloss
from core.restoration.readings import first_reading
from core.restoration.stretches import Stretch

_PROVED = "相符，读法唯一"
_UNPROVED = "相符，但读法不唯一"
_LOSSY = "有字节已失，无从核对"
_GONE = "原来的字节已失，原文件若在，须换编码重新打开"
_NAMES = {"utf-8": "UTF-8", "gb18030": "GBK", "big5": "Big5", "big5hkscs": "Big5", "cp949": "韩文（EUC-KR）"}
_CANDIDATES = 3


def gloss_counts(stretches: tuple[Stretch, ...]) -> Mapping[str, int]:
    """How often the page glosses each character."""
    return Counter(g.character for s in stretches for g in s.glosses if not g.is_torn)


def explain(stretch: Stretch, counts: Mapping[str, int], *, is_proved: bool) -> str:
    """The evidence of one repair."""
    if stretch.kind == "gloss":
        character = stretch.glosses[0].character
        return _of_gloss(character, counts[character], is_proved=is_proved)
    if stretch.kind == "width":
        return _OF_WIDTH[is_proved]
    on_page = _on_page(stretch, counts)
    words = _words(stretch)
    model = _PROVED if is_proved else _LOSSY if LOST in stretch.text else _UNPROVED
    rows = (("页内", on_page), ("词语", words), ("正演", model if stretch.kind not in _UNMODELED else ""))
    return "；".join(f"{name}：{fact}" for name, fact in rows if fact)


_UNMODELED = frozenset({"encoding", "invisible", "linebreak", "entity", "duplicate"})
_OF_WIDTH = {
    known: f"页内：全页标点皆为半角；正演：{_PROVED if known else _UNPROVED}" for known in (False, True)
}
_FACTS = {
    "entity": "网页字符实体未还原",
    "duplicate": "标点重出",
    "invisible": "不可见字符",
    "linebreak": "上下数行等宽，句未完而断",
    "encoding": "以错误的编码读出",
    "tag": "网页标签残余",
}


@lru_cache(maxsize=4000)
def _of_gloss(character: str, count: int, *, is_proved: bool) -> str:
    """Whole glosses are nearly all of a page's repairs, and one character's are alike."""
    model = _PROVED if is_proved else _UNPROVED
    places = f"{count}处皆" if count > 1 else "1处"
    return f"页内：“{character}”{places}有注音{first_reading(character)}；正演：{model}"


def _on_page(stretch: Stretch, counts: Mapping[str, int]) -> str:
    torn = [gloss for gloss in stretch.glosses if gloss.is_torn]
    if torn:
        return "，".join(_torn(gloss) for gloss in torn)
    if stretch.kind == "duplicate" and not stretch.text:
        return "整行重出"
    if stretch.kind == "encoding":
        return _of_encoding(stretch)
    if stretch.kind in _FACTS:
        return _FACTS[stretch.kind]
    return "字节在标点处断开，其后错位"


def _of_encoding(stretch: Stretch) -> str:
    names = [_NAMES[encoding] for encoding in stretch.encodings]
    fact = f"以{names[0]}写成，误作{names[1]}读出" if names else _FACTS["encoding"]
    return f"{fact}，{_GONE}" if stretch.text == LOST else fact


def _torn(gloss: Gloss) -> str:
    code = codepage.encode(gloss.character).hex().upper()
    return f"“{gloss.character}”的字节{code}跨在两字之间，注音{first_reading(gloss.character)}"


def _words(stretch: Stretch) -> str:
    """The readings in question with their shares."""
    unsure = [filling for filling in stretch.fillings if filling.character == LOST and filling.candidates]
    if unsure:
        best = unsure[0].candidates[:_CANDIDATES]
        return "、".join(f"{character} {_percent(share)}" for character, share in best)
    if stretch.kind == "lost" and stretch.likeliest != stretch.text:
        return f"或为“{stretch.likeliest}”"
    if stretch.rivals:
        return f"“{stretch.likeliest}”{_percent(stretch.confidence)}，次为“{stretch.rivals[0][0]}”"
    return ""


def _percent(share: float) -> str:
    return "不足1%" if share < 0.01 else f"{min(99, int(share * 100))}%"
