"""Days against the calendar."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"weekday", "date_impossible", "lunar"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("6月17日（星期三），会议在县城举行。", "weekday", "2025年6月17日是星期二"),
    ("星期四（6月17日）上午，会议在县城举行。", "weekday", "2025年6月17日是星期二"),
    ("6月17日正是个星期三，会议在县城举行。", "weekday", "2025年6月17日是星期二"),
    ("6月17日12时，星期三，会议在县城举行。", "weekday", "2025年6月17日是星期二"),
    ("今天是星期四，会议在县城举行。", "weekday", "2025年6月18日是星期三"),
    ("七月十九日（星期日）下午三时，签名会举行。", "weekday", "2025年7月19日是星期六"),
    ("会议于6月20日（农历五月廿五，星期一）举行。", "weekday", "是星期五"),
    ("报名截止时间为6月31日。", "date_impossible", "6月只有30天"),
    ("会议于2月27日至30日举行。", "date_impossible", "2月只有29天"),
    ("列车6时75分发车。", "date_impossible", "有这个时刻吗"),
    ("5月31日是农历五月初六，江边热闹起来。", "lunar", "2025年5月31日是农历五月初五"),
    ("农历五月初四端午节当天，龙舟开赛。", "lunar", "端午节是农历五月初五"),
    ("中秋节（10月7日）前将再抽检一次。", "lunar", "农历八月十六"),
    ("客流最高峰出现在正月初三，即2月1日。", "lunar", "2025年2月1日是农历正月初四"),
    ("6月17日，即农历五月廿二，适逢星期三，会议举行。", "weekday", "2025年6月17日是星期二"),
    ("腊月卅二，大家还在工地上。", "lunar", "农历有这一天吗"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("6月17日（星期二），会议在县城举行。", "it is a Tuesday"),
    ("星期二（6月17日）上午，会议在县城举行。今天是星期三。", "they are"),
    ("展览从6月21日（星期六）到6月22日（星期日）。", "both ends"),
    ("5月31日是农历五月初五端午节。", "it is the day"),
    ("1月28日是农历除夕，2月12日是元宵节。", "New Year's Eve has no fixed day"),
    ("2月3日（春节假期），景区游人如织。", "a holiday, not the day itself"),
    ("2024年2月29日，公司成立。", "a leap year"),
    ("客流最高峰出现在正月初三，即1月31日。", "it is the day"),
    ("农历二月三十日，庙会开始。", "lunar months have 30 days"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)


def test_a_day_may_be_of_the_year_that_the_paragraph_tells_of(asked):
    body = "那是去年2月3日，他去山里抓捕逃犯。2月9日，除夕之夜，他在山上守着。"
    assert [finding.rule for finding in asked(body)] == []
