"""Wrong words."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"word"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("占比提高了3个百分比。", "word", "“百分比”应为“百分点”"),
    ("必须时可向村委会求助。", "word", "应为“必要时”"),
    ("会议要求，各部门要加大投人，确保安全。", "word", "“投人”应为“投入”"),
    ("孩子们在操场上欢生笑语不断。", "word", "“欢生笑语”应为“欢声笑语”"),
    ("游客络译不绝。", "word", "“络译不绝”应为“络绎不绝”"),
    ("公司董事会审义通过了利润分配方案。", "word", "“审义”应为“审议”"),
    ("专家提醒，高温天气要主意防暑降温。", "word", "“主意”应为“注意”"),
    ("消防救援人员迅速感到现场，展开扑救。", "word", "“感到”应为“赶到”"),
    ("县里对工作进行了布署。", "word", "“布署”应为“部署”"),
    ("截止6月底，已完成30个。", "word", "应为“截至”"),
    ("报名截至时间为本月底。", "word", "应为“截止”"),
    ("收入大大的增加了。", "word", "应为“地”"),
    ("考生必需携带身份证。", "word", "应为“必须”"),
    ("线路全长全长32.6公里。", "word", "“全长”重复"),
    ("约300人左右参加。", "word", "“约”与“左右”重复"),
    ("全乡己完成秋收。", "word", "“己”应为“已”"),
    ("工程己经完工。", "word", "“己”应为“已”"),
    ("这笔帐要算清楚。", "word", "“帐”应为“账”"),
    ("字迹模糊，几不可辩。", "word", "“辩”应为“辨”"),
    ("法院裁定自投标截至之日起生效。", "word", "“截至”应为“截止”"),
    ("他高兴的说：“今年收成好。”", "word", "“的”应为“地”"),
    ("天气变的越来越冷。", "word", "“的”应为“得”"),
    ("他们一家在海边渡过了春节。", "word", "“渡过”应为“度过”"),
    ("会议强调要加强安全监菅。", "word", "“安全监菅”应为“安全监管”"),
    ("专家对项目进行了平估，结论是可行。", "word", "“平估”应为“评估”"),
    ("法院判决被告赔尝原告损失。", "word", "“赔尝”应为“赔偿”"),
    ("新设备让生产事半功陪。", "word", "“事半功陪”应为“事半功倍”"),
    ("孩子们换上了了新衣。", "word", "“了”重复"),
    ("会议在在县城举行。", "word", "“在”重复"),
    ("雕像高5公尺。", "word", "“公尺”不是法定计量单位"),
    ("他们再接再励，完成了任务。", "word", "再接再厉"),
    ("他的事迹可歌可泪。", "word", "“可歌可泪”应为“可歌可泣”"),
    ("这些担心并非无礼取闹。", "word", "“无礼取闹”应为“无理取闹”"),
    ("各单位要高度重视视，抓好落实。", "word", "“视”重复"),
    ("他仔细的检查了每一个零件。", "word", "“的”应为“地”"),
    ("孩子们玩的很开心。", "word", "“的”应为“得”"),
    ("阳光是作物生长必须的条件。", "word", "“必须”应为“必需”"),
    ("意见征集于6月30日截至。", "word", "“截至”应为“截止”"),
    ("现场反映热烈，掌声不断。", "word", "“反映”应为“反应”"),
    ("学生的受教育权力不容侵害。", "word", "“权力”应为“权利”"),
    ("她激动得握住记者的手。", "word", "“得”应为“地”"),
    ("这是他们辛勤劳动地成果。", "word", "“地”应为“的”"),
    ("全体党员要发挥先锋模范做用。", "word", "应为“模范作用”"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("她在村里的网店上卖鱼，观影人次不多。", "words that no text of the model has"),
    ("公司有研发人员30人，其中长征五号团队12人。", "words that differ from others in one character"),
    ("村民的注意力都在水情上。", "the right word of two that are confused"),
    ("报名截止6月30日，逾期不候。", "截止 ends here"),
    ("截止到6月底，已完成30个。", "截止到 is right"),
    ("账户和帐篷都准备好了，部署已经完成。", "the right words"),
    ("占全部份额的三成。", "two words"),
    ("生活必需品和必需的药品已送到。", "what is needed"),
    ("大家讨论讨论，一步一步地办。", "said twice on purpose"),
    ("为了了解情况，他们听了了解情况的人介绍。", "了解"),
    ("与与会者交谈，在在建工地走访，和和平区联合执法。", "words that begin with the one before"),
    ("知己知彼，严于律己；牧民住进帐篷，双方辩论，此事与己无关。", "in their own words"),
    ("截至6月底，报名已经截止；截至日前，已有三百人。", "both are right"),
    ("交警支队支队长到场，根据根据地的经验办。", "a longer word follows"),
    ("塔高62英里（约100公里），游泳池长50米。", "said in a lawful unit as well"),
    ("群众反映强烈，化学反应剧烈，他度过了童年，渡过了难关。", "both are right"),
    ("戍边战士、甲戌年、己亥年。", "years of the cycle"),
    ("他告诉记者，变化是明显的，说的很重要的话要记住。", "nouns"),
    ("有了显著的提高，目的的确达到了。", "a noun, and 的确"),
    (
        "他把一筐筐李子一担担挑到车上，‘夏夏’号渔船泊在岸边，小商标标识不清。",
        "no slips",
    ),
    ("得到很好的执行，听到肯定的回答，他是年轻的，房子住得下。", "nouns, and what can be done"),
    ("鲁荣渔号出海，鲁荣渔号返航。", "what stands there again is no slip"),
    ("群众热烈地讨论着村规民约，说的很多话都在理。", "rightly used"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)


def test_a_wrong_word_weighs_more_than_a_word_that_stands_twice(asked):
    severities = {f.message[:4]: f.severity for f in asked("县里作了布署。线路全长全长32.6公里。")}
    assert severities == {"“布署”": "medium", "“全长”": "low"}
