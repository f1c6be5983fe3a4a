"""What an article knows about itself."""

import pytest

from core.article import Article, Block
from core.text.spans import Span

BLOCKS = (Block("title", Span(0, 4)), Block("lead", Span(5, 9)), Block("body", Span(10, 20)))


@pytest.mark.parametrize(
    ("place", "kind"),
    [(0, "title"), (3, "title"), (4, ""), (5, "lead"), (10, "body"), (19, "body"), (20, "")],
)
def test_the_kind_of_the_block_at_a_place(place: int, kind: str) -> None:
    assert Article(blocks=BLOCKS).kind_at(place) == kind


def test_no_block_is_anywhere_in_an_article_without_any() -> None:
    assert Article().kind_at(0) == ""
