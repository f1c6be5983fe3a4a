"""Acts on questions: what an editor decides about one, in the article and for all of its folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core import edits
from core.document import Document, Finding
from core.edits import Author
from core.edits.questions import ALWAYS
from core.errors import UserError
from core.house import forget, remember
from core.house.settled import SettledQuestion, key_of, settled_of
from gui.controllers.conversation import Conversation
from gui.controllers.document_acts import DocumentActs
from gui.controllers.questioning import Questioning
from gui.session import Session
from gui.words.question_words import question_words

Key = tuple[str, str, str]


class Settling(DocumentActs):
    """Carries out decisions on findings; every decision is one step of the session's history.

    What is settled for good is kept in the folder's list too. The list follows the article: undoing the
    decision takes it out again.
    """

    def __init__(
        self,
        session: Session,
        questioning: Questioning,
        conversation: Conversation,
        author: Callable[[], Author],
    ) -> None:
        super().__init__(session, author)
        self._questioning, self._conversation = questioning, conversation
        self._kept: dict[Key, SettledQuestion] = {}
        """The questions of which the folder has heard from here."""

        session.document_opened.connect(self._kept.clear)
        session.document_changed.connect(self._follow)

    def settle(self, finding_id: str, decision: str | None) -> None:
        """Decide a question (``right mistake ignored always``), or open it again by None."""
        finding = self._finding(finding_id)
        if finding is None or finding.decision == decision:
            return
        if self._session.is_read_only:
            self.noticed.emit(self.tr("Opened for reading only"))
            return
        by = self._author()
        concerns_folder = ALWAYS in (finding.decision, decision) and self._session.path is not None
        if concerns_folder and not self._keep(settled_of(finding, by.name, by.now), decision == ALWAYS):
            return
        document = self._document()
        for each in self._alike(finding) if concerns_folder else (finding,):
            document = edits.settle(document, each.id, decision, by, each.note)
        self._edit(document, self.tr("Settle Question") if decision else self.tr("Ask Again"))

    def ask_again_in_folder(self, question: SettledQuestion) -> None:
        """Take a question that the open article does not raise out of the folder's list."""
        if self._session.is_read_only:
            self.noticed.emit(self.tr("Opened for reading only"))
        elif self._keep(question, is_settled=False):
            del self._kept[question.question_key]
            self.noticed.emit(self.tr("Asked again in the articles that raise it"))

    def settle_selected(self, decision: str | None) -> None:
        """Decide the selected question, and go on to the next one that is open."""
        selected = self._session.selected_finding
        if selected is None:
            self.noticed.emit(self.tr("No question is selected: F4 goes to the next"))
            return
        before = self._document()
        self.settle(selected, decision)
        if decision and self._document() is not before and self._is_any_open():
            self._questioning.step(1)

    def write_note(self, finding_id: str) -> None:
        """Ask for the note on a question that is settled; an empty one takes it away."""
        finding = self._finding(finding_id)
        if finding is not None:
            question, _ = question_words(finding)
            title, note = self.tr("Note on the Question"), finding.note or ""
            self._conversation.ask_words(title, question, note, lambda words: self._note(finding_id, words))

    def _note(self, finding_id: str, words: str) -> None:
        if finding := self._finding(finding_id):
            note, by = words.strip() or None, self._author()
            document = edits.settle(self._document(), finding_id, finding.decision, by, note)
            self._edit(document, self.tr("Note"))

    def _finding(self, finding_id: str) -> Finding | None:
        return next((each for each in self._document().findings if each.id == finding_id), None)

    def _is_any_open(self) -> bool:
        return any(finding.decision is None for finding in self._document().findings)

    def _alike(self, finding: Finding) -> list[Finding]:
        """All that ask the same in this article."""
        return [each for each in self._document().findings if key_of(each) == key_of(finding)]

    def _keep(self, question: SettledQuestion, is_settled: bool) -> bool:
        """Write into the folder's list that a question is settled, or take it out; tell where that fails."""
        path, house = self._session.path, self._session.house
        if path is None:
            return False
        try:
            (remember if is_settled else forget)(path, question)
        except UserError as error:
            self._conversation.tell(error)
            return False
        others = tuple(each for each in house.settled if each.question_key != question.question_key)
        self._session.house = replace(house, settled=(*others, question) if is_settled else others)
        self._kept[question.question_key] = question
        return True

    def _follow(self) -> None:
        """Let the folder's list say what the article says, after an undo say."""
        document = self._session.document
        if document is None or not self._kept:
            return
        settled, listed = _settled_for_good(document), {e.question_key for e in self._session.house.settled}
        for key, question in list(self._kept.items()):
            if (key in settled) != (key in listed) and not self._keep(question, key in settled):
                del self._kept[key]


def _settled_for_good(document: Document) -> set[Key]:
    return {key_of(finding) for finding in document.findings if finding.decision == ALWAYS}
