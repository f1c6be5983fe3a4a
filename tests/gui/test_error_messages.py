from pathlib import Path

import pytest

from core import errors
from gui.words.error_details import DETAILS, detail_in_words
from gui.words.error_messages import MESSAGES, message_of

KINDS = [
    kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.UserError)
]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not errors.UserError])
def test_every_error_of_a_user_has_words(kind: type[errors.UserError]) -> None:
    assert any(base in MESSAGES for base in kind.__mro__), kind
    sentence = message_of(kind(Path("文章.txt"), "disk full"))
    assert "%" not in sentence
    assert "文章.txt" in sentence or "disk full" in sentence


def test_every_plain_detail_of_a_file_that_is_refused_is_known() -> None:
    from core.source import _FOREIGN

    proper_names = {"PDF", "RTF"}
    assert set(_FOREIGN.values()) - proper_names <= set(DETAILS)


def test_numbers_are_put_back() -> None:
    assert detail_in_words("300 bytes, at most 200") == "300 bytes, at most 200"
    assert detail_in_words("something new 5") == "something new 5"
