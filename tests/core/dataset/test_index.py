"""The index: what goes in comes out, words are found as they stand, and a broken file costs nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.dataset import ArticleState, Index
from core.dataset.record import Mark, Record
from core.text.find import find, folded
from core.text.spans import Span

CHARACTERS = st.sampled_from("高新区區，。\n 𠮷㐀Aa1\U00031350\0\ud800")


def record(name: str, text: str, *marks: Mark) -> Record:
    return Record(ArticleState(name, "in_progress", 1, len(marks), True, "看一下", 95), text, marks)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Index]:
    made = Index(tmp_path / "i.sqlite")
    yield made
    made.close()


def test_what_goes_in_comes_out(empty: Index) -> None:
    mark = Mark("a1", "LOC", Span(2, 4), "重庆")
    given_record = record("甲.txt", "在：重庆", mark)
    empty.put([("stamp", given_record), ("", record("\udcff.txt", "坏名字"))])
    assert empty.states() == {"甲.txt": given_record.state, "\udcff.txt": record("\udcff.txt", "").state}
    assert empty.stamps() == {"甲.txt": "stamp", "\udcff.txt": ""}
    assert empty.marks("甲.txt") == [mark]
    assert list(empty.texts(["none", "甲.txt"])) == [("甲.txt", "在：重庆")]


def test_a_later_record_takes_the_place_of_an_earlier_one(empty: Index) -> None:
    empty.put([("1", record("a", "高新区", Mark("a1", "LOC", Span(0, 3), "高新区")))])
    empty.put([("2", record("a", "重庆"))])
    assert (empty.with_words("高新"), empty.with_words("重庆"), empty.marks("a")) == ([], ["a"], [])
    empty.forget(["a", "unknown"])
    assert (empty.with_words("重庆"), empty.states()) == ([], {})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.text(CHARACTERS, max_size=12), max_size=6),
    words=st.text(CHARACTERS, min_size=1, max_size=3),
)
def test_a_phrase_is_in_the_index_where_the_words_are_in_the_text(
    empty: Index, texts: list[str], words: str
) -> None:
    empty.forget(empty.states())
    empty.put([("", record(str(number), text)) for number, text in enumerate(texts)])
    stored = dict(empty.texts(map(str, range(len(texts)))))
    sought = folded(words.replace("\ud800", "\ufffd"))
    holding = {name for name, text in stored.items() if any(True for _ in find(folded(text), sought))}
    assert set(empty.with_words(sought)) == holding


@pytest.mark.parametrize("damage", ["cut", "zeros", "letters", "another program's"])
def test_a_broken_file_is_made_anew_without_a_word(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "i.sqlite"
    first = Index(path)
    first.put([("", record(str(number), "高新区" * 400)) for number in range(50)])
    first.close()
    data = path.read_bytes()
    path.write_bytes(
        {
            "cut": data[: len(data) // 2],
            "zeros": data[:4096] + bytes(len(data) - 4096),
            "letters": b"not a database at all" * 400,
            "another program's": data[:60] + b"\0\0\0\x63" + data[64:],
        }[damage]
    )
    second = Index(path)
    assert len(second.states()) in (0, 50)
    second.put([("", record("a", "重庆"))])
    assert second.with_words("重庆") == ["a"]
    second.close()


def test_a_file_that_turns_out_to_be_broken(tmp_path: Path) -> None:
    path = tmp_path / "i.sqlite"
    index = Index(path)
    index.put([("", record(str(number), "高新区" * 2000)) for number in range(2000)])
    index.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xa5" * (size // 2))
    index = Index(path)
    assert index.generation == 0
    index.with_words("高")
    list(index.texts(map(str, range(2000))))
    index.put([("", record("a", "重庆"))])
    assert index.with_words("重庆") == ["a"]
    assert index.generation >= 1
    index.close()


def test_two_windows_use_one_file(tmp_path: Path) -> None:
    one, other = Index(tmp_path / "i.sqlite"), Index(tmp_path / "i.sqlite")
    one.put([("", record("a", "重庆"))])
    other.put([("", record("b", "重庆"))])
    assert set(one.with_words("重庆")) == set(other.with_words("重庆")) == {"a", "b"}
    one.close()
    other.close()


def test_without_a_folder_to_write_in_it_is_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    index = Index(tmp_path / "file" / "i.sqlite")
    index.put([("", record("a", "重庆"))])
    assert index.with_words("重庆") == ["a"]
    index.close()
