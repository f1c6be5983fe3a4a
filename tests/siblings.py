"""Siblings of an article: the same text about other places and people; nothing is known by heart."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from core.language.lexicon import read_rows
from tests.gold_format import Gold, parse_gold

PEOPLE = {
    "彭瑜": ("梁宇", "方舒", "韩静", "周楠", "罗敏"),
    "刘伯承": ("徐向前", "陈赓", "林觉民", "吴玉章", "方志敏"),
    "聂荣臻": ("叶剑英", "罗荣桓", "粟裕", "许世友", "彭雪枫"),
    "陈独秀": ("李大钊", "瞿秋白", "恽代英", "蔡和森", "邓中夏"),
}
PLACES = re.compile(
    "重庆|万州|渝北|云阳|巴南|丰都|城口|开州|江津|万盛|秀山|合川|荣昌|彭水|黔江|长寿|垫江|大渡口|九龙坡|两江"
    "|海棠镇|云台镇|澄溪镇"
)
KEPT = ("长江", "武陵山区", "万达开", "万开云", "渝东北", "渝东南")


def make_siblings(marked: str, count: int) -> Iterator[Gold]:
    """``count`` versions of the sample's gold text, every place and person consistently another one."""
    shorts = [row for row in read_rows("divisions.tsv") if row[2] and not row[3] and row[0][4:] != "00"]
    towns = [town[3:] for row in read_rows("towns.tsv") for town in row[1].split(" ") if len(town) == 6]
    for number in range(count):
        draw = random.Random(number)
        others = {
            words: draw.choice(
                towns if words.endswith("镇") else [r[2] for r in shorts if len(r[2]) == len(words)]
            )
            for words in PLACES.pattern.split("|")
        }
        others |= {person: draw.choice(names) for person, names in PEOPLE.items()}
        pattern = re.compile("|".join((*KEPT, *others)))
        yield parse_gold(
            pattern.sub(lambda found, new=others: new.get(found[0], found[0]), marked), f"sibling {number}"
        )
