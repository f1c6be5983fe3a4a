"""A share and, behind it, what it comes to: 造价1.44亿元，两成由公司支付，约为2880万元; 占六成，为852人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.claims import Claim
from core.checks.numbers.figures import Figure, sized, tens_apart
from core.checks.numbers.slips import mends
from core.checks.wording import say
from core.document import Finding

RULE, TENS = "share", "magnitude"
_SHARES = {"%": 100.0, "permille": 1000.0}
_BETWEEN = re.compile(
    r"[^，。；\d]{0,14}，(?:[^，。；\d]{0,8}，)?"
    r"(?:也?即|也就是|合计?|折合|相当于|约?为|约?有|约|达|共计?|一共)[约为有达]{0,2}[^，。；\d]{0,4}"
)
_MOST = 4


def check_portions(material: Material) -> Iterator[Finding]:
    """Questions about amounts that a share, told just before them, does not come to."""
    for place, claims in enumerate(material.claims_by_sentence):
        for number, share in enumerate(claims[:-1]):
            portion = claims[number + 1]
            if share.role == "share" and _is_portion(material, share, portion):
                yield from _check(material, place, share.figure, portion.figure, claims[:number])


def _is_portion(material: Material, share: Claim, portion: Claim) -> bool:
    is_amount = portion.figure.unit not in _SHARES and portion.figure.amount > 0
    is_plain = is_amount and portion.role in ("level", "total", "rest") and not portion.figure.is_bound
    gap = material.between(share.figure, portion.figure)
    return share.figure.unit in _SHARES and is_plain and _BETWEEN.fullmatch(gap) is not None


def _check(
    material: Material, place: int, share: Figure, portion: Figure, before: Sequence[Claim]
) -> Iterator[Finding]:
    near = material.of_family(portion.family, share.span.start)
    wholes = [f for f in near if f is not portion and f.span.end <= portion.span.start and f.amount > 0]
    part = share.range.scaled(1 / _SHARES[share.unit])
    if any(whole.range.times(part).meets(portion.range) for whole in wholes):
        return
    own = [c.figure for c in before if c.figure.family == portion.family]
    for whole in [*reversed(own), *reversed(wholes)][:_MOST]:
        product = whole.range.times(part)
        made = sized(whole, whole.amount * share.amount / _SHARES[share.unit])
        shown = say("reckoned", sum=f"{whole.quote} × {share.quote}", made=made, said=portion.quote)
        if abs(tens_apart(product, portion.range)) > 0:
            yield ask(TENS, MEDIUM, say("magnitude"), shown, material.text, whole, share, portion)
            return
        if whole in own and portion.amount < whole.amount and mends((portion,), product.meets):
            yield ask(RULE, LOW, say("share"), shown, material.text, whole, share, portion)
            return
