"""Print what the check of words asks of newspapers: ``python packaging/evaluate_words.py DATA``.

DATA is the folder of corpora that the models of restoration learn from; read are the sentences that these
were never shown, with the names that the corpora tag. Nearly all of them are sound, so that a question is a
false one unless a person finds the slip.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core.checks.material import Material  # noqa: E402
from core.checks.writing.words import check_words  # noqa: E402
from core.document import Annotation  # noqa: E402
from core.files.source import source_of  # noqa: E402
from core.pipeline import open_article  # noqa: E402
from core.restoration.train import is_held_out  # noqa: E402
from core.text.spans import Span  # noqa: E402

AN_ARTICLE = 100
"""Sentences that are read as one article."""
PROSE = ("cluener", "msra", "pku")


def sentences(data: Path) -> Iterator[list[tuple[str, str]]]:
    """The characters of each sentence that was held out, with their tags."""
    number = 0
    for file in sorted(data.rglob("*.bio")):
        for sentence in file.read_text(encoding="utf-8").split("\n\n"):
            if is_held_out(number) and file.parent.name.startswith(PROSE):
                rows = (line.partition("\t") for line in sentence.split("\n"))
                yield [(character, tag) for character, _, tag in rows if len(character) == 1]
            number += 1


def material_of(group: list[list[tuple[str, str]]]) -> Material:
    """Sentences as an article whose names are marked."""
    text, marks = "", list[Annotation]()
    for sentence in group:
        for character, tag in sentence:
            if tag[:1] == "B" or (tag[:1] == "I" and marks and marks[-1].span.end == len(text)):
                start = len(text) if tag[:1] == "B" else marks.pop().span.start
                span = Span(start, len(text) + 1)
                marks.append(Annotation(f"a{start}", "PER", span, "", span))
            text += character
        text += "\n"
    document = open_article(source_of(text.encode(), "article.txt"))
    return Material(replace(document, text=text, annotations=tuple(marks)))


def main() -> None:
    """Every question, then how many of each severity."""
    held_out = [sentence for sentence in sentences(Path(sys.argv[1])) if sentence]
    asked: Counter[str] = Counter()
    characters = 0
    for start in range(0, len(held_out), AN_ARTICLE):
        material = material_of(held_out[start : start + AN_ARTICLE])
        characters += len(material.text)
        for finding in check_words(material):
            asked[finding.severity] += 1
            print(f"  {finding.severity} {finding.message!r}")
    rates = ", ".join(f"{name} {asked[name]} ({20_000 * asked[name] / characters:.2f})" for name in asked)
    print(f"{characters:,} characters: {rates} (in 20,000 characters)")


if __name__ == "__main__":
    main()
