"""What is wrong with a label scheme, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.schemes import Problem
from gui.words.language import QT_TRANSLATE_NOOP

# The sentences of core.schemes.problems, letter by letter; a test compares.
SENTENCES = (
    QT_TRANSLATE_NOOP("SchemeProblems", "the file is not TOML: {0}"),
    QT_TRANSLATE_NOOP("SchemeProblems", "the file is not UTF-8: save it with that encoding"),
    QT_TRANSLATE_NOOP("SchemeProblems", "“{0}” is missing"),
    QT_TRANSLATE_NOOP("SchemeProblems", "“{0}” must be words in quotation marks"),
    QT_TRANSLATE_NOOP("SchemeProblems", "“{0}” must be true or false"),
    QT_TRANSLATE_NOOP("SchemeProblems", '“{0}” must be a list of words: ["…", "…"]'),
    QT_TRANSLATE_NOOP("SchemeProblems", '“{0}” must name languages: {{ zh = "…", en = "…" }}'),
    QT_TRANSLATE_NOOP("SchemeProblems", "“{0}” must be tables that begin with [[{0}]]"),
    QT_TRANSLATE_NOOP("SchemeProblems", "“{0}” is no key here; known are {1}"),
    QT_TRANSLATE_NOOP("SchemeProblems", "a scheme needs at least one label"),
    QT_TRANSLATE_NOOP("SchemeProblems", "“{0}” is “{1}”, which is none of {2}"),
    QT_TRANSLATE_NOOP("SchemeProblems", "a name needs letters or digits and no spaces"),
    QT_TRANSLATE_NOOP("SchemeProblems", "the name “{0}” is used twice: give one of them another"),
    QT_TRANSLATE_NOOP("SchemeProblems", "the key “{0}” is taken by {1}: choose another"),
    QT_TRANSLATE_NOOP(
        "SchemeProblems",
        "the key “{0}” can't be used: take 0 to 9, alone or with Shift, Alt+Shift or Ctrl+Alt",
    ),
    QT_TRANSLATE_NOOP("SchemeProblems", "a choice needs its “choices”"),
    QT_TRANSLATE_NOOP("SchemeProblems", "the choice “{0}” stands there twice"),
    QT_TRANSLATE_NOOP("SchemeProblems", "“{0}” names the label “{1}”, which the scheme lacks"),
    QT_TRANSLATE_NOOP("SchemeProblems", "what the recognizer finds as {0} already comes as {1}"),
    QT_TRANSLATE_NOOP("SchemeProblems", "“{0}” must be the name of a file beside the scheme"),
)

MOST = 6
"""Problems that one sentence names."""


def problem_in_words(problem: Problem) -> str:
    """One problem: the line and the name concerned, then what is wrong."""
    translate = QCoreApplication.translate
    said = translate("SchemeProblems", problem.sentence).format(*problem.words)
    where = [translate("SchemeProblems", "line {0}").format(problem.line)] if problem.line else []
    where += [problem.name] if problem.name else []
    return translate("SchemeProblems", "{0}: {1}").format(" ".join(where), said) if where else said


def problems_in_words(problems: Sequence[Problem]) -> str:
    """The first of them, one after another, and how many more there are."""
    translate = QCoreApplication.translate
    said = [problem_in_words(problem) for problem in problems[:MOST]]
    if len(problems) > MOST:
        said.append(translate("SchemeProblems", "and {0} more").format(len(problems) - MOST))
    return translate("SchemeProblems", "; ").join(said)
