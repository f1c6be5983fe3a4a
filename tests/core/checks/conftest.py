"""Articles of a few lines, read, marked and asked about as any other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.checks import find_findings
from core.document import Document, Finding
from core.files.source import source_of
from core.pipeline import mark, open_article

PAGE = "{title}\n\n2025年6月18日　星期三　记者　陆之遥\n\n{body}\n"


def document_of(body: str, title: str = "海丰县召开工作会议") -> Document:
    """The marked document of an article of 18 June 2025."""
    text = PAGE.format(title=title, body=body)
    return mark(open_article(source_of(text.encode(), "article.txt")))


@pytest.fixture(scope="session")
def asked() -> Callable[..., list[Finding]]:
    """What is asked about an article with this body (and title)."""

    def ask_about(body: str, title: str = "海丰县召开工作会议") -> list[Finding]:
        return list(find_findings(document_of(body, title)))

    return ask_about


@pytest.fixture(scope="session")
def marked() -> Callable[..., Document]:
    """The marked document of an article with this body."""
    return document_of
