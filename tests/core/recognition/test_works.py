"""WORK: found, left alone, known failures."""

from __future__ import annotations

import pytest

from core.article import ReadingText
from core.recognition.works import find_works

FOUND = [
    (
        "签订《2021年对口协同发展年度工作协议》。",
        ["《2021年对口协同发展年度工作协议》"],
        "title marks belong to it",
    ),
    ("《“十四五”规划〈草案〉》公布", ["《“十四五”规划〈草案〉》"], "marks inside marks"),
    ("《甲》《乙》和《丙》", ["《甲》", "《乙》", "《丙》"], "a row of titles"),
    ("根据渝府发〔2021〕5号文件", ["渝府发〔2021〕5号"], "the office's letters, not the verb before"),
    ("下发江防指〔2020〕18号通知", ["江防指〔2020〕18号"], "a verb directly in front"),
    ("并以青府发〔2021〕5号文件明确", ["青府发〔2021〕5号"], ""),
    ("国办发[2019]12号", ["国办发[2019]12号"], "square brackets, as typed"),
    ("国家标准GB/T 15835规定", ["GB/T 15835"], ""),
    ("符合GB 2760-2014、ISO 9001要求", ["GB 2760-2014", "ISO 9001"], ""),
    ("江州法院（2021）渝0112民初1234号判决", ["（2021）渝0112民初1234号"], "a case"),
    ("签订“横向生态补偿提高森林覆盖率协议”", ["“横向生态补偿提高森林覆盖率协议”"], "a quoted document"),
]
LEFT_ALONE = [
    ("《", "a lone mark"),
    ("《没有结束的标题", "never closed"),
    ("》《", "the wrong way round"),
    ("《》", "nothing inside"),
    ("他说“我们达成了协议”", "speech that ends in the word"),
    ("2021年5号楼", "no document number"),
    ("华为Mate60", "a product"),
]


def _works(text: str) -> list[str]:
    mentions = find_works(ReadingText.of_body(text, text))
    return [m.span.of(text) for m in sorted(mentions, key=lambda m: m.span)]


@pytest.mark.parametrize(("text", "works", "comment"), FOUND)
def test_found(text: str, works: list[str], comment: str) -> None:
    assert _works(text) == works, comment


@pytest.mark.parametrize(("text", "comment"), LEFT_ALONE)
def test_left_alone(text: str, comment: str) -> None:
    assert _works(text) == [], comment
