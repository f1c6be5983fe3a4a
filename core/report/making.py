"""The proof report of a document: its questions first, then names, figures, times and repairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core import __version__, overview
from core.checks import agreements
from core.checks.error_rate import error_rate
from core.checks.wording import in_language, question_and_reason
from core.document import Document, Finding
from core.edits import Author
from core.questions import in_reading_order
from core.report.quoting import quotations
from core.report.repair_parts import repair_section
from core.report.sheet import Note, Question, Quotation, Section, Sheet
from core.report.tables import figure_section, name_section, time_section
from core.report.words import report_words
from core.schemes import Scheme, default_scheme
from core.wording.times import Language


def proof_sheet(
    document: Document, by: Author, *, language: Language = "zh", scheme: Scheme | None = None
) -> Sheet:
    """The report of ``document`` as ``by`` hands it on; ``language`` is that of its own words."""
    words = report_words(language)
    scheme = scheme or default_scheme()
    open_ones = [finding for finding in document.findings if finding.decision is None]
    sections = (
        *_question_sections(document, language),
        name_section(document, scheme, language),
        figure_section(document, scheme, language),
        time_section(document, scheme, language),
        *repair_section(document, language),
    )
    shown = tuple(section for section in sections if section.parts)
    counts = {section.title: section.count or "0" for section in sections}
    summary = words["summary"].format(
        len(open_ones),
        counts[words["names"]],
        counts[words["figures"]],
        sum(repair.is_applied for repair in document.repairs),
    )
    return Sheet(
        language,
        words["kicker"],
        document.article.title or words["untitled"],
        tuple(_facts(document, by, language)),
        summary,
        shown,
        words["page"],
    )


def _facts(document: Document, by: Author, language: Language) -> Iterator[tuple[str, str]]:
    words, article = report_words(language), document.article
    rows = (
        ("source", article.publisher),
        ("published", (article.published or "").replace("T", " ")),
        ("authors", "、".join(article.authors) if language == "zh" else ", ".join(article.authors)),
        ("editor", article.editor),
        ("file", document.source.name),
        ("length", words["characters"].format(f"{overview.word_count(document):,}")),
        ("rate", _rate(document, language)),
        ("annotator", by.name),
        ("made", words["made_words"].format(by.now[:16].replace("T", " "), __version__)),
    )
    return ((words[name], value) for name, value in rows if value)


def _rate(document: Document, language: Language) -> str:
    """The errors per 10,000 characters, and how many there may be while questions are open."""
    words, rate = report_words(language), error_rate(document)
    said: str = words["rate_words"].format(f"{rate.confirmed:.1f}")
    more: str = words["rate_possible"].format(f"{rate.possible:.1f}") if rate.asked else ""
    return said + more


def _question_sections(document: Document, language: Language) -> Iterator[Section]:
    """The open questions with what agrees, and those that were settled."""
    words = report_words(language)
    ordered = in_reading_order(document)
    opened = list(_questions(document, (f for f in ordered if f.decision is None), language))
    settled = tuple(_questions(document, (f for f in ordered if f.decision is not None), language))
    agreed = words["between"].join(in_language(line, language) for line in agreements(document))
    notes = [Note(words["agrees"].format(agreed))] if agreed else []
    nothing = [] if opened else [Note(words["nothing"])]
    yield Section(words["findings"], (*opened, *nothing, *notes), str(len(opened)))
    yield Section(words["settled"], settled, str(len(settled)), is_minor=True)


def _questions(document: Document, findings: Iterable[Finding], language: Language) -> Iterator[Question]:
    words = report_words(language)
    for number, finding in enumerate(findings, 1):
        question, reason = question_and_reason(finding, language)
        quoted = quotations(document.text, (place.span for place in finding.places))
        yield Question(
            number,
            finding.severity,
            words.get(finding.severity, finding.severity),
            question,
            "" if _is_quoted(reason, quoted) else reason.replace("\n", words["between"]),
            quoted,
            _decision(finding, language),
        )


def _is_quoted(reason: str, quoted: Iterable[Quotation]) -> bool:
    """Whether a reason is just the words around the place, which the quotation has as well."""
    return any(reason.strip("…") in "".join(piece.text for piece in quotation) for quotation in quoted)


def _decision(finding: Finding, language: Language) -> str:
    """What was decided, by whom and when, and the note beside it."""
    if finding.decision is None:
        return ""
    words = report_words(language)
    who = " ".join(filter(None, (finding.by, (finding.at or "")[:10])))
    decision = words.get(finding.decision, finding.decision)
    decided = words["decided_by" if who else "decided"].format(decision, who)
    note = finding.note and words["note"].format(finding.note)
    return "　".join(filter(None, (decided, note)))
