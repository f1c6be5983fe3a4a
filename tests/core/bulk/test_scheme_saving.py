"""Saving a scheme whose labels were renamed: the sidecars of all annotators follow, or nothing changes."""

from dataclasses import replace
from pathlib import Path

import pytest

from core import edits, pipeline, sidecar
from core.bulk import carry_out, take_back
from core.bulk.planning import Plan, undone
from core.bulk.scheme_saving import scheme_changes
from core.edits import Author
from core.errors import SchemeBroken, SidecarBroken, SidecarChanged
from core.files.source import read_source
from core.schemes import SCHEME_FILE, AttributeSpec, default_scheme, load_scheme, toml_of
from core.schemes.change import SchemeChange
from core.schemes.draft import draft_of, merge, put
from core.sidecar.opening import stored_in

BY = Author("甲", "2026-01-05T08:40:36+08:00")
TEXT = "记者张三报道：江州市引进企业21家，总投资10亿元。"


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    for name in ("一.txt", "二.txt", "下/三.txt"):
        article = tmp_path / "集" / name
        article.parent.mkdir(parents=True, exist_ok=True)
        article.write_text(TEXT, encoding="utf-8")
        document = pipeline.annotate(read_source(article))
        for annotator in (None, "乙"):
            sidecar.save(document, sidecar.sidecar_path(article, annotator), expected=None)
    return tmp_path / "集"


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    folder = tmp_path / "acts"
    folder.mkdir()
    return folder


def labels_in(folder: Path) -> list[set[str]]:
    return [
        {mark.label for mark in stored_in(path).annotations}
        for path in sorted(folder.rglob("*.danqian.json"))
    ]


def renamed() -> tuple[str, SchemeChange]:
    scheme = default_scheme()
    place = [label.name for label in scheme.labels].index("LOC")
    draft = put(draft_of(scheme), "labels", place, replace(scheme.labels[place], name="地点"))
    draft = put(draft, "labels", 0, replace(draft.scheme.labels[0], name="人物"))
    return toml_of(replace(draft.scheme, guidelines="")), draft.change


def test_every_sidecar_follows_and_all_is_undone_as_one(dataset: Path, acts: Path):
    before = {path: path.read_bytes() for path in dataset.rglob("*") if path.is_file()}
    assert all({"PER", "LOC"} <= labels for labels in labels_in(dataset))
    toml, change = renamed()
    told = Plan()
    journal = carry_out(scheme_changes(dataset / SCHEME_FILE, toml, change, BY, told), folder=acts)
    assert told.places == 6
    assert all({"人物", "地点"} <= labels and not {"PER", "LOC"} & labels for labels in labels_in(dataset))
    scheme = load_scheme(dataset / SCHEME_FILE)
    stored = stored_in(dataset / "一.txt.danqian.json")
    assert stored.scheme == scheme.record
    assert stored.history[-1].act == "follow_scheme"
    # Recognizing again finds the same names under their new labels.
    again = pipeline.annotate(read_source(dataset / "一.txt"), scheme=scheme)
    assert {mark.label for mark in again.annotations} == labels_in(dataset)[0]
    carry_out(take_back(journal, undone), folder=acts)
    after = {path: path.read_bytes() for path in dataset.rglob("*") if path.is_file()}
    assert after == before


def test_values_follow_a_renamed_attribute_and_choice_and_come_back(dataset: Path, acts: Path):
    role = AttributeSpec("role", {}, "choice", ("记者", "官员"))
    person = replace(default_scheme().labels[0], attributes=(role,))
    scheme = replace(default_scheme(), labels=(person, *default_scheme().labels[1:]), guidelines="")
    file = dataset / SCHEME_FILE
    file.write_text(toml_of(scheme), encoding="utf-8")
    target = dataset / "一.txt.乙.danqian.json"
    document = stored_in(target)
    mark = next(a for a in document.annotations if a.label == person.name)
    valued = edits.set_attribute(document, mark.id, "role", "官员", BY)
    sidecar.save(valued, target, expected=sidecar.digest_of(target))
    before = target.read_bytes()
    post = AttributeSpec("post", {}, "choice", ("记者", "干部"))
    draft = put(draft_of(load_scheme(file)), "labels", 0, replace(person, attributes=(post,)))
    journal = carry_out(
        scheme_changes(file, toml_of(draft.scheme), draft.change, BY, told := Plan()), folder=acts
    )
    assert told.places == 1
    assert stored_in(target).annotation(mark.id).attributes == {"post": "干部"}
    carry_out(take_back(journal, undone), folder=acts)
    assert target.read_bytes() == before


def test_a_folder_with_a_scheme_of_its_own_is_left_alone(dataset: Path, acts: Path):
    (dataset / "下" / SCHEME_FILE).write_text(toml_of(default_scheme()), encoding="utf-8")
    toml, change = renamed()
    told = Plan()
    carry_out(scheme_changes(dataset / SCHEME_FILE, toml, change, BY, told), folder=acts)
    assert told.places == 4


def test_a_broken_sidecar_is_told_and_left(dataset: Path, acts: Path):
    broken = dataset / "二.txt.danqian.json"
    broken.write_text("{", encoding="utf-8")
    toml, change = renamed()
    told = Plan()
    carry_out(scheme_changes(dataset / SCHEME_FILE, toml, change, BY, told), folder=acts)
    assert [type(problem) for problem in told.problems] == [SidecarBroken]
    assert broken.read_text(encoding="utf-8") == "{"
    assert told.places == 5


def test_a_scheme_that_is_not_valid_changes_nothing(dataset: Path, acts: Path):
    with pytest.raises(SchemeBroken):
        carry_out(scheme_changes(dataset / SCHEME_FILE, "name = 1", renamed()[1], BY, Plan()), folder=acts)
    assert not (dataset / SCHEME_FILE).exists()


def test_a_file_that_somebody_writes_meanwhile_stops_all(dataset: Path, acts: Path):
    toml, change = renamed()
    changes = list(scheme_changes(dataset / SCHEME_FILE, toml, change, BY, Plan()))
    last = changes[-1].path
    last.write_bytes(last.read_bytes() + b" ")
    with pytest.raises(SidecarChanged):
        carry_out(changes, folder=acts)
    assert all("LOC" in labels for labels in labels_in(dataset))
    assert not (dataset / SCHEME_FILE).exists()


def test_merged_labels_leave_one_mark_on_one_place(dataset: Path, acts: Path):
    scheme = default_scheme()
    places = [label.name for label in scheme.labels]
    draft = merge(draft_of(scheme), places.index("LOC"), places.index("ORG"))
    toml = toml_of(replace(draft.scheme, guidelines=""))
    told = Plan()
    carry_out(scheme_changes(dataset / SCHEME_FILE, toml, draft.change, BY, told), folder=acts)
    assert all("ORG" in labels and "LOC" not in labels for labels in labels_in(dataset))


def test_a_scheme_that_was_changed_since_stays_when_the_act_is_undone(dataset: Path, acts: Path):
    toml, change = renamed()
    journal = carry_out(scheme_changes(dataset / SCHEME_FILE, toml, change, BY, Plan()), folder=acts)
    changed = (dataset / SCHEME_FILE).read_text(encoding="utf-8") + "# mine\n"
    (dataset / SCHEME_FILE).write_text(changed, encoding="utf-8")
    carry_out(take_back(journal, undone), folder=acts)
    assert (dataset / SCHEME_FILE).read_text(encoding="utf-8") == changed
    assert all("LOC" in labels for labels in labels_in(dataset))
