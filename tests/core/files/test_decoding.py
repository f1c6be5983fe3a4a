"""Encodings of Chinese texts, told apart and decoded without losing a byte unseen."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BadRequest
from core.files.decoding import decode, is_binary

NEWS = "记者从市发改委获悉，截至去年11月底，全市结对区县共落实协同发展项目184个。"
OLD_NEWS = "記者從市發改委獲悉，截至去年11月底，全市結對區縣共落實協同發展項目184個。"
SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "chongqing.txt"


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (NEWS, "utf-8", "utf-8"),
        (NEWS, "utf-8-sig", "utf-8-sig"),
        (NEWS, "utf-16", "utf-16-le"),
        (NEWS, "utf-16-le", "utf-16-le"),
        (NEWS, "utf-16-be", "utf-16-be"),
        (NEWS, "utf-32", "utf-32-le"),
        (NEWS, "gb2312", "gb18030"),
        (NEWS, "gbk", "gb18030"),
        (NEWS + "𠮷", "gb18030", "gb18030"),
        (OLD_NEWS, "gbk", "gb18030"),
        (OLD_NEWS, "big5", "big5hkscs"),
        (OLD_NEWS + "嘅咗", "big5hkscs", "big5hkscs"),
        ("平安", "gbk", "gb18030"),
        ("2021年", "gbk", "gb18030"),
        ("臺灣", "big5", "big5hkscs"),
        ("測試", "big5", "big5hkscs"),
        ("plain ASCII\n", "ascii", "utf-8"),
        ("plain ASCII\n", "utf-16-le", "utf-16-le"),
        ("日本語のテキストです。カタカナ", "shift_jis", "shift_jis"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_encodings(text, codec, encoding):
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.undecodable) == (text, encoding, 0)


def test_a_mark_is_dropped_once():
    assert decode(codecs.BOM_UTF8 + "\ufeff甲".encode()).text == "\ufeff甲"
    assert decode(codecs.BOM_UTF16_BE + "甲".encode("utf-16-be")).text == "甲"


def test_bytes_that_do_not_decode_are_shown_and_counted():
    data = bytearray(NEWS.encode("gb18030"))
    data[5:6], data[41:42] = b"\xff", b"\xff"
    decoded = decode(bytes(data))
    assert decoded.encoding == "gb18030"
    assert decoded.undecodable == decoded.text.count("\ufffd") > 0
    assert decoded.confidence < 1


def test_damaged_utf_8_stays_utf_8():
    data = NEWS.encode() + b"\xe9\x87" + NEWS.encode()
    decoded = decode(data)
    assert (decoded.encoding, decoded.undecodable) == ("utf-8", 1)


def test_a_replacement_character_that_was_in_the_file_is_no_damage():
    decoded = decode((NEWS + "\ufffd").encode() + b"\xff")
    assert decoded.text.count("\ufffd") == 2
    assert decoded.undecodable == 1


def test_a_lone_80_is_the_euro_sign_of_cp936():
    assert decode("售价".encode("gbk") + b"\x80\r\n", encoding="gb18030").text == "售价€\r\n"


def test_the_choice_of_a_person_is_obeyed():
    data = NEWS.encode("gbk")
    assert decode(data, encoding="big5").encoding == "big5hkscs"
    for nonsense in ("klingon", "hex", "\0"):
        with pytest.raises(BadRequest):
            decode(data, encoding=nonsense)


def test_what_the_file_says_is_believed_where_it_fits():
    short = "彧".encode("gbk")
    assert decode(short, declared="big5").encoding == "big5hkscs"
    assert decode(NEWS.encode("gbk"), declared="big5").encoding == "gb18030"
    assert decode(NEWS.encode("gbk"), declared="klingon").encoding == "gb18030"


def test_a_proof_is_certain_and_a_guess_is_not():
    assert decode(NEWS.encode()).confidence == 1
    assert 0.9 < decode(NEWS.encode("gbk")).confidence < 1
    assert decode("淼彧".encode("gbk")).alternatives


@pytest.mark.parametrize(
    ("data", "newlines"),
    [(b"a", "lf"), (b"a\nb", "lf"), (b"a\r\nb\r\n", "crlf"), (b"a\rb", "cr"), (b"a\r\nb\n", "mixed")],
)
def test_line_breaks(data, newlines):
    assert decode(data).newlines == newlines


def test_every_stretch_of_the_sample_is_found_in_its_encoding():
    text = SAMPLE.read_text(encoding="utf-8").replace("€", "")
    for codec in ("gb18030", "utf-16-le", "utf-16-be"):
        for start in range(0, len(text), 400):
            piece = text[start : start + 40]
            assert decode(piece.encode(codec)).text == piece


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, bytes(range(1, 256)) * 40, b"\0" * 50, b"\x01\x02\x03"]
)
def test_binary_data_is_told(data):
    assert is_binary(data, decode(data))


@pytest.mark.parametrize("codec", ["utf-8", "gbk", "utf-16-le", "utf-16", "utf-32"])
def test_text_is_not_binary(codec):
    for text in (NEWS, "ASCII only, 5 words here", "彧"):
        assert not is_binary(text.encode(codec), decode(text.encode(codec)))


def test_a_text_that_was_misread_and_saved_is_not_binary():
    data = NEWS.encode().decode("big5", "replace").encode()
    assert not is_binary(data, decode(data))


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_decode(data):
    decoded = decode(data)
    assert decoded.undecodable >= 0
    assert 0 <= decoded.confidence <= 1


@given(st.text(st.characters(codec="utf-8"), max_size=50))
@settings(max_examples=100, deadline=None)
def test_utf_8_round_trip(text):
    data = b"\xef\xbb\xbf" + text.encode()
    assert decode(data).text == text.removeprefix("\ufeff") or text.startswith("\ufeff")
