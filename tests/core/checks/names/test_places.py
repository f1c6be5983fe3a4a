"""Places inside places."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"place_parent"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("记者在巍山彝族自治县采访。", "name_variant", "应为“巍山彝族回族自治县”"),
    ("比赛在湖北省荆州市秭归县举行。", "place_parent", "秭归县在湖北省宜昌市"),
    ("会议在江苏省杭州市举行。", "place_parent", "杭州市在浙江省"),
    ("郴州市最南端的炎陵县通了火车。", "place_parent", "炎陵县属于郴州市吗"),
    ("荆州市下辖的秭归县盛产脐橙。", "place_parent", "秭归县属于荆州市吗"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("记者在巍山彝族回族自治县采访。", "its name"),
    ("比赛在湖北省宜昌市秭归县举行。", "it lies there"),
    ("湖北省仙桃市、潜江市获得表彰。", "ruled by the province itself"),
    ("江西省九江市永修县和浙江省湖州市安吉县结为友好县。", "two chains"),
    ("1950年，四川省万县市云阳县的老乡送来了粮食。", "the divisions of the past"),
    ("株洲市最南端的炎陵县与郴州市相邻的资兴市交界。", "it lies there, and a neighbor"),
    ("合肥市郊区的农户用上了自来水。", "a part of any city"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
