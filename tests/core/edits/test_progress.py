"""How far an article is, and what it is as a whole."""

from core import edits


def test_an_article_is_done_skipped_and_begun_again(document, author):
    done = edits.set_progress(document, "done", author)
    assert (done.progress.status, done.history[-1].act) == ("done", "done")
    skipped = edits.set_progress(done, "skipped", author, reason="广告")
    assert (skipped.progress.status, skipped.progress.reason) == ("skipped", "广告")
    assert edits.set_progress(skipped, "skipped", author, reason="广告") is skipped


def test_a_flag_begins_an_article_and_finishes_none(document, author):
    flagged = edits.set_flag(document, True, author, reason="存疑")
    assert (flagged.progress.status, flagged.progress.flagged, flagged.progress.reason) == (
        "in_progress",
        True,
        "存疑",
    )
    done = edits.set_progress(flagged, "done", author, reason="存疑")
    cleared = edits.set_flag(done, False, author)
    assert (cleared.progress.status, cleared.progress.flagged, cleared.progress.reason) == (
        "done",
        False,
        None,
    )
    assert edits.set_flag(cleared, False, author) is cleared


def test_working_time_adds_up_without_an_act(document):
    after = edits.add_seconds(edits.add_seconds(document, 5), 7)
    assert (after.progress.seconds, after.history) == (12, document.history)


def test_labels_of_the_whole_article(document, author):
    labelled = edits.set_article_label(document, "topic", ["经济", "区域"], author)
    assert labelled.labels == {"topic": ("经济", "区域")}
    assert edits.set_article_label(labelled, "topic", ["经济", "区域"], author) is labelled
    assert edits.set_article_label(labelled, "topic", [], author).labels == {}
