"""What every check reads: patterns in what is checked, however long it is."""

from __future__ import annotations

import re

import pytest

from core.checks import material
from core.checks.material import Material
from core.files.source import source_of
from core.pipeline import open_article

TEXT = "新桥通车了。\n全长一千二百米\n宽二十米。\n车辆从桥上驶过。\n"


@pytest.mark.parametrize("at_once", range(1, len(TEXT) + 1))
def test_a_pattern_is_found_wherever_a_long_text_is_divided(at_once, monkeypatch):
    monkeypatch.setattr(material, "AT_ONCE", at_once)
    article = Material(open_article(source_of(TEXT.encode(), "桥.txt")))
    for pattern, found in (("米\n宽", ["米\n宽"]), ("桥", ["桥", "桥"]), ("。\n?", ["。\n", "。\n", "。\n"])):
        assert [match[0] for match in article.find(re.compile(pattern))] == found
