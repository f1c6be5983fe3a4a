"""Questions to the editor: what an article says twice, reckons or dates, and does not agree with itself.

``find_findings`` runs every check over a document. A check is a pure function that reads the values that
recognition has found and the sentences around them; it asks, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from core.checks.agreements import agreements_of
from core.checks.asking import LOW, MEDIUM
from core.checks.material import Material
from core.checks.names.offices import check_offices
from core.checks.names.officials import check_officials
from core.checks.names.places import check_places
from core.checks.names.short_names import check_declared_names
from core.checks.names.siblings import check_siblings
from core.checks.names.surnames import check_surnames
from core.checks.names.variants import check_names
from core.checks.neighbors import check_neighbors
from core.checks.numbers.averages import check_averages
from core.checks.numbers.changes import check_changes
from core.checks.numbers.conversions import check_conversions, check_rates
from core.checks.numbers.equations import check_equations
from core.checks.numbers.listed_counts import check_listed_counts
from core.checks.numbers.multiples import check_multiples
from core.checks.numbers.place_figures import check_place_figures
from core.checks.numbers.portions import check_portions
from core.checks.numbers.ranges import check_ranges
from core.checks.numbers.reckonings import check_reckonings
from core.checks.numbers.repeats import check_repeats
from core.checks.numbers.restated import check_restated
from core.checks.numbers.scales import check_kinds, check_scales
from core.checks.numbers.scores import check_scores
from core.checks.numbers.shares import check_shares, check_structures
from core.checks.numbers.sums import check_sums
from core.checks.times.ages import check_ages
from core.checks.times.anniversaries import check_anniversaries
from core.checks.times.chronology import check_chronology
from core.checks.times.days import check_days
from core.checks.times.differences import check_differences
from core.checks.times.eras import check_eras
from core.checks.times.festivals import check_festivals
from core.checks.times.lasting import check_lasting
from core.checks.times.lives import check_lives
from core.checks.times.lunar_days import check_lunar_days
from core.checks.times.named_ends import check_named_ends
from core.checks.times.processes import check_processes
from core.checks.times.relative_years import check_relative_years
from core.checks.times.repeated_times import check_repeated_codes, check_repeated_times
from core.checks.times.sequences import check_sequences
from core.checks.times.solar_terms import check_solar_terms
from core.checks.writing.leftovers import check_leftovers
from core.checks.writing.punctuation import check_punctuation
from core.checks.writing.style import check_numeral_style
from core.checks.writing.terms import check_terms
from core.checks.writing.unlawful_units import check_unlawful_units
from core.checks.writing.words import check_words
from core.document import Document, Finding
from core.house import NO_HOUSE, House
from core.text.spans import Span

_OF_THE_DAY = frozenset({"weekday", "lunar", "age", "order", "relative_year", "term"})
"""The rules of questions that hold an article against the day that it is of."""

Check = Callable[[Material], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_names,
    check_surnames,
    check_declared_names,
    check_places,
    check_place_figures,
    check_offices,
    check_officials,
    check_siblings,
    check_neighbors,
    check_sums,
    check_listed_counts,
    check_scores,
    check_shares,
    check_structures,
    check_portions,
    check_changes,
    check_multiples,
    check_conversions,
    check_scales,
    check_kinds,
    check_averages,
    check_repeats,
    check_rates,
    check_restated,
    check_reckonings,
    check_repeated_times,
    check_repeated_codes,
    check_ranges,
    check_days,
    check_lunar_days,
    check_festivals,
    check_solar_terms,
    check_ages,
    check_lives,
    check_relative_years,
    check_eras,
    check_differences,
    check_named_ends,
    check_lasting,
    check_equations,
    check_anniversaries,
    check_chronology,
    check_processes,
    check_sequences,
    check_numeral_style,
    check_punctuation,
    check_words,
    check_unlawful_units,
    check_leftovers,
    check_terms,
)


def find_findings(document: Document, house: House = NO_HOUSE) -> tuple[Finding, ...]:
    """The questions that a document raises, numbered in the order of their first places.

    ``house`` is what the office keeps: its terms, its people, what the other articles of the folder say.
    """
    material = Material(document, house)
    found = _without_doubles(_on_trust(material, finding) for check in CHECKS for finding in check(material))
    found.sort(key=lambda finding: finding.places[0].span if finding.places else (0, 0))
    return tuple(replace(finding, id=f"f{number}") for number, finding in enumerate(found, 1))


def _on_trust(material: Material, finding: Finding) -> Finding:
    """The finding, less grave where it may rest on a year that only the day of today has told."""
    dating = material.dating
    if not dating or not dating.is_lent or finding.rule not in _OF_THE_DAY or finding.severity == LOW:
        return finding
    return replace(finding, severity=MEDIUM if dating.is_in_hand else LOW)


def _without_doubles(findings: Iterable[Finding]) -> list[Finding]:
    """The findings but those whose rule has asked before about two of their places, or their only one.

    Checks that are sure of more come first, so that the question that says more stays.
    """
    kept: list[Finding] = []
    asked: dict[str, list[frozenset[Span]]] = {}
    for finding in findings:
        spans = frozenset(place.span for place in finding.places)
        before = asked.setdefault(finding.rule, [])
        if not any(len(spans & other) >= min(2, len(spans), len(other)) for other in before if other):
            kept.append(finding)
        before.append(spans)
    return kept


def agreements(document: Document) -> tuple[str, ...]:
    """What was compared and agrees, in words (数读 10 项与正文一致); what does not agree is a finding."""
    return tuple(agreements_of(Material(document)))
