"""What can go wrong in a way that a user understands.

An error carries facts (a path, an encoding), not sentences: ``core.cli`` and ``gui.error_messages``
word it, each for its readers. Anything that is not a ``UserError`` is a bug.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.schemes.problems import Problem


class UserError(Exception):
    """The family; ``path`` is the file concerned, where there is one."""

    def __init__(self, path: Path | None = None, detail: str = "") -> None:
        super().__init__(f"{path}: {detail}" if path else detail)
        self.path = path
        self.detail = detail

    def __reduce__(self) -> tuple[type[UserError], tuple[Path | None, str]]:
        return type(self), (self.path, self.detail)


class FileMissing(UserError):
    """There is no such file."""


class FileUnreadable(UserError):
    """The file is there and may not or cannot be read."""


class NotText(UserError):
    """The file is binary, or of a kind that no reader knows."""


class OldDocument(NotText):
    """An Office document of before 2007, which has to be saved as .docx first."""


class FileTooLarge(UserError):
    """The file is larger than the window or a reader takes."""


class SidecarBroken(UserError):
    """The sidecar is not JSON, or not what the schema asks for."""


class SidecarTooNew(UserError):
    """The sidecar was written by a newer version: it opens read-only."""


class SourceChanged(UserError):
    """The article is no longer the one that was annotated."""


class SidecarChanged(UserError):
    """Somebody else saved the sidecar after it was loaded."""


class SaveFailed(UserError):
    """The sidecar could not be written: nothing was replaced."""


class ExportFailed(SaveFailed):
    """A file that was asked for could not be written: nothing was replaced."""


class SchemeBroken(UserError):
    """A label scheme is not valid; ``problems`` say where and what to do, ``detail`` the same in English."""

    def __init__(
        self, path: Path | None = None, detail: str = "", problems: tuple[Problem, ...] = ()
    ) -> None:
        super().__init__(path, detail or "; ".join(map(str, problems)))
        self.problems = problems

    def __reduce__(self) -> tuple[type[SchemeBroken], tuple[Path | None, str, tuple[Problem, ...]]]:  # type: ignore[override]
        return type(self), (self.path, self.detail, self.problems)


class ModelBroken(UserError):
    """A file that should hold what was learnt does not."""


class PatternBroken(UserError):
    """A regular expression is none; ``detail`` says why."""


class PatternTooSlow(UserError):
    """A regular expression took too long in one text and was given up; ``detail`` is the expression."""


class BadRequest(UserError):
    """An argument of the command line, or an export option, makes no sense."""
