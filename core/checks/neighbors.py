"""Other articles of the folder: a name that they write otherwise, a figure that they give otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from core.checks.asking import LOW, ask
from core.checks.figures import Figure, is_slip
from core.checks.likeness import are_alike, only_difference
from core.checks.material import Material
from core.checks.repeats import words_around
from core.checks.wording import say
from core.document import Annotation, Document, Finding
from core.house.elsewhere import Elsewhere, Told

NAME, FIGURE = "name_variant", "repeat"
_LABELS = frozenset({"PER", "LOC", "ORG", "WORK"})
_SHORTEST = 3
_LEAST_DIGITS = 3
_SHARED_WORDS = 2
_OFTEN = 2


def check_neighbors(material: Material) -> Iterator[Finding]:
    """Questions about names and figures that other articles of the folder have otherwise."""
    elsewhere, article = material.house.elsewhere, material.document.source.name
    yield from _names(material, elsewhere, article)
    for figure in material.figures if elsewhere.figures else ():
        told = _told_of(material, figure)
        for other in elsewhere.figures.get((figure.unit, figure.power), ()) if told else ():
            if told and other.article != article and _is_other(told, other):
                shown = say("article_says", said=figure.quote, article=other.article, other=other.quote)
                yield ask(FIGURE, LOW, say("in_folder"), shown, material.text, figure)
                break


def told_in(documents: Iterable[Document]) -> Elsewhere:
    """What some articles say; each is known by the name of its file."""
    names: dict[str, set[str]] = defaultdict(set)
    figures: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for document in documents:
        material = Material(document)
        for words in _names_of(material):
            names[words].add(document.source.name)
        for figure in material.figures:
            if told := _told_of(material, figure):
                figures[figure.unit, figure.power].append(told)
    return Elsewhere(
        {name: frozenset(articles) for name, articles in names.items()},
        {key: tuple(group) for key, group in figures.items()},
    )


def _names(material: Material, elsewhere: Elsewhere, article: str) -> Iterator[Finding]:
    """Names that the article alone writes, beside one that two others write with another character."""
    by_length: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name, articles in elsewhere.names.items():
        if len(articles - {article}) >= _OFTEN:
            by_length[len(name), name[0]].append(name)
            by_length[len(name), name[-1]].append(name)
    for words, mark in _names_of(material).items():
        if elsewhere.names.get(words, frozenset()) - {article}:
            continue
        for name in (*by_length[len(words), words[0]], *by_length[len(words), words[-1]]):
            hole = only_difference(name, words)
            if hole is not None and are_alike(name[hole], words[hole]) and name not in material.simplified:
                others = "、".join(sorted(elsewhere.names[name] - {article})[:3])
                question = say("elsewhere_written", found=words, other=name)
                yield ask(NAME, LOW, question, others, material.text, mark)
                break


def _names_of(material: Material) -> dict[str, Annotation]:
    """The full names of an article, each with its first mark."""
    found: dict[str, Annotation] = {}
    for mark in material.marks:
        words = material.words(mark.span).strip("《》")
        if mark.label in _LABELS and len(words) >= _SHORTEST:
            found.setdefault(words, mark)
    return found


def _told_of(material: Material, figure: Figure) -> Told | None:
    """A figure with what it is known again by; None for one of few digits or a rounded one."""
    if len(figure.digits.rstrip("0")) < _LEAST_DIGITS or not figure.is_exact:
        return None
    paragraph = material.paragraph(material.sentences[figure.sentence].paragraph)
    marks = (mark for place in paragraph for mark in material.marks_by_sentence[place])
    names = frozenset(mark.quote for mark in marks if mark.label in _LABELS and len(mark.quote) >= _SHORTEST)
    words = words_around(material, figure.span)
    return Told(material.document.source.name, figure.quote, figure.digits, words, names)


def _is_other(told: Told, other: Told) -> bool:
    """Whether the figures differ by a slip of the pen and are told of one thing in the same words."""
    shared = told.words & other.words
    is_same = bool(told.names & other.names) and len(shared) >= _SHARED_WORDS
    return is_same and told.digits != other.digits and is_slip(told.digits, other.digits)
