"""Formats of exchange, and what they have no room for, in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from gui.words.language import QT_TRANSLATE_NOOP, listed

FORMATS = {
    "doccano": "doccano (JSONL)",
    "labelstudio": "Label Studio (JSON)",
    "conll-bio": "CoNLL, BIO",
    "conll-bioes": "CoNLL, BIOES",
    "spacy-jsonl": "spaCy (JSONL)",
    "spacy-docbin": "spaCy (DocBin)",
    "w3c-jsonld": "W3C Web Annotation (JSON-LD)",
    "csv": "CSV",
    "xlsx": "Excel (XLSX)",
    "brat": "brat (.ann + .txt)",
    "uima-xmi": "UIMA CAS XMI, INCEpTION",
    "hf-jsonl": "Hugging Face (JSONL)",
    "hf-parquet": "Hugging Face (Parquet)",
}
LOSSES = (
    QT_TRANSLATE_NOOP("Losses", "values"),
    QT_TRANSLATE_NOOP("Losses", "notes"),
    QT_TRANSLATE_NOOP("Losses", "attributes"),
    QT_TRANSLATE_NOOP("Losses", "entities of marks"),
    QT_TRANSLATE_NOOP("Losses", "gaps in discontinuous marks"),
    QT_TRANSLATE_NOOP("Losses", "relations"),
    QT_TRANSLATE_NOOP("Losses", "labels of whole articles"),
    QT_TRANSLATE_NOOP("Losses", "acts in the histories of articles"),
    QT_TRANSLATE_NOOP("Losses", "marks inside or across longer ones"),
    QT_TRANSLATE_NOOP("Losses", "marks across paragraphs"),
    QT_TRANSLATE_NOOP("Losses", "white space between tokens"),
    QT_TRANSLATE_NOOP("Losses", "paragraphs of navigation and the like"),
    QT_TRANSLATE_NOOP("Losses", "white space at the edges of marks"),
    QT_TRANSLATE_NOOP("Losses", "line breaks at the edges of marks"),
    QT_TRANSLATE_NOOP("Losses", "marks of nothing but line breaks"),
    QT_TRANSLATE_NOOP("Losses", "white space in labels"),
    QT_TRANSLATE_NOOP("Losses", "line breaks in notes"),
    QT_TRANSLATE_NOOP("Losses", "characters that XML cannot hold"),
    QT_TRANSLATE_NOOP("Losses", "comments"),
    QT_TRANSLATE_NOOP("Losses", "columns between token and tag"),
    QT_TRANSLATE_NOOP("Losses", "knowledge base ids"),
    QT_TRANSLATE_NOOP("Losses", "results of other kinds"),
    QT_TRANSLATE_NOOP("Losses", "annotations of the same task by others"),
    QT_TRANSLATE_NOOP("Losses", "annotations of other kinds"),
    QT_TRANSLATE_NOOP("Losses", "attributes of all tokens"),
    QT_TRANSLATE_NOOP("Losses", "other columns"),
    QT_TRANSLATE_NOOP("Losses", "structures without a place"),
    QT_TRANSLATE_NOOP("Losses", "events"),
    QT_TRANSLATE_NOOP("Losses", "normalizations"),
    QT_TRANSLATE_NOOP("Losses", "equivalences"),
    QT_TRANSLATE_NOOP("Losses", "relations of what is no mark"),
    QT_TRANSLATE_NOOP("Losses", "marks on nothing that is read"),
    QT_TRANSLATE_NOOP("Losses", "relations of such marks"),
)


def format_in_words(form: str) -> str:
    """What a format is called."""
    return FORMATS.get(form, form)


def losses_in_words(counts: Mapping[str, int]) -> str:
    """What had no room, each with its number."""
    translate = QCoreApplication.translate
    return listed(f"{translate('Losses', what)} {count:,}" for what, count in counts.items())
