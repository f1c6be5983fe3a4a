"""Words of a text, by jieba: loaded when first asked, quietly, with its cache in the user's own folder."""

from __future__ import annotations

import logging
import marshal
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_dir

from core.files.safe_files import write_whole

if TYPE_CHECKING:
    from jieba import Tokenizer

_AT_ONCE = 5_000
"""Words that are read in one go: some milliseconds."""


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
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = _dictionary(tokenizer, jieba.__version__)
    tokenizer.initialized = True
    return tokenizer


def _dictionary(tokenizer: Tokenizer, version: str) -> tuple[dict[str, int], int]:
    """The words with how often each is used, and the sum, read from the user's cache where they are kept.

    jieba keeps them in one piece, and no other thread can work while that is read.
    """
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    kept = Path(user_cache_dir("danqian"), f"jieba-{version}-{python}.words")
    with suppress(OSError, EOFError, ValueError, TypeError):
        return _read_words(kept)
    words, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    with suppress(OSError):  # it is read from the dictionary again the next time
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_whole(kept, [_in_pieces(words, total)])
    return words, total


def _read_words(kept: Path) -> tuple[dict[str, int], int]:
    words: dict[str, int] = {}
    total, pieces = marshal.loads(kept.read_bytes())  # what is in memory is read three times as fast
    for piece in pieces:
        words.update(marshal.loads(piece))
    return words, total


def _in_pieces(words: dict[str, int], total: int) -> bytes:
    rows = list(words.items())
    starts = range(0, len(rows), _AT_ONCE)
    return marshal.dumps((total, [marshal.dumps(dict(rows[at : at + _AT_ONCE])) for at in starts]))
