"""Words of a text, by jieba: loaded when first asked, quietly, with its cache in the user's own folder."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_dir

if TYPE_CHECKING:
    from jieba import Tokenizer


def words_of(text: str) -> list[str]:
    """The words of ``text``, one after another; together they are the text.

    >>> words_of("开展招商引资")
    ['开展', '招商引资']
    """
    return list(_tokenizer().cut(text, HMM=False))


def is_word(words: str) -> bool:
    """Whether the dictionary has it.

    >>> is_word("后来居上"), is_word("后来据上")
    (True, False)
    """
    return bool(_tokenizer().FREQ.get(words))


def dictionary_words(length: int) -> tuple[str, ...]:
    """All words of a length."""
    return tuple(word for word, count in _tokenizer().FREQ.items() if count and len(word) == length)


@cache
def _tokenizer() -> Tokenizer:
    """A tokenizer of jieba; it would else cache in a folder that all users of the machine share."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    folder = Path(user_cache_dir("danqian"))
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(folder)
    tokenizer.initialize()
    return tokenizer
