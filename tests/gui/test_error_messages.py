import ast
import re
from pathlib import Path

import pytest

import core.files.source
import core.reading
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


def test_every_detail_of_a_file_that_is_refused_is_known() -> None:
    """Those that readers put together of parts are listed with the kinds of file that they are of."""
    from core.files.source import _FOREIGN

    told = {*_FOREIGN.values(), *(f"a damaged or locked {kind}" for kind in (".docx", ".epub"))}
    told |= {f"{kind} of which a part unpacks to more than 64 MB" for kind in ("a .docx", "an .epub")}
    for module in (*Path(core.reading.__file__).parent.glob("*.py"), Path(core.files.source.__file__)):
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            is_refusal = isinstance(call, ast.Call) and getattr(call.func, "id", "") in (
                "NotText",
                "OldDocument",
            )
            words = call.args[1:] if is_refusal and isinstance(call, ast.Call) else []
            told |= {
                word.value
                for word in (node for each in words for node in ast.walk(each))
                if isinstance(word, ast.Constant)
                and isinstance(word.value, str)
                and " " in word.value.strip()
                and not any(isinstance(each, ast.JoinedStr) for each in words)
            }
    told |= {core.files.source.OLD, core.files.source.LOCKED, "a .pdf of more than 5 million characters"}
    unknown = {words for words in told if re.sub(r"\d+", "{0}", words) not in DETAILS}
    assert not unknown


def test_numbers_are_put_back() -> None:
    assert detail_in_words("300 MB, at most 256 MB") == "300 MB, at most 256 MB"
    assert detail_in_words("something new 5") == "something new 5"
