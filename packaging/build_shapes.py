"""Compile what characters look like: ``python packaging/build_shapes.py FOLDER``.

FOLDER holds ``Unihan_DictionaryLikeData.txt.bz2`` and ``Unihan_IRGSources.txt.bz2`` as Debian's package
unicode-data ships them. Writes ``resources/lexicons/character_shapes.tsv`` for the characters of
GB 2312, in the order of their codes.
"""

from __future__ import annotations

import argparse
import bz2
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "lexicons" / "character_shapes.tsv"
HEADER = """\
# What characters look like: character, four-corner code, radical and strokes besides, groups with the same
# phonetic part. Compiled by packaging/build_shapes.py from the Unihan database 15.0.0 (kFourCornerCode,
# kRSUnicode, kPhonetic), which is changed by that to one line a character, under this notice:
#
# Copyright (c) 1991-2022 Unicode, Inc. All rights reserved. Distributed under the Terms of Use in
# http://www.unicode.org/copyright.html.
#
# Permission is hereby granted, free of charge, to any person obtaining a copy of the Unicode data files and
# any associated documentation (the "Data Files") or Unicode software and any associated documentation (the
# "Software") to deal in the Data Files or Software without restriction, including without limitation the
# rights to use, copy, modify, merge, publish, distribute, and/or sell copies of the Data Files or Software,
# and to permit persons to whom the Data Files or Software are furnished to do so, provided that (a) the
# above copyright notice(s) and this permission notice appear with all copies of the Data Files or Software,
# (b) both the above copyright notice(s) and this permission notice appear in associated documentation, and
# (c) there is clear notice in each modified Data File or in the Software as well as in the documentation
# associated with the Data File(s) or Software that the data or software has been modified.
#
# THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED,
# INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
# NONINFRINGEMENT OF THIRD PARTY RIGHTS. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS
# NOTICE BE LIABLE FOR ANY CLAIM, OR ANY SPECIAL INDIRECT OR CONSEQUENTIAL DAMAGES, OR ANY DAMAGES
# WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR
# OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THE DATA FILES OR
# SOFTWARE.
#
# Except as contained in this notice, the name of a copyright holder shall not be used in advertising or
# otherwise to promote the sale, use or other dealings in these Data Files or Software without prior written
# authorization of the copyright holder.
"""
KEYS = ("kFourCornerCode", "kRSUnicode", "kPhonetic")


def main() -> None:
    """Read the two tables, write one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    values: dict[str, dict[str, str]] = {key: {} for key in KEYS}
    for name in ("DictionaryLikeData", "IRGSources"):
        for line in bz2.decompress((folder / f"Unihan_{name}.txt.bz2").read_bytes()).decode().splitlines():
            code, key, value = (*line.split("\t"), "", "")[:3]
            if code.startswith("U+") and key in values:
                values[key][chr(int(code[2:], 16))] = value
    rows = [
        "\t".join((character, *(_cell(values, key, character) for key in KEYS)))
        for character in _characters()
    ]
    TARGET.write_text(
        HEADER + "\n".join(row.rstrip("\t") for row in rows) + "\n", encoding="utf-8", newline="\n"
    )


def _characters() -> Iterator[str]:
    """The characters of GB 2312, in the order of Unicode."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    yield from sorted(filter(None, (code.decode("gb2312", "ignore") for code in codes)))


def _cell(values: dict[str, dict[str, str]], key: str, character: str) -> str:
    """The first code, or all groups, without the signs that tell where the database has them from."""
    found = values[key].get(character, "").replace("*", "").replace("'", "").split()
    return " ".join(found if key == "kPhonetic" else found[:1])


if __name__ == "__main__":
    main()
