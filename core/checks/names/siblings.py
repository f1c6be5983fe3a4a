"""Brothers and sisters that do not fit what they are together: 廖恩慈的妹妹, and then 兄弟俩."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE = "name_variant"
_TOGETHER = re.compile(r"(兄弟|兄妹|姐妹|姊妹|姐弟|姊弟)(?:俩|二人|两人|两个)")
_ONE = re.compile(
    r"[堂表孪大小二三双]?[胞生]?(哥哥|弟弟|姐姐|妹妹)|[堂表](哥|弟|姐|妹|兄)(?![一-鿿]?[姐妹弟])"
)
_PARTS = {"兄": "哥", "哥": "哥", "弟": "弟", "姐": "姐", "姊": "姐", "妹": "妹"}


def check_siblings(material: Material) -> Iterator[Finding]:
    """Questions about the only sibling whom an article names, where another two are together."""
    together = [*material.find(_TOGETHER)]
    if len({found[1] for found in together}) != 1:
        return
    meant = {_PARTS[character] for character in together[0][1]}
    said = [(_PARTS[(found[1] or found[2])[0]], Span(*found.span())) for found in material.find(_ONE)]
    if said and not any(word in meant for word, _ in said):
        pair = Span(*together[0].span())
        shown = say("both", one=said[0][1].of(material.text), other=pair.of(material.text))
        question = say("sibling", pair=together[0][0])
        yield ask(RULE, MEDIUM, question, shown, material.text, said[0][1], pair)
