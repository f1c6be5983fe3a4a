"""Ages against years of birth."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"age", "order"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("今年58岁的村民庄建平从18岁起就跟着考古队，干了整整50年。", "order", "相差40年，不是50年"),
    ("孙德明（1932—2019），终年78岁，著名作物学家。", "age", "2019 - 1932 = 87，不是78"),
    ("队长郑家旺今年57岁，1978年出生。", "age", "2025 - 1978 = 47，不是57"),
    ("李慕青1931年生于江苏。1953年，李慕青26岁，进入研究所工作。", "age", "1953 - 1931 = 22，不是26"),
    ("55岁的驾驶员周卫东说起往事。他1979年出生，先后开过五条线路。", "age", "2025 - 1979 = 46，不是55"),
    ("92岁的王桂兰坐在院里。1955年，28岁的王桂兰嫁到村里。", "age", "年龄前后不符"),
    ("66岁的邓国富种了半辈子柑橘，老伴比他小4岁，今年64岁。", "age", "66 - 4 = 62，不是64"),
    ("她今年29岁，丈夫比她大3岁，现年34岁，两人都是教师。", "age", "29 + 3 = 32，不是34"),
    ("画师今年48岁，生于1967年3月。", "age", "2025 - 1967 = 58，不是48"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("她1926年5月出生，今年99岁，身边坐着78岁的大儿子。", "a child's age"),
    ("今年58岁的村民庄建平从18岁起就跟着考古队，干了整整40年。", "the years between"),
    ("孙德明（1932—2019），终年87岁，著名作物学家。", "the years of a life"),
    ("队长郑家旺今年47岁，1978年出生，从20岁开始划龙舟。", "two ages, two times"),
    ("张炜比张伟小8岁，1990年出生，今年35岁。", "a difference of ages"),
    ("他2001年出生，今年24岁，15岁进入青训营。", "an age at another time"),
    ("李慕青1931年出生，享年95岁。", "the old way of counting"),
    ("66岁的邓国富1959年出生，老伴比他小4岁，今年62岁。", "the difference"),
    ("她29岁，哥哥比她大3岁，哥哥的孩子今年6岁。", "a third person's age"),
    ("他比冠军小3岁，今年17岁。", "the other's age is not told"),
    ("今年70岁的李明和1990年出生的儿子李强一起参赛。", "two people"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
