"""Questions and decisions in the language of the window."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from core.document import Finding
from gui.words.language import QT_TRANSLATE_NOOP, window_language

SEVERITIES = {
    "high": QT_TRANSLATE_NOOP("Findings", "High"),
    "medium": QT_TRANSLATE_NOOP("Findings", "Medium"),
    "low": QT_TRANSLATE_NOOP("Findings", "Low"),
}
DECISIONS = {
    "right": QT_TRANSLATE_NOOP("Findings", "The article is right"),
    "mistake": QT_TRANSLATE_NOOP("Findings", "It is a mistake"),
    "ignored": QT_TRANSLATE_NOOP("Findings", "Ignored here"),
    "always": QT_TRANSLATE_NOOP("Findings", "Ignored always"),
}


def severity_word(severity: str) -> str:
    """How grave a finding is."""
    return QCoreApplication.translate("Findings", SEVERITIES.get(severity, severity))


def question_words(finding: Finding) -> tuple[str, str]:
    """A finding's question, and its reason where it has one."""
    from core.checks.wording import question_and_reason  # the checks, which an empty window does not need

    return question_and_reason(finding, window_language())


def decision_words(finding: Finding) -> str:
    """What was decided, by whom, when, and why."""
    said = (decision_word(finding), finding.by or "", moment_words(finding.at), finding.note or "")
    return "\u3000".join(filter(None, said))


def decision_word(finding: Finding) -> str:
    """What was decided."""
    decision = finding.decision or ""
    return QCoreApplication.translate("Findings", DECISIONS.get(decision, decision))


def moment_words(at: str | None) -> str:
    """The local day and clock of an act; as it was written where that is no time."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}" if at else ""
    except ValueError:
        return at or ""
