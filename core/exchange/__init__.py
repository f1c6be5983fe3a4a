"""Exchange with other tools: a format a module, and what each cannot hold is counted and told."""

from __future__ import annotations

from collections.abc import Mapping

from core.exchange.conll import read_conll, writer
from core.exchange.doccano import read_doccano, write_doccano
from core.exchange.format import ALL_BUT_REJECTED, Format, Labelled, LabelledMark, Losses, Wanted
from core.exchange.imported import ImportedArticle, import_articles
from core.exchange.marks_table import write_csv, write_xlsx

FORMATS: Mapping[str, Format] = {
    format_.name: format_
    for format_ in (
        Format("doccano", ".jsonl", write_doccano, read_doccano),
        Format("conll-bio", ".conll", writer("bio"), read_conll),
        Format("conll-bioes", ".conll", writer("bioes"), read_conll),
        Format("csv", ".csv", write_csv),
        Format("xlsx", ".xlsx", write_xlsx),
    )
}

__all__ = [
    "ALL_BUT_REJECTED",
    "FORMATS",
    "Format",
    "ImportedArticle",
    "Labelled",
    "LabelledMark",
    "Losses",
    "Wanted",
    "import_articles",
]
