"""The figures table: what each figure is about. An empty column is no failure, a wrong one is."""

import pytest

from core.article import Article
from core.document import Annotation, Document, ScriptChoice, SourceRecord
from core.figures import COLUMNS, MEANT_WITHIN, figures
from core.figures.lines import figure_lines
from core.text.spans import Span
from core.wording.times import time_in_words
from tests.figure_labels import score_aspects
from tests.gold_format import parse_gold
from tests.scoring import reading_of


def document_of(marked):
    """A document with the marks of a gold text."""
    gold = parse_gold(marked)
    marks = tuple(
        Annotation(f"a{place}", mark.label, mark.span, mark.span.of(gold.text), mark.span, mark.value)
        for place, mark in enumerate(gold.marks)
    )
    source = SourceRecord("article.txt", 0, "", "utf-8", "lf", "plain/1")
    article = Article(blocks=reading_of(gold).blocks)
    return Document(
        source, gold.text, ScriptChoice("hans", "hans"), gold.text, article=article, annotations=marks
    )


def row_of(marked):
    return next(row for row in figures(document_of(marked)) if row.amount)


# marked text, subject, predicate, comparison, holder, time
ABOUT = [
    (
        '截至[[DATE|2021年11月底|{"timex":"2021-11","mod":"END"}]]，累计落实到位对口帮扶资金[[MONEY|4.24亿元|{"amount":"424000000"}]]。',
        ("对口帮扶资金", "累计落实到位", "", "", "2021-11"),
    ),
    (
        '[[DATE|今年上半年|{"timex":"2023-H1"}]]，[[LOC|青溪县]]实现地区生产总值86.4亿元，同比增长[[PERCENT|7.2%|{"amount":"7.2"}]]。',
        ("", "增长", "同比", "青溪县", "2023-H1"),
    ),
    (
        '规模以上工业增加值比[[DATE|上年|{"timex":"2022"}]]增长[[PERCENT|8.1%|{"amount":"8.1"}]]。',
        ("规模以上工业增加值", "增长", "比上年", "", ""),  # what it is compared with governs nothing
    ),
    (
        '公司钢板采购均价降至[[MONEY|3850元|{"amount":"3850"}]]/吨。',
        ("公司钢板采购均价", "降至", "", "", ""),
    ),
    (
        '[[LOC|黔江区]]向[[LOC|重庆高新区]]出售[[MEASURE|8.46万亩|{"amount":"84600"}]]林地，',
        ("林地", "出售", "", "黔江区", ""),
    ),
    (
        '[[ORG|县医院]]派出[[COUNT|两支|{"amount":"2"}]]医疗队。',
        ("医疗队", "派出", "", "县医院", ""),
    ),
    (
        '县农业农村局局长[[PER|田茂林]]介绍，全县已培育茶叶加工企业[[COUNT|126家|{"amount":"126"}]]。',
        ("茶叶加工企业", "已培育", "", "", ""),  # who speaks holds nothing
    ),
    (
        '学校占地面积[[MEASURE|170亩|{"amount":"170"}]]，',
        ("学校占地面积", "", "", "", ""),
    ),
    (
        '村民老田[[DATE|今年|{"timex":"2023"}]]58岁，家里有[[MEASURE|6亩|{"amount":"6"}]]坡地。',
        ("坡地", "有", "", "", ""),  # a time within another clause does not govern this one
    ),
    (
        '研发投入高，占营收[[PERCENT|4.1%|{"amount":"4.1"}]]，',
        ("", "占", "", "", ""),
    ),
    (
        '一般公共预算收入[[MONEY|518.6亿元|{"amount":"51860000000"}]]，',
        ("一般公共预算收入", "", "", "", ""),  # 共 of 公共 is no adverb, 预算 no act
    ),
    (
        '日均接诊[[COUNT|640人次|{"amount":"640"}]]，',
        ("", "日均接诊", "", "", ""),
    ),
    (
        '单日客流首破[[NUMBER|2万|{"amount":"20000"}]]，',
        ("", "", "", "", ""),
    ),
    (
        '近[[DURATION|两年来|{"timex":"P2Y"}]]培训机构减至[[COUNT|5家|{"amount":"5"}]]，',
        ("培训机构", "减至", "", "", ""),  # how long is no part of the thing
    ),
    (
        '医保报销后[[SET|每年|{"timex":"P1Y"}]]自付不足[[MONEY|500元|{"amount":"500"}]]，',
        ("", "", "", "", ""),
    ),
    (
        '做了一批，比[[DATE|去年|{"timex":"2023"}]]多做[[COUNT|200个|{"amount":"200"}]]，',
        ("", "", "", "", ""),
    ),
    (
        '[[ORG|中国工程院]]院士[[PER|郑怀远]]享年[[MEASURE|96岁|{"amount":"96"}]]，',
        ("", "享年", "", "郑怀远", ""),
    ),
    (
        '连续[[ORDINAL|第11次|{"amount":"11"}]]，',
        ("", "", "", "", ""),
    ),
    (
        '公司拟将[[COUNT|三个|{"amount":"3"}]]，',
        ("", "", "", "", ""),
    ),
]  # fmt: skip


def test_the_line_of_a_time_says_all_of_it():
    value = '{"timex":"P1W","quant":"EVERY","on":"XXXX-WXX-4","also":["XXXX-WXX-6"]}'
    marked = f"[[SET|每周四、周六|{value}]]开放。"
    [line] = figure_lines(document_of(marked))
    assert time_in_words(line.time, "zh") == "每周（周四、周六）"


@pytest.mark.parametrize(("marked", "expected"), ABOUT)
def test_a_figure_says_what_it_is_about(marked, expected):
    row = row_of(marked)
    assert (row.subject, row.predicate, row.comparison, row.holder, row.timex) == expected


def test_traditional_text_is_explained_in_its_own_characters():
    row = row_of('累計落實到位對口幫扶資金[[MONEY|4.24億元|{"amount":"424000000"}]]。')
    assert (row.subject, row.predicate) == ("對口幫扶資金", "累計落實到位")


def test_rows_are_the_live_quantities_and_times_in_reading_order(sample):
    rows = figures(document_of(sample))
    assert [row.start for row in rows] == sorted(row.start for row in rows)
    assert len(rows) >= 60
    first = next(row for row in rows if row.quote == "4.24亿元")
    assert (first.label, first.amount, first.unit, first.block) == ("MONEY", "424000000", "CNY", "body")
    assert first.quote in first.sentence


def test_columns_are_those_of_the_table():
    assert " ".join(COLUMNS) == (
        "start end quote label amount to unit approx timex mod "
        "subject predicate comparison holder sentence block"
    )


def test_every_explanation_is_a_stretch_of_its_sentence(sample):
    for row in figures(document_of(sample)):
        for words in (row.subject, row.predicate, row.comparison, row.holder):
            assert words in row.sentence, row


def test_rejected_marks_have_no_row():
    document = document_of('实施项目[[COUNT|184个|{"amount":"184"}]]。')
    mark = document.annotations[0]
    rejected = Annotation(
        mark.id, mark.label, Span(4, 8), mark.quote, mark.source, mark.value, status="rejected"
    )
    assert (
        figures(
            Document(document.source, document.text, document.script, document.text, annotations=(rejected,))
        )
        == ()
    )


@pytest.fixture(scope="module")
def sample():
    from core.assets import RESOURCES

    path = RESOURCES.parent / "tests" / "data" / "articles" / "chongqing" / "gold.txt"
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["a", "b", "c"])
def test_what_is_said_of_labelled_figures_is_right(folder):
    scores, notes = score_aspects(folder)
    for aspect, each in scores.items():
        assert min(each.precision, each.recall + 0.13) >= 0.9, (aspect, each, notes)


def test_a_clause_that_leans_keeps_the_subject_of_the_one_before():
    document = document_of(
        '公司营业收入[[MONEY|36亿元|{"amount":"36"}]]，同比增长[[PERCENT|12%|{"amount":"12","unit":"%"}]]。'
    )
    assert [row.subject for row in figures(document)] == ["公司营业收入", "公司营业收入"]


def test_a_word_for_a_place_or_firm_takes_the_name_given_before():
    marked = '[[LOC|青溪县]]发布公报。全县接待游客[[COUNT|5万人次|{"amount":"50000"}]]。'
    assert row_of(marked).holder == "青溪县"
    assert row_of(marked.replace("县发", "镇发").replace("青溪县", "青溪镇")).holder == ""
    far = marked.replace("公报。", f"公报。{'此事不提。' * (MEANT_WITHIN // 5)}")
    assert row_of(far).holder == ""


@pytest.mark.parametrize(
    "byline",
    [
        "本报讯（记者 [[PER|王小明]]）",
        "本报讯（记者 [[PER|王小明]] 通讯员 [[PER|赵国强]]）",
        "[[ORG|新华社]][[LOC|北京]]5月6日电（[[ORG|新华社]]记者 [[PER|王小明]]）",
        "（编辑：[[PER|王小明]]）",
    ],
)
def test_who_reports_holds_no_figure(byline):
    marked = '[[DATE|今年|{"timex":"2024"}]]全市完成投资[[MONEY|12亿元|{"amount":"1200000000"}]]，'
    change = '同比增长[[PERCENT|8%|{"amount":"8","unit":"%"}]]。'
    for row in figures(document_of(byline + marked + change)):
        assert row.holder == ""
    named = document_of(byline + "[[LOC|江州市]]" + marked.replace("全市", "") + change)
    assert {row.holder for row in figures(named) if row.label == "MONEY"} == {"江州市"}
