"""Other articles of the folder: a name that they write otherwise, a figure that they give otherwise.

An article is held against the others by its facts alone, so that a folder is read only once and no more than
these is kept of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.checks.asking import LOW
from core.checks.material import Material
from core.checks.names.likeness import are_alike, only_difference
from core.checks.numbers.figures import Figure
from core.checks.numbers.repeats import words_around
from core.checks.numbers.slips import is_slip
from core.checks.wording import say, values_in
from core.document import Document, Finding, Place
from core.house.elsewhere import Elsewhere, Facts, Told

NAME, FIGURE = "name_variant", "repeat"
_LABELS = frozenset({"PER", "LOC", "ORG", "WORK"})
_SHORTEST = 3
_LEAST_DIGITS = 3
_SHARED_WORDS = 2
_OFTEN = 2
_MOST_ARTICLES = 3
_BETWEEN = "、"


def check_neighbors(material: Material) -> Iterator[Finding]:
    """Questions about names and figures that other articles of the folder have otherwise."""
    elsewhere = material.house.elsewhere
    if elsewhere.names or elsewhere.figures:
        yield from compare(_facts(material), elsewhere)


def facts_of(document: Document) -> Facts:
    """What an article says that others may say otherwise."""
    return _facts(Material(document))


def compare(facts: Facts, elsewhere: Elsewhere) -> Iterator[Finding]:
    """Questions about an article's names and figures that others have otherwise.

    ``elsewhere`` may hold the article's own.
    """
    yield from _names(facts, elsewhere)
    for told in facts.figures:
        for other in elsewhere.figures.get((told.unit, told.power), ()):
            if other.article != facts.article and _is_other(told, other):
                said = {"said": told.place.quote, "article": other.article, "other": other.place.quote}
                message = "\n".join((say("in_folder"), say("article_says", **said)))
                yield Finding("", FIGURE, LOW, message, (told.place,))
                break


def articles_of(finding: Finding) -> tuple[str, ...]:
    """The other articles that a question of this check is about; none for another question."""
    question, _, below = finding.message.partition("\n")
    if values_in(question, "elsewhere_written"):
        return tuple(below.split(_BETWEEN))
    told = values_in(below, "article_says") if question == say("in_folder") else {}
    return (told["article"],) if told else ()


def _names(facts: Facts, elsewhere: Elsewhere) -> Iterator[Finding]:
    """Names that the article alone writes, beside one that two others write with another character."""
    for words, place in facts.names.items():
        if elsewhere.names.get(words, frozenset()) - {facts.article}:
            continue
        for name in _alike(words, elsewhere):
            others = elsewhere.names[name] - {facts.article}
            if len(others) >= _OFTEN and name not in facts.names:
                question = say("elsewhere_written", found=words, other=name)
                listed = _BETWEEN.join(sorted(others)[:_MOST_ARTICLES])
                yield Finding("", NAME, LOW, f"{question}\n{listed}", (place,))
                break


def _alike(words: str, elsewhere: Elsewhere) -> Iterator[str]:
    """The names of several articles that differ in one character, which is alike."""
    for character in dict.fromkeys((words[0], words[-1])):
        for name in elsewhere.shared.get((len(words), character), ()):
            hole = only_difference(name, words)
            if hole is not None and are_alike(name[hole], words[hole]):
                yield name


def _facts(material: Material) -> Facts:
    names: dict[str, Place] = {}
    for mark in material.marks:
        words = material.words(mark.span).strip("《》")
        if mark.label in _LABELS and len(words) >= _SHORTEST:
            names.setdefault(words, Place(mark.span, mark.quote))
    told = (_told_of(material, figure) for figure in material.figures)
    return Facts(material.document.source.name, names, tuple(filter(None, told)))


def _told_of(material: Material, figure: Figure) -> Told | None:
    """A figure with what it is known again by; None for one of few digits or a rounded one."""
    if len(figure.digits.rstrip("0")) < _LEAST_DIGITS or not figure.is_exact:
        return None
    paragraph = material.paragraph(material.sentences[figure.sentence].paragraph)
    marks = (mark for place in paragraph for mark in material.marks_by_sentence[place])
    names = frozenset(mark.quote for mark in marks if mark.label in _LABELS and len(mark.quote) >= _SHORTEST)
    place = Place(figure.span, figure.span.of(material.text))
    words = words_around(material, figure.span)
    return Told(material.document.source.name, place, figure.unit, figure.power, figure.digits, words, names)


def _is_other(told: Told, other: Told) -> bool:
    """Whether the figures differ by a slip of the pen and are told of one thing in the same words."""
    shared = told.words & other.words
    is_same = bool(told.names & other.names) and len(shared) >= _SHARED_WORDS
    return is_same and told.digits != other.digits and is_slip(told.digits, other.digits)
