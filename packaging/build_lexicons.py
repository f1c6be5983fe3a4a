"""Compile the gazetteer of China's administrative divisions, and the idioms that are no slogans.

``python packaging/build_lexicons.py FOLDER CORPORA``: FOLDER holds ``provinces.csv cities.csv areas.csv
streets.csv`` of github.com/modood/Administrative-divisions-of-China (WTFPL), CORPORA what
``train_tagger.py`` learns from. Writes ``divisions.tsv``, ``towns.tsv`` and ``idioms.txt`` in
``resources/lexicons``.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import jieba
from tagger_training.corpora import read_parts

LEXICONS = Path(__file__).resolve().parent.parent / "resources" / "lexicons"
GROUPS = (
    "柯尔克孜|维吾尔|哈萨克|达斡尔|塔吉克|乌孜别克|俄罗斯|鄂温克|塔塔尔|鄂伦春|蒙古|布依|朝鲜|土家|哈尼"
    "|傈僳|高山|拉祜|东乡|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|德昂|保安|裕固|独龙|赫哲"
    "|门巴|珞巴|基诺|回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒|京|各"
)
LEVELS = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|林区|特区|新区|矿区|[省市区县旗盟])$")
AUTONOMOUS = re.compile(rf"(?:(?<!内)(?:(?:{GROUPS})族|维吾尔|哈萨克|蒙古|柯尔克孜|锡伯|塔吉克|壮族|回族))+$")
SPECIAL = (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区"))
COMMON_TAGS = frozenset("a ad b c d f i l m n p q r t v vn z".split())  # noqa: SIM905
NUMERAL = re.compile("[一二两三四五六七八九十百千万双]")
ENOUGH_PLACES = 4
SURE_SHARE = 0.7

HEADER = """\
# Administrative divisions of China down to the county: code, name, short form, * where the short form is
# more often something else (和平, 合作) and needs a neighbor to be believed: counted in annotated news, or,
# where that does not have it, taken from the part of speech in jieba's dictionary (MIT).
# Compiled by packaging/build_lexicons.py from github.com/modood/Administrative-divisions-of-China 2.7.0
# (WTFPL), itself from the National Bureau of Statistics. Taiwan, Hong Kong and Macau are added.
"""
TOWNS_HEADER = """\
# Towns, townships and sub-districts: the code of the county, then the last three digits with each name.
# Compiled like divisions.tsv, which tells the source.
"""
IDIOMS_HEADER = """\
# Four-character idioms that hold a number (三管齐下): in quotation marks they are no slogans.
# Compiled by packaging/build_lexicons.py from jieba's dictionary (MIT), words tagged i.
"""


def main() -> None:
    """Read the four tables and jieba's dictionary, write the three files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("corpora", type=Path)
    folder, corpora = (options := parser.parse_args()).folder, options.corpora
    rows = sorted({*_divisions(folder), *SPECIAL})
    shares = _shares_of_places({_short_form(name) for _, name in rows}, corpora)
    lines = [
        f"{code}\t{name}\t{short}\t{'*' if _is_ambiguous(short, shares) else ''}"
        for code, name in rows
        for short in (_short_form(name),)
    ]
    (LEXICONS / "divisions.tsv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    (LEXICONS / "towns.tsv").write_text(TOWNS_HEADER + "".join(_towns(folder)), encoding="utf-8")
    idioms = sorted(w for w, tag in WORDS.items() if tag == "i" and len(w) == 4 and NUMERAL.search(w))
    (LEXICONS / "idioms.txt").write_text(IDIOMS_HEADER + "\n".join(idioms) + "\n", encoding="utf-8")


def _divisions(folder: Path) -> Iterator[tuple[str, str]]:
    for table in ("provinces", "cities", "areas"):
        for row in _read(folder / f"{table}.csv"):
            if not row["name"].startswith(("市辖区", "县", "省直辖", "自治区直辖")):
                yield row["code"].ljust(6, "0"), row["name"]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _short_form(name: str) -> str:
    """The name as news shortens it; empty where that leaves one character."""
    short = LEVELS.sub("", name)
    if "自治" in name:
        short = AUTONOMOUS.sub("", short) or short.removesuffix("族")
    return short if len(short) > 1 and short != name else ""


def _shares_of_places(names: set[str], corpora: Path) -> dict[str, float]:
    """Of the places where a short form stands in annotated news, the share that is marked, within a name."""
    inside, all_places = Counter[str](), Counter[str]()
    for parts in read_parts(corpora):
        for sentence in parts.train:
            marked = [False] * len(sentence.text)
            for start, end, _ in sentence.names:
                marked[start:end] = [True] * (end - start)
            for start in range(len(sentence.text)):
                for length in range(2, 7):
                    if (word := sentence.text[start : start + length]) in names and len(word) == length:
                        all_places[word] += 1
                        inside[word] += all(marked[start : start + length])
    return {word: inside[word] / count for word, count in all_places.items() if count >= ENOUGH_PLACES}


def _is_ambiguous(short: str, shares: dict[str, float]) -> bool:
    if short in shares:
        return shares[short] < SURE_SHARE
    return WORDS.get(short, "ns") in COMMON_TAGS


def _word_tags() -> dict[str, str]:
    with jieba.get_dict_file() as file:
        rows = (line.decode("utf-8").split() for line in file)
        return {row[0]: row[2] for row in rows if len(row) == 3}


def _towns(folder: Path) -> Iterator[str]:
    towns: dict[str, list[str]] = defaultdict(list)
    for row in _read(folder / "streets.csv"):
        if re.search(r"(?:镇|乡|街道|苏木)$", row["name"]):
            towns[row["areaCode"]].append(row["code"][6:9] + row["name"])
    for county, names in sorted(towns.items()):
        yield f"{county}\t{' '.join(sorted(names))}\n"


WORDS = _word_tags()

if __name__ == "__main__":
    main()
