"""The manuscript as a web page, or as a fragment of one for the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from string import Template

from core.assets import load_text, load_toml
from core.manuscript.paragraphs import Paragraph, Run
from core.schemes import Scheme

ELEMENTS = {"title": "h1", "heading": "h2", "quote": "blockquote"}


def as_html(paragraphs: Iterable[Paragraph], title: str, scheme: Scheme, *, is_hant: bool = False) -> bytes:
    """A page of its own: no script, nothing fetched; marks in the colors of the window."""
    language = "zh-Hant" if is_hant else "zh-Hans"
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_style(scheme)}</style>\n</head>\n<body>\n"
    )
    return f"{head}{as_fragment(paragraphs, scheme)}</body>\n</html>\n".encode("utf-8", "replace")


def as_fragment(paragraphs: Iterable[Paragraph], scheme: Scheme) -> str:
    """The paragraphs as elements."""
    return "".join(_element(paragraph, scheme) for paragraph in paragraphs)


def _element(paragraph: Paragraph, scheme: Scheme) -> str:
    words = "".join(_run(run, scheme) for run in paragraph.runs)
    name = ELEMENTS.get(paragraph.kind, "p")
    kind = "" if paragraph.kind in ("body", *ELEMENTS) else f' class="{escape(paragraph.kind)}"'
    return f"<{name}{kind}>{words}</{name}>\n"


def _run(run: Run, scheme: Scheme) -> str:
    if run.mark is None:
        return escape(run.text)
    spec = next((label for label in scheme.labels if label.name == run.mark.label), None)
    title = (spec.titles.get("zh") if spec else None) or run.mark.label
    label = escape(run.mark.label)
    return f'<mark class="{label}" title="{escape(title)}">{escape(run.text)}</mark>'


def _style(scheme: Scheme) -> str:
    theme = load_toml("themes/light.toml")
    return Template(load_text("manuscript.css")).substitute(theme["ui"], marks="".join(_mark_rules(scheme)))


def _mark_rules(scheme: Scheme) -> Iterator[str]:
    """Names have a ground, figures and times a line, as in the window."""
    hues = load_toml("themes/light.toml")["hue"]
    for label in scheme.labels:
        hue = hues.get(label.hue, hues["term"])
        is_ground = label.shape == "tint" and "tint" in hue
        look = f"background: {hue['tint']}" if is_ground else f"border-bottom: 1.5px solid {hue['line']}"
        yield f"mark.{_identifier(label.name)} {{ {look} }}\n"


def _identifier(name: str) -> str:
    """A name as CSS writes one: what else could end it stands as its code point (CSS Syntax 3, 4.3.7)."""
    return re.sub(r"^[0-9-]|[^\w-]", lambda found: f"\\{ord(found[0]):x} ", name)
