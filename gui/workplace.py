"""The objects of one running window, which ``app`` makes and ``wiring`` and ``acts`` connect."""

from __future__ import annotations

from dataclasses import dataclass

from gui.background import Background
from gui.controllers.answering import Answering
from gui.controllers.appearance import Appearance
from gui.controllers.articles import Articles
from gui.controllers.assigning import Assigning
from gui.controllers.blinding import Blinding
from gui.controllers.closing import Closing
from gui.controllers.conversation import Conversation
from gui.controllers.everywhere import Everywhere
from gui.controllers.exchanging import Exchanging
from gui.controllers.folder import Folder
from gui.controllers.guiding import Guiding
from gui.controllers.handing_on import HandingOn
from gui.controllers.journaling import Journaling
from gui.controllers.keys import Keys
from gui.controllers.marking import Marking
from gui.controllers.naming import Naming
from gui.controllers.neighboring import Neighboring
from gui.controllers.preannotating import Preannotating
from gui.controllers.progressing import Progressing
from gui.controllers.questioning import Questioning
from gui.controllers.recognizing import Recognizing
from gui.controllers.relating import Relating
from gui.controllers.repairing import Repairing
from gui.controllers.resuming import Resuming
from gui.controllers.saving import Saving
from gui.controllers.scheming import Scheming
from gui.controllers.searching import Searching
from gui.controllers.settling import Settling
from gui.controllers.shaping import Shaping
from gui.controllers.spreading import Spreading
from gui.controllers.stepping import Stepping
from gui.main_window import MainWindow
from gui.page_work import PageWork
from gui.session import Session
from gui.window_parts import WindowParts


@dataclass(frozen=True, slots=True)
class Workplace:
    """The window, the session, and a controller for each kind of act."""

    window: MainWindow
    parts: WindowParts
    session: Session
    appearance: Appearance
    marking: Marking
    shaping: Shaping
    relating: Relating
    answering: Answering
    guiding: Guiding
    scheming: Scheming
    keys: Keys
    naming: Naming
    repairing: Repairing
    questioning: Questioning
    settling: Settling
    saving: Saving
    handing_on: HandingOn
    journaling: Journaling
    closing: Closing
    recognizing: Recognizing
    articles: Articles
    progressing: Progressing
    folder: Folder
    stepping: Stepping
    resuming: Resuming
    searching: Searching
    everywhere: Everywhere
    spreading: Spreading
    neighboring: Neighboring
    preannotating: Preannotating
    background: Background
    conversation: Conversation
    blinding: Blinding
    assigning: Assigning
    page_work: PageWork
    exchanging: Exchanging

    def words_in_hand(self) -> str:
        """The selected words of the article, or those of the selected mark; empty without either."""
        document, span = self.session.document, self.parts.article.selected_span()
        if document is None:
            return ""
        if span:
            return span.of(document.text)
        return document.annotation(self.session.selected).quote if self.session.selected else ""

    def wait(self) -> None:
        """Let everything end that is being written, before the program does."""
        for work in (
            self.saving,
            self.journaling,
            self.everywhere,
            self.preannotating,
            self.page_work,
            self.spreading,
        ):
            work.wait()
