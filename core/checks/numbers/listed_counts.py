"""How many are listed, and how many are said: 猫场镇、珠藏镇、化起镇等; 应到268名，实到271名."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.language.numerals import parse_number
from core.text.spans import Span

SUM, ORDER = "sum", "order"
_KINDS = "镇乡县市区村省国州旗街道社区"
_NUMBER = r"(?P<count>[两二三四五六七八九十]{1,3}|\d{1,2})"
_LIST = re.compile(
    rf"(?P<list>(?:[\u4e00-\u9fff]{{1,7}}(?P<kind>[{_KINDS}])、)(?:[\u4e00-\u9fff]{{1,7}}(?P=kind)[、和])*[\u4e00-\u9fff]{{1,7}}(?P=kind))"
    rf"(?:这|共|共计)?{_NUMBER}[个座](?P=kind)"
)
_INVITED = re.compile(
    r"应[到参](?:[会加]|代表|人员|委员|人数)?(\d+)[名人位][^。；]{0,10}?实[到参](?:[会加]|代表|人员|委员|人数)?(\d+)[名人位]"
)


def check_listed_counts(material: Material) -> Iterator[Finding]:
    """Questions about counts that the list before them does not have, and more present than there are."""
    for found in material.find(_LIST):
        made = found["list"].count("、") + found["list"].count("和") + 1
        said = int(parse_number(found["count"].replace("两", "二")))
        if made != said and found["list"].count(found["kind"]) == made:
            shown = say("counted", made=made, said=said)
            yield ask(SUM, MEDIUM, say("listed_count"), shown, material.text, Span(*found.span()))
    for found in material.find(_INVITED):
        if int(found[2]) > int(found[1]):
            spans = Span(*found.span(1)), Span(*found.span(2))
            yield ask(ORDER, MEDIUM, say("more_than_all"), f"{found[2]} > {found[1]}", material.text, *spans)
