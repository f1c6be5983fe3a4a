"""Which article a sidecar belongs to."""

import pytest

from core.sidecar import article_of, sidecar_path


@pytest.mark.parametrize(
    ("there", "sidecar", "article"),
    [
        (["a.txt"], "a.txt.danqian.json", "a.txt"),
        (["a.txt"], "a.txt.甲.danqian.json", "a.txt"),  # a named annotator's
        (["a.txt.甲", "a.txt"], "a.txt.甲.danqian.json", "a.txt.甲"),  # an article of that very name
        (["要闻 𬱖.html"], "要闻 𬱖.html.danqian.json", "要闻 𬱖.html"),
        ([], "a.txt.danqian.json", "a.txt"),  # gone: the refusal names it
    ],
)
def test_the_article_of_a_sidecar(tmp_path, there, sidecar, article):
    for name in there:
        (tmp_path / name).touch()
    assert article_of(tmp_path / sidecar) == tmp_path / article


@pytest.mark.parametrize("annotator", [None, "甲"])
def test_it_is_the_way_back_from_an_article_to_its_sidecar(sample, annotator):
    assert article_of(sidecar_path(sample, annotator)) == sample
