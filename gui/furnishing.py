"""Makes everything behind the window and connects it: the only such place.

It is imported after the window is up, as it loads all the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QSettings

from core.edits import Author
from gui.acts import Acts
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
from gui.controllers.reading_ahead import ReadingAhead
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
from gui.controllers.timing import Timing
from gui.dataset_acts import DatasetActs
from gui.main_window import MainWindow
from gui.page_work import PageWork
from gui.session import Session
from gui.settings import save_settings
from gui.window_parts import WindowParts
from gui.wiring import Wiring
from gui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every controller is made with."""

    window: MainWindow
    appearance: Appearance
    session: Session
    background: Background
    parts: WindowParts
    conversation: Conversation

    def author(self) -> Author:
        """Who acts, and when: now."""
        return Author(self.appearance.settings.annotator or None, _now())


@dataclass(frozen=True, slots=True)
class _Files:
    """What opens and saves articles, and leads from one to the next."""

    saving: Saving
    closing: Closing
    recognizing: Recognizing
    folder: Folder
    blinding: Blinding
    articles: Articles
    stepping: Stepping
    everywhere: Everywhere
    ahead: ReadingAhead


def furnish(window: MainWindow, appearance: Appearance, store: QSettings) -> Workplace:
    """Fill ``window`` and bring it to life; the user's choices go back to ``store`` when it closes."""
    session, background = Session(window), Background(window)
    parts = WindowParts(window, session.scheme, appearance.theme)
    conversation = Conversation(window, lambda: appearance.theme)
    ground = _Ground(window, appearance, session, background, parts, conversation)
    files = _files(ground)
    resuming = Resuming(session, parts.article, appearance, store)
    workplace = _workplace(ground, files, resuming)
    workplace.page_work.recognition_changed.connect(files.ahead.forget)
    Wiring(workplace)
    Acts(workplace)
    DatasetActs(workplace)
    workplace.closing.window_released.connect(lambda: _put_away(workplace, store))
    return workplace


def _files(ground: _Ground) -> _Files:
    session, background, conversation = ground.session, ground.background, ground.conversation
    appearance, parts, author = ground.appearance, ground.parts, ground.author
    timing = Timing(session)
    timing.watch(ground.window.windowHandle())
    # Threads of its own: a long article that is being marked may not keep its marks from being saved.
    saving = Saving(session, Background(ground.window, threads=1), conversation, timing.stamped)
    closing = Closing(session, saving, conversation)
    recognizing = Recognizing(session, saving, background, conversation, author)
    folder = Folder(parts.files_panel, session, background, appearance)
    blinding = Blinding(session, appearance, lambda: folder.place)
    ahead = ReadingAhead(session, folder, background)
    articles = Articles(
        session, saving, closing, recognizing, background, conversation, appearance, blinding, ahead
    )
    stepping = Stepping(session, folder, articles, appearance)
    everywhere = Everywhere(
        session, saving, folder, parts.find_panel.work, conversation, author, articles.reload
    )
    return _Files(saving, closing, recognizing, folder, blinding, articles, stepping, everywhere, ahead)


def _workplace(ground: _Ground, files: _Files, resuming: Resuming) -> Workplace:
    session, background, conversation = ground.session, ground.background, ground.conversation
    appearance, parts, author = ground.appearance, ground.parts, ground.author
    saving, folder, everywhere = files.saving, files.folder, files.everywhere
    questioning = Questioning(session, author)
    settling = Settling(session, questioning, conversation, author)
    ask_keys = partial(conversation.choose_keys, parts.actions_table, lambda: session.scheme)
    return Workplace(
        window=ground.window,
        parts=parts,
        session=session,
        background=background,
        conversation=conversation,
        appearance=appearance,
        marking=Marking(session, parts.article, author, conversation.ask_words),
        shaping=Shaping(session, parts.article, author, conversation.choose_one),
        relating=Relating(session, author, conversation.choose_one),
        answering=Answering(session, author),
        scheming=Scheming(session, files.closing, everywhere, conversation, author),
        guiding=Guiding(session, parts.guidelines, conversation.show_guidelines),
        keys=Keys(parts.actions_table, appearance, ask_keys, ground.window),
        naming=Naming(session, parts.name_panel, background, conversation, author),
        repairing=Repairing(session, author),
        questioning=questioning,
        settling=settling,
        saving=saving,
        handing_on=HandingOn(
            session, background, conversation, author, parts.article.selected_span, ground.window
        ),
        journaling=Journaling(session, saving, conversation, _now),
        closing=files.closing,
        recognizing=files.recognizing,
        articles=files.articles,
        progressing=Progressing(session, saving, files.stepping.go_unfinished, conversation, author),
        folder=folder,
        stepping=files.stepping,
        resuming=resuming,
        searching=Searching(parts.find_panel, folder, background, lambda: files.blinding.is_on),
        everywhere=everywhere,
        spreading=Spreading(session, folder, everywhere, saving.when_saved, conversation, author),
        neighboring=Neighboring(session, folder, background, conversation),
        preannotating=Preannotating(folder, parts.files_panel.work),
        blinding=files.blinding,
        assigning=Assigning(lambda: folder.dataset, conversation),
        exchanging=Exchanging(lambda: folder.dataset, background, conversation, author),
        page_work=_page_work(ground, files, settling),
    )


def _page_work(ground: _Ground, files: _Files, settling: Settling) -> PageWork:
    return PageWork(
        ground.parts,
        ground.session,
        ground.background,
        ground.conversation,
        ground.appearance,
        ground.author,
        lambda: files.folder.dataset,
        files.saving.when_saved,
        settling,
    )


def _now() -> str:
    """The time of an act, ISO 8601 with offset."""
    return datetime.now().astimezone().isoformat("T", "seconds")


def _put_away(workplace: Workplace, store: QSettings) -> None:
    """Remember the window's place and the user's choices, and let the program end."""
    workplace.resuming.leave()
    parts, settings = workplace.parts, workplace.appearance.settings
    save_settings(
        store,
        replace(
            settings,
            geometry=bytes(workplace.window.saveGeometry().data()),
            panel_widths=tuple(parts.desk.widths().items()),
            mode=workplace.appearance.mode,
            is_files_shown=parts.actions_table["view.files"].isChecked(),
            is_panel_shown=parts.actions_table["view.panel"].isChecked(),
        ),
    )
    QCoreApplication.quit()
