"""The particulars of an error in the language of the window: what core and the system say in English.

What stands behind a colon is technical and stays as it is. Numbers are left out of the look-up and put
back; words that nobody has translated stay as they came.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from gui.words.language import QT_TRANSLATE_NOOP

DETAILS = (
    QT_TRANSLATE_NOOP("Details", "no such file"),
    QT_TRANSLATE_NOOP("Details", "a picture"),
    QT_TRANSLATE_NOOP("Details", "an archive"),
    QT_TRANSLATE_NOOP("Details", "a program"),
    QT_TRANSLATE_NOOP("Details", "binary data"),
    QT_TRANSLATE_NOOP("Details", "an old Office document (.doc, .wps, .xls); save it as .docx first"),
    QT_TRANSLATE_NOOP("Details", "an Office document locked with a password; save it without one first"),
    QT_TRANSLATE_NOOP("Details", "an RTF document; save it as .docx first"),
    QT_TRANSLATE_NOOP("Details", "a damaged or locked .docx"),
    QT_TRANSLATE_NOOP("Details", "a damaged or locked .epub"),
    QT_TRANSLATE_NOOP("Details", "a .docx of which a part unpacks to more than {0} MB"),
    QT_TRANSLATE_NOOP("Details", "an .epub of which a part unpacks to more than {0} MB"),
    QT_TRANSLATE_NOOP("Details", "an .epub locked by its publisher"),
    QT_TRANSLATE_NOOP("Details", "a damaged .pdf"),
    QT_TRANSLATE_NOOP("Details", "a .pdf locked with a password; save it without one first"),
    QT_TRANSLATE_NOOP(
        "Details", "a .pdf without a text layer, of scanned pages; recognize its characters first"
    ),
    QT_TRANSLATE_NOOP("Details", "a .pdf of more than {0} million characters"),
    QT_TRANSLATE_NOOP("Details", "a letter of parts nested without end"),
    QT_TRANSLATE_NOOP("Details", "a letter without words in it"),
    QT_TRANSLATE_NOOP("Details", "a saved page of parts nested without end"),
    QT_TRANSLATE_NOOP("Details", "a saved page without a page in it"),
    QT_TRANSLATE_NOOP("Details", "the file is read-only"),
    QT_TRANSLATE_NOOP("Details", "{0} MB, at most {1} MB"),
    QT_TRANSLATE_NOOP(
        "Details",
        "Parquet needs pyarrow (pip install 'danqian[parquet]'); hf-jsonl holds the same without it",
    ),
    QT_TRANSLATE_NOOP("Details", "it is not JSON"),
    QT_TRANSLATE_NOOP("Details", "it is nested too deeply"),
    QT_TRANSLATE_NOOP("Details", "Permission denied"),
    QT_TRANSLATE_NOOP("Details", "Operation not permitted"),
    QT_TRANSLATE_NOOP("Details", "No space left on device"),
    QT_TRANSLATE_NOOP("Details", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("Details", "Read-only file system"),
    QT_TRANSLATE_NOOP("Details", "File too large"),
    QT_TRANSLATE_NOOP("Details", "File name too long"),
    QT_TRANSLATE_NOOP("Details", "Is a directory"),
    QT_TRANSLATE_NOOP("Details", "Not a directory"),
    QT_TRANSLATE_NOOP("Details", "Input/output error"),
    QT_TRANSLATE_NOOP("Details", "No such file or directory"),
)
_NUMBER = re.compile(r"\d+")


def detail_in_words(detail: str) -> str:
    """``detail`` in the language of the window.

    >>> detail_in_words("300 MB, at most 256 MB")
    '300 MB, at most 256 MB'
    """
    head, colon, rest = detail.partition(": ")
    if colon and head in DETAILS:
        return f"{detail_in_words(head)}: {rest}"
    numbers = iter(range(9))
    pattern = _NUMBER.sub(lambda _: f"{{{next(numbers, 8)}}}", detail)
    if pattern not in DETAILS:
        return detail
    return QCoreApplication.translate("Details", pattern).format(*_NUMBER.findall(detail))
