"""One name in two forms."""

from __future__ import annotations

from core.checks.material import Material
from core.checks.names.name_doubts import Variant, doubt
from core.checks.names.name_forms import Known
from core.text.spans import Span
from tests.core.checks.asking import make_tests

RULES = {"name_variant"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("郭家庄村民说，路通了。郭家庙村民的桃子卖到省城。郭家庄去年脱贫。", "name_variant", "郭家庙"),
    ("65岁的郑长青走在前面，身后是孙女郑小梅。郑小玫今年19岁。", "name_variant", "郑小玫"),
    ("瓦匠师傅邰云山今年67岁。邵云山说，桥要修好。", "name_variant", "邵云山"),
    (
        "芬兰陶艺家莱赫托宁来访。莱赫托宁说，瓷好。陶艺家莱赫宁告诉记者，他还要来。",
        "name_variant",
        "“莱赫宁”应为“莱赫托宁”",
    ),
    ("县水利局局长傅连江讲话。记者随后见到局长傅连红，问起水库。", "name_variant", "“傅连江”还是“傅连红”"),
    ("海岚精密制造有限公司（下称“海南精密”）发布年报。", "name_variant", "“海南精密”应为“海岚精密”"),
    (
        "县疾控中心主任苏佩文介绍，疫情已经平稳。苏佩文还说，疫苗充足。苏佩雯提醒市民戴口罩。",
        "name_variant",
        "“苏佩雯”应为“苏佩文”",
    ),
    (
        "县里设立福满源养老公司（以下简称福满源公司）。福满源公司收费，福满园公司不退。",
        "name_variant",
        "福满园公司",
    ),
    ("村医丁月娴守了山村40年。丁月娴说，路通了。丁月婉今年62岁。", "name_variant", "“丁月婉”应为“丁月娴”"),
    # Not taken for names: who says something, and a name that stands twice.
    ("馆长霍允文介绍了展览。霍允文说，展览免费。\n霍允之回应说，明年还办。", "name_variant", "霍允之"),
    ("馆长祁望远介绍了展览。祁望远说，展览免费。\n祈望远告诉记者，明年还办。", "name_variant", "祈望远"),
    # The place that a body is named by.
    ("宁浦市医疗保障局发布通告。国家税务总局宁蒲市税务局参加。", "name_variant", "宁蒲市"),
    ("馆长何一鸣介绍了展览。何一鸣说，展览免费。观众问何一呜何时闭馆。", "name_variant", "“何一呜”"),
    ("记者采访了陆长河。陆长河是船工。陆常河的船停在码头。", "name_variant", "“陆常河”应为“陆长河”"),
    ("工程师孟庆河住在三楼。孟庆河说，水管坏了。孟庆和与邻居一起修好了。", "name_variant", "“孟庆和”"),
    ("岭口坑村修了路，坑底村没有。坑底村的老人盼着。坎底村的孩子也盼着。", "name_variant", "“坎底村”"),
    (
        "遂阳是茶乡。遂阳县有茶园20万亩，遂阳茶农有8万人。遂杨的茶卖到了欧洲。",
        "name_variant",
        "“遂杨”应为“遂阳”",
    ),
    ("“云雀”号潜水器入列。“云鹊”号设计深度7000米，“云雀”号长8米。", "name_variant", "“云鹊”应为“云雀”"),
    (
        "江苏润禾工程咨询有限公司（以下简称“润禾咨询”）中标。联系人：润和咨询卞女士。",
        "name_variant",
        "“润和咨询”应为“润禾咨询”",
    ),
    (
        "青田果满园苹果专业合作社今年丰收。记者在果满源合作社看到，工人正在装箱。",
        "name_variant",
        "“果满源合作社”应为“果满园合作社”",
    ),
    (
        "南台农村商业银行股份有限公司（以下简称“南台农商银行”）发布年报。南合农商银行副行长解释了原因。",
        "name_variant",
        "“南合农商银行”",
    ),
    ("电影《灯塔以南》上映。《灯塔以南》由陈默执导。档案：片名《灯塔以北》。", "name_variant", "“灯塔以北”"),
    ("醴攸铁路开工。醴攸铁路全长98公里。建成后，澧攸铁路将设6座车站。", "name_variant", "“澧攸铁路”"),
    ("馆长裴景鸿介绍了展览。裴景红说，展览免费。", "name_variant", "“裴景鸿”还是“裴景红”"),
    ("松阳产茶。茶商说，松阳茶好，松阳人勤。松杨的茶卖到了欧洲。", "name_variant", "“松杨”应为“松阳”"),
    ("各地围绕“景园共建”等领域合作，开展“景区共建”项目22个。", "name_variant", "一种说法，两种写法"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("总教练廖恩赐到场。教练廖恩慈是廖恩赐的弟弟，廖恩赐笑了。", "brothers"),
    ("大理是古城。大理多雨，大理风大。大丽高速通车。", "a road to two places"),
    ("获奖的是张伟和张炜。张伟开桥吊，张炜搞自动化，张伟先到。", "two people of two characters"),
    ("龙沙乡和龙河乡同时降雨，龙沙乡214毫米，龙河乡187毫米。", "two places"),
    ("“晓星一号”已发射，“晓星二号”将于明年发射。", "numbered"),
    ("他在北京逝世。北京市的老同事前来送别。", "a word that begins with the name's end"),
    ("县教育局局长赵明辉和县体育局局长孙立都到了。县教育局还发了通知。", "two bureaus"),
    ("个体户赵敬臣不在家。其弟赵敬忠说，赵敬忠的哥哥出门了。赵敬忠很着急。", "brothers"),
    (
        "队长王建国先到，随后到的是王建国的战友李平，厨师王建军最后到。王建国最年长。",
        "introduced by his work",
    ),
    ("名单：王秀兰、王秀芬、李翠。王秀兰说，大家都来了。", "a list"),
    ("青石镇坑底村和白马镇的坎底村都修了路。坑底村在东，坑底村的路宽。", "one sentence tells them apart"),
    ("1号线和2号线开通。市一中和市二中放假，市一中先放。", "numbered"),
    ("上游村和下游村合办学校。上游村出地，上游村出钱。下游村出人。", "a pair"),
    ("县财政局拨款。县财政局说，钱已到位。县民政局负责发放。", "bodies of two kinds"),
    ("“法制国家”与“法治国家”有别。法治国家更重程序。", "both are words"),
    ("军民共建“文明旅游村”、“文明旅游点”。", "a series"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)


def test_a_name_may_hold_a_sign_that_patterns_use(marked):
    document = marked("王小强(说路通了。王晓强(走了。")
    known = {words: Known(words, frozenset({"PER"}), 1) for words in ("王小强(", "王晓强(")}
    place = document.text.index("王晓强(")
    near = Span(0, len(document.text))
    variant = Variant(known["王小强("], "王晓强(", (Span(place, place + 4),), known, near)
    assert doubt(Material(document), variant) == "low"


def test_a_name_is_held_against_those_of_its_part_of_a_long_text(asked):
    article = "村民{0}说，路通了。{0}家门口就有车。乡长{1}到场。\n"
    filling = "天气晴朗，道路畅通。" * 700 + "\n"
    text = article.format("李慕青", "李慕清") + filling + article.format("陈佩文", "陈佩雯")
    places = [f.places for f in asked(text) if f.rule == "name_variant"]
    assert [[place.quote for place in each] for each in places] == [
        ["李慕青", "李慕清"],
        ["陈佩文", "陈佩雯"],
    ]
    assert places[1][0].span.start > len(filling)


def test_a_name_in_two_scripts_is_asked_about_at_both_places(asked):
    body = "「舞鶴國小靠著古少杰贏得比賽。」教練說。古少傑八場打出三支全壘打。"
    found = [finding for finding in asked(body, "舞鶴國小贏得棒球賽") if finding.rule == "name_variant"]
    assert [[place.quote for place in finding.places] for finding in found] == [["古少杰", "古少傑"]]
