"""Errors in words for the terminal: one line, which file, and what to do where there is something to do."""

from __future__ import annotations

from core import errors

SENTENCES: dict[type[errors.UserError], str] = {
    errors.FileMissing: "there is no such file",
    errors.FileUnreadable: "it can't be read: {detail}",
    errors.NotText: "it is not an article: {detail}",
    errors.OldDocument: "it is {detail}",
    errors.FileTooLarge: "it is too large: {detail}",
    errors.SidecarBroken: "its annotations can't be read and were left as they are: {detail}",
    errors.SidecarTooNew: "it was annotated with a newer version of Danqian",
    errors.SourceChanged: "it has changed since it was annotated; {detail}",
    errors.SidecarChanged: "somebody else saved its annotations meanwhile; nothing was overwritten",
    errors.SaveFailed: "it could not be written: {detail}",
    errors.ExportFailed: "it could not be written: {detail}",
    errors.SchemeBroken: "the label scheme is not valid: {detail}",
    errors.ModelBroken: "it is not what danqian train writes, or it is damaged",
    errors.PatternBroken: "the pattern is not a regular expression: {detail}",
    errors.PatternTooSlow: "the pattern “{detail}” takes too long: make it simpler",
    errors.BadRequest: "{detail}",
    errors.UserError: "{detail}",
}


def sentence(error: errors.UserError) -> str:
    """The line for an error."""
    kind = next(kind for kind in type(error).__mro__ if kind in SENTENCES)
    words = SENTENCES[kind].format(detail=error.detail)
    line = f"{error.path}: {words}" if error.path else words
    return " ".join(line.split())
