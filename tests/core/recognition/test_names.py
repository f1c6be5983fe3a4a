"""PER LOC ORG: found, left alone, known failures. The numbers are GUIDELINE's where a case is from there."""

from __future__ import annotations

import pytest

from core.article import ReadingText
from core.recognition import recognize
from core.structure import read_structure
from core.text.spans import Span

FOUND = [
    ("会上，市长张三讲话。", "PER 张三", "1: the office stays outside"),
    ("本报讯（记者 彭瑜 通讯员 李四）昨日，天气晴好。", "PER 彭瑜 | PER 李四", "2: the byline"),
    ("报警人李先生说，张某某和王某先后获救。", "PER 李 | PER 张某某 | PER 王某", "3"),
    ("副攻阿依古丽·买买提和外援汉斯·韦伯得分。", "PER 阿依古丽·买买提 | PER 汉斯·韦伯", "4"),
    ("项目位于江州市临泽县白鹭镇沙洲村。", "LOC 江州市 | LOC 临泽县 | LOC 白鹭镇 | LOC 沙洲村", "6: levels"),
    ("在渝北建厂，去云阳生产。", "LOC 渝北 | LOC 云阳", "7: short forms"),
    ("来自贵州省黔东南苗族侗族自治州从江县", "LOC 贵州省 | LOC 黔东南苗族侗族自治州 | LOC 从江县", "6"),
    ("中美两国的合作", "LOC 中 | LOC 美", "11"),
    ("云岭区人民路128号", "LOC 云岭区 | LOC 人民路128号", "12: a street with its number"),
    ("参观刘伯承同志纪念馆和陈独秀故居。", "ORG 刘伯承同志纪念馆 | LOC 陈独秀故居", "13, 14"),
    (
        "县长王守信、副县长胡兰到会。王县长说，胡县长写。",
        "PER 王守信 | PER 胡兰 | PER 王 | PER 胡",
        "1: a family name with the office that somebody holds",
    ),
    ("公司创始人韩牧之表示，够了。", "PER 韩牧之", "a given name of two characters"),
    (
        "金桥路至仙岳路段封闭，湖明路口可以通行。",
        "LOC 金桥路 | LOC 仙岳路 | LOC 湖明路",
        "12: the road alone",
    ),
    ("平遥国际电影展与釜山国际电影节开幕，马方祝贺。", "", "29: events; 11: a country's side"),
    (
        "记者从花莲秀林乡、屯门和将军澳来。",
        "LOC 花莲 | LOC 秀林乡 | LOC 屯门 | LOC 将军澳",
        "6: Taiwan and Hong Kong",
    ),
    ("合肥讯 公司宣布完成融资。", "LOC 合肥", "2: the word of a report stays outside"),
    ("重庆市渝北区人民法院宣判。", "ORG 重庆市渝北区人民法院", "15: places inside an institution's name"),
    ("同济大学、清华大学等5所高校", "ORG 同济大学 | ORG 清华大学", "18: the class word outside"),
    ("重庆日报报道，新华社转发。", "ORG 重庆日报 | ORG 新华社", "20"),
    ("两地谋划共建澄（溪）海（棠）新区。", "LOC 澄（溪）海（棠）新区", "27"),
    (
        "江南重工股份有限公司（以下简称“江南重工”）盈利。江南重工称",
        "ORG 江南重工股份有限公司 | ORG 江南重工 | ORG 江南重工",
        "short form",
    ),
    ("举报地址：江州市解放路66号", "LOC 江州市 | LOC 解放路66号", "12: a road with a place's name"),
    ("在江州高新区建设工厂", "LOC 江州高新区", "9: a zone is a place"),
    ("江州高新区管委会主任张三说", "ORG 江州高新区管委会 | PER 张三", "9: its office is none"),
    ("教授让-克洛德·贝尔纳作了讲座", "PER 让-克洛德·贝尔纳", "4: a hyphen within"),
    ("今年是中法建交60周年", "LOC 中 | LOC 法", "11"),
    ("县委、县政府还将新建两座冷库。", "ORG 县委 | ORG 县政府", "16"),
    ("在芦溪土家族苗族自治县调研", "LOC 芦溪土家族苗族自治县", "6: an autonomous county that no list has"),
    ("广西壮族自治区交通运输厅厅长王强说", "ORG 广西壮族自治区交通运输厅 | PER 王强", "15"),
    ("近日，松溪县城关镇居民王强说", "LOC 松溪县 | LOC 城关镇 | PER 王强", "6: no 县城"),
    ("在松溪县河畔散步", "LOC 松溪县", "6: a riverside is none"),
    ("平江路上的店铺", "LOC 平江路", "12: what stands on a road"),
    ("副总经理贺兰介绍，车多了。", "PER 贺兰", "1: a person, though a place is called so"),
    ("运动员代表江西，参加比赛。", "LOC 江西", "an office that is a verb as well"),
    (
        "主队取胜。莱万多夫斯基梅开二度，17岁的他笑了。",
        "PER 莱万多夫斯基",
        "a set phrase is no part of a name",
    ),
    ("项目由北风新能源投资18.64亿元建设", "ORG 北风新能源", "what it does stands before an amount: a verb"),
    ("江铃汽车、京东健康参加", "ORG 江铃汽车 | ORG 京东健康", "a company with what it does"),
    ("中国科学院新疆生态与地理研究所发布", "ORG 中国科学院新疆生态与地理研究所", "17: department and mother"),
    ("新疆维吾尔自治区林业和草原局宣布", "ORG 新疆维吾尔自治区林业和草原局", "15"),
    ("海口美兰国际机场取消航班", "LOC 海口美兰国际机场", "12"),
    ("华阳新材报12.36元，华阳新材料股份有限公司说", "ORG 华阳新材 | ORG 华阳新材料股份有限公司", "a price"),
    ("柳河师范学院党委书记王强到会", "ORG 柳河师范学院 | PER 王强", "1: the office stays outside"),
    ("苏州图书馆、清江苏区革命纪念馆开放", "ORG 苏州图书馆 | ORG 清江苏区革命纪念馆", "13"),
    ("“焊缝要像镜子。”老王对徒弟小郑说。", "PER 老王 | PER 小郑", "3"),
    ("雨停了。\n（图片均由龙梅拍摄）", "PER 龙梅", "2: what is done with pictures"),
    ("法国大使、外交部欧洲司参赞秦岚到场", "LOC 法国 | ORG 外交部欧洲司 | PER 秦岚", "17"),
    ("57岁的老王开着三轮车", "PER 老王", "3"),
    ("微软和司法部之间的谈判", "ORG 微软 | ORG 司法部", "two bodies"),
    ("中国男队对丹麦男队一役", "ORG 中国男队 | ORG 丹麦男队", "21"),
    ("工商银行湖南省分行营业部", "ORG 工商银行湖南省分行营业部", "17"),
    ("吐鲁番盆地气温升高，松花江畔结冰。", "LOC 吐鲁番盆地 | LOC 松花江", "8: a bank is none"),
    ("杭州湾跨海大桥双向限速", "LOC 杭州湾跨海大桥", "12"),
    ("韩亚银行（中国）有限公司正式发行借记卡", "ORG 韩亚银行（中国）有限公司", "23"),
    ("中国女队打印尼女队", "ORG 中国女队 | ORG 印尼女队", "21: two teams"),
    ("西班牙足协展开调查", "ORG 西班牙足协", "15"),
    ("覆盖万达开、万开云及周边", "LOC 万达开 | LOC 万开云", "7"),
]
LEFT_ALONE = [
    ("新能源汽车产量突破30万辆", "a class of goods"),
    ("智能网联新能源汽车、新能源汽车产业集群", "a class of goods"),
    ("城中村改造启动", "a class of place"),
    ("李子熟了，小麦也收了，白菜便宜。", "crops that begin as family names do"),
    ("小康路上，老家的小麦", "words with 小 and 老"),
    ("多家企业和社会各界捐款", "class words"),
    ("全市各县干部群众，我市两地居民。", "10: no names"),
    ("为北京冬奥会做志愿者", "29: an event"),
    ("说着四川话", "30: a fixed word"),
    ("公司负责人和该企业员工说", "22: class words"),
    ("高速公路上", "a class of place"),
    ("台风“杜苏芮”登陆", "an event"),
]


def _names(text: str) -> str:
    mentions = recognize(ReadingText.of_body(text, text))
    return " | ".join(f"{m.label} {m.span.of(text)}" for m in mentions if m.label in {"PER", "LOC", "ORG"})


@pytest.mark.parametrize(("text", "names", "comment"), FOUND)
def test_found(text: str, names: str, comment: str) -> None:
    assert _names(text) == names, comment


@pytest.mark.parametrize(("text", "comment"), LEFT_ALONE)
def test_left_alone(text: str, comment: str) -> None:
    assert _names(text) == "", comment


def test_a_name_found_once_is_found_everywhere() -> None:
    text = "江州市政府介绍，江州市政府门前\n江州市政府"
    assert _names(text).count("江州市政府") == 3


def test_a_class_word_as_short_form_is_no_name() -> None:
    text = "江南重工股份有限公司（以下简称“公司”）盈利，公司称"
    assert _names(text) == "ORG 江南重工股份有限公司"


def test_makers_in_credits_are_persons() -> None:
    text = "题目很短\n正文在这里结束了。\n[责任编辑：ruirui]"
    reading = ReadingText(text, text, read_structure(text, text).blocks)
    place = text.index("ruirui")
    assert [m.span for m in recognize(reading) if m.label == "PER"] == [Span(place, place + 6)]
