import pytest

from core.wording import grouped, value_in_words

CASES = [
    ("MONEY", {"amount": "424000000", "unit": "CNY"}, "424,000,000 元", "424,000,000 CNY"),
    ("MONEY", {"amount": "6000", "to": "8000", "unit": "CNY"}, "6,000—8,000 元", "6,000 to 8,000 CNY"),
    ("MONEY", {"amount": "8000", "unit": "CNY", "per": "mu"}, "8,000 元/亩", "8,000 CNY/mu"),
    ("PERCENT", {"amount": "10", "to": "15", "unit": "%"}, "10—15%", "10 to 15%"),
    ("PERCENT", {"amount": "1.5", "unit": "pp"}, "1.5 个百分点", "1.5 percentage points"),
    ("NUMBER", {"amount": "3", "ratio": "2"}, "3 : 2", "3 : 2"),
    ("NUMBER", {"amount": "1/3", "approx": "less"}, "近 1/3", "almost 1/3"),
    ("COUNT", {"amount": "100", "unit": "个", "approx": "at_least"}, "100 个以上", "at least 100 个"),
    ("MEASURE", {"amount": "-3", "unit": "°C"}, "-3°C", "-3°C"),
    ("DATE", {"timex": "2021-11", "mod": "END"}, "2021年11月底", "end of November 2021"),
    ("DATE", {"timex": "2021/.."}, "2021年以来", "since 2021"),
    ("DATE", {"timex": "../2024-10-01"}, "2024年10月1日以前", "until 1 October 2024"),
    ("DATE", {"timex": "2024-10-01", "mod": "BEFORE"}, "2024年10月1日以前", "before 1 October 2024"),
    ("TIME", {"timex": "T07:00", "mod": "BEFORE"}, "07:00以前", "before 07:00"),
    ("DATE", {"timex": "2015", "mod": "AFTER"}, "2015年以后", "after 2015"),
    (
        "DATE",
        {"timex": "2021-12", "also": ["2022-01"]},
        "2021年12月、2022年1月",
        "December 2021, January 2022",
    ),
    ("DATE", {"timex": "198"}, "20世纪80年代", "1980s"),
    ("DATE", {"timex": "19"}, "20世纪", "20th century"),
    ("DATE", {"timex": "2021-Q3"}, "2021年三季度", "third quarter of 2021"),
    ("DATE", {"timex": "XXXX-12-29"}, "12月29日", "29 December"),
    ("DATE", {"timex": "PAST_REF"}, "近期（过去）", "in the recent past"),
    ("TIME", {"timex": "2022-01-05T08:40"}, "2022年1月5日 08:40", "5 January 2022 08:40"),
    ("TIME", {"timex": "2022-01-05TMO"}, "2022年1月5日上午", "5 January 2022 morning"),
    ("DURATION", {"timex": "PT1H30M"}, "1小时30分钟", "1 hour 30 minutes"),
    ("DURATION", {"timex": "P3Y/P5Y", "mod": "APPROX"}, "约3—5年", "about 3 to 5 years"),
    ("SET", {"timex": "P1W", "quant": "EVERY", "on": "XXXX-WXX-3"}, "每周（周三）", "every week (Wednesday)"),
    (
        "SET",
        {"timex": "P1W", "quant": "EVERY", "on": "XXXX-WXX-1/XXXX-WXX-5"},
        "每周（周一至周五）",
        "every week (Monday to Friday)",
    ),
    (
        "SET",
        {"timex": "P1W", "quant": "EVERY", "on": "XXXX-WXX-2TEV", "also": ["XXXX-WXX-4TEV"]},
        "每周（周二 晚上、周四 晚上）",
        "every week (Tuesday evening, Thursday evening)",
    ),
    ("SET", {"timex": "P3D", "quant": "EVERY"}, "每3天", "every 3 days"),
    ("MONEY", {}, "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("label", "value", "chinese", "english"), CASES)
def test_a_value_is_worded_in_both_languages(label, value, chinese, english):
    assert value_in_words(value, label, "zh") == chinese
    assert value_in_words(value, label, "en") == english


def test_thousands_are_grouped_without_touching_decimals_or_fractions():
    assert [grouped(amount) for amount in ("1000", "-1234567.8901", "0.55", "2/3")] == [
        "1,000",
        "-1,234,567.8901",
        "0.55",
        "2/3",
    ]
