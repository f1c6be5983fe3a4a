"""The proof report as a web page of one file: no script, nothing fetched, A4 when printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from string import Template

from core.assets import load_text, load_toml
from core.report.sheet import Moment, Note, Part, Question, Quotation, Section, Sheet, Table, Timeline

LANGUAGES = {"zh": "zh-CN", "en": "en"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(sheet: Sheet) -> bytes:
    """The sheet as a page, UTF-8."""
    return "".join(_page(sheet)).encode("utf-8", "replace")


def _page(sheet: Sheet) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html lang="{LANGUAGES[sheet.language]}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    kicker, title = escape(sheet.kicker), escape(sheet.title)
    yield f"<title>{kicker}：{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
    yield f'<header>\n<p class="kicker">{kicker}</p>\n<h1 lang="zh">{title}</h1>\n'
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in sheet.facts)
    yield f'<dl class="facts">{facts}</dl>\n<p class="summary">{escape(sheet.summary)}</p>\n</header>\n'
    for section in sheet.sections:
        yield from _section(section)
    yield "</body>\n</html>\n"


def _section(section: Section) -> Iterator[str]:
    minor = ' class="minor"' if section.is_minor else ""
    count = f' <span class="count">{escape(section.count)}</span>' if section.count else ""
    yield f"<section>\n<h2{minor}>{escape(section.title)}{count}</h2>\n"
    for part in section.parts:
        yield from _part(part)
    yield "</section>\n"


def _part(part: Part) -> Iterator[str]:
    match part:
        case Note():
            yield f'<p class="note">{escape(part.text)}</p>\n'
        case Question():
            yield from _question(part)
        case Table():
            yield from _table(part)
        case Timeline():
            yield '<ol class="timeline">\n'
            yield from (_moment(moment) for moment in part.moments)
            yield "</ol>\n"


def _question(question: Question) -> Iterator[str]:
    settled = " settled" if question.decision else ""
    yield f'<article class="question{settled}"><p class="number">{question.number}</p><div>'
    yield f'<p class="asked">{escape(question.question)}</p>'
    if question.reason:
        yield f'<p class="reason">{escape(question.reason)}</p>'
    for quotation in question.quotations:
        yield f'<blockquote lang="zh">{_pieces(quotation)}</blockquote>'
    if question.decision:
        yield f'<p class="decision">{escape(question.decision)}</p>'
    severity = escape(question.severity)
    yield f'</div><p class="severity {severity}">{escape(question.severity_words)}</p></article>\n'


def _pieces(quotation: Quotation) -> str:
    return "".join(
        f"<mark>{escape(piece.text)}</mark>" if piece.is_marked else escape(piece.text) for piece in quotation
    )


def _table(table: Table) -> Iterator[str]:
    classes = ['class="amount"' if column.is_number else "" for column in table.columns]
    widths = "".join(f'<col style="width:{column.share}%">' for column in table.columns)
    heads = _cells("th", (column.title for column in table.columns), classes)
    yield f"<table>\n<colgroup>{widths}</colgroup>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    for row in table.rows:
        cells = _cells("td", row.cells, classes)
        if row.hue:
            first = "hued amount" if table.columns[0].is_number else "hued"
            color = _hues().get(row.hue, _hues()["term"])
            hued = f'<td class="{first}" style="--hue:{color}">'
            cells = hued + cells.partition(">")[2]
        yield f"<tr>{cells}</tr>\n"
    yield "</tbody>\n</table>\n"


def _cells(tag: str, cells: Iterable[str], classes: Iterable[str]) -> str:
    named = zip(cells, classes, strict=True)
    return "".join(f"<{f'{tag} {kind}'.strip()}>{escape(cell)}</{tag}>" for cell, kind in named)


def _moment(moment: Moment) -> str:
    kind = ' class="publication"' if moment.is_publication else ""
    return (
        f'<li{kind} style="--gap:{moment.gap:.2f}"><span class="year">{escape(moment.year)}</span>'
        f'<span class="day">{escape(moment.day)}</span><span class="dot"></span>'
        f"<span>{escape(moment.about)}</span></li>\n"
    )


@cache
def _style() -> str:
    colors: dict[str, str] = load_toml("themes/light.toml")["ui"]
    return Template(load_text("report.css")).substitute(colors)


@cache
def _hues() -> dict[str, str]:
    """The line of each hue in the light theme."""
    return {hue: row["line"] for hue, row in load_toml("themes/light.toml")["hue"].items()}
