"""Exchange with other tools: a format a module, and what each cannot hold is counted and told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.exchange.brat import write_brat
from core.exchange.brat_reading import SUFFIXES as BRAT
from core.exchange.brat_reading import read_brat
from core.exchange.conll import read_conll, writer
from core.exchange.doccano import read_doccano, write_doccano
from core.exchange.format import (
    ALL_BUT_REJECTED,
    WHOLE,
    FolderFormat,
    Format,
    Labelled,
    LabelledMark,
    LabelledRelation,
    Losses,
    NamedFile,
    Parts,
    Wanted,
    WrittenFile,
)
from core.exchange.huggingface import has_pyarrow, write_hf_jsonl, write_hf_parquet
from core.exchange.huggingface_reading import CARD, DATA, read_hf_dataset
from core.exchange.imported import ImportedArticle, import_articles
from core.exchange.labelstudio import read_labelstudio, write_labelstudio
from core.exchange.marks_table import write_csv, write_xlsx
from core.exchange.spacy_docbin import write_spacy_docbin
from core.exchange.spacy_docbin_reading import read_spacy_docbin
from core.exchange.spacy_jsonl import read_spacy_jsonl, write_spacy_jsonl
from core.exchange.uima import write_uima
from core.exchange.uima_reading import SUFFIXES as UIMA
from core.exchange.uima_reading import read_uima
from core.exchange.web_annotations import write_web_annotations
from core.exchange.web_annotations_reading import read_web_annotations

FORMATS: Mapping[str, Format] = {
    format_.name: format_
    for format_ in (
        Format("doccano", ".jsonl", write_doccano, read_doccano),
        Format("labelstudio", ".json", write_labelstudio, read_labelstudio),
        Format("conll-bio", ".conll", writer("bio"), read_conll),
        Format("conll-bioes", ".conll", writer("bioes"), read_conll),
        Format("spacy-jsonl", ".jsonl", write_spacy_jsonl, read_spacy_jsonl),
        Format("spacy-docbin", ".spacy", write_spacy_docbin, read_spacy_docbin),
        Format("w3c-jsonld", ".jsonld", write_web_annotations, read_web_annotations),
        Format("csv", ".csv", write_csv),
        Format("xlsx", ".xlsx", write_xlsx),
    )
}
"""Those of one file."""

FOLDER_FORMATS: Mapping[str, FolderFormat] = {
    format_.name: format_
    for format_ in (
        FolderFormat("brat", BRAT, write_brat, read_brat),
        FolderFormat("uima-xmi", UIMA, write_uima, read_uima, frozenset({".xml"})),
        FolderFormat("hf-jsonl", DATA | CARD, write_hf_jsonl, read_hf_dataset, CARD, DATA),
        FolderFormat("hf-parquet", DATA | CARD, write_hf_parquet, read_hf_dataset, CARD, DATA),
    )
}
"""Those of a folder."""


def usable(forms: Iterable[str]) -> list[str]:
    """Those of some formats that can be used here: Parquet's needs pyarrow, which is not always there."""
    return [form for form in forms if form != "hf-parquet" or has_pyarrow()]


__all__ = [
    "ALL_BUT_REJECTED",
    "FOLDER_FORMATS",
    "FORMATS",
    "WHOLE",
    "FolderFormat",
    "Format",
    "ImportedArticle",
    "Labelled",
    "LabelledMark",
    "LabelledRelation",
    "Losses",
    "NamedFile",
    "Parts",
    "Wanted",
    "WrittenFile",
    "import_articles",
    "usable",
]
