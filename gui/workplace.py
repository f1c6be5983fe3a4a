"""The objects of one running window, which ``app`` makes and ``wiring`` and ``acts`` connect."""

from __future__ import annotations

from dataclasses import dataclass

from gui.appearance import Appearance
from gui.articles import Articles
from gui.background import Background
from gui.closing import Closing
from gui.conversation import Conversation
from gui.folder import Folder
from gui.journaling import Journaling
from gui.main_window import MainWindow
from gui.marking import Marking
from gui.recognizing import Recognizing
from gui.repairing import Repairing
from gui.saving import Saving
from gui.session import Session
from gui.settling import Settling
from gui.window_parts import WindowParts


@dataclass(frozen=True, slots=True)
class Workplace:
    """The window, the session, and a controller for each kind of act."""

    window: MainWindow
    parts: WindowParts
    session: Session
    appearance: Appearance
    marking: Marking
    repairing: Repairing
    settling: Settling
    saving: Saving
    journaling: Journaling
    closing: Closing
    recognizing: Recognizing
    articles: Articles
    folder: Folder
    background: Background
    conversation: Conversation
