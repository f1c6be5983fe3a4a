"""Files are written whole or not at all."""

import os
import sys

import pytest

from core.files.safe_files import is_there, real_path, replace_file


def test_a_file_is_made_and_replaced(tmp_path):
    path = tmp_path / "甲.json"
    replace_file(path, b"1")
    path.chmod(0o600)
    replace_file(path, b"2")
    assert path.read_bytes() == b"2"
    assert [p.name for p in tmp_path.iterdir()] == ["甲.json"]
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_what_a_killed_write_left_is_taken_over(tmp_path, monkeypatch):
    path = tmp_path / "a"
    monkeypatch.setattr(os, "replace", lambda *paths: os.kill)
    replace_file(path, b"1")
    [left] = tmp_path.iterdir()
    assert left.name.startswith(".danqian-")
    monkeypatch.undo()
    replace_file(path, b"2")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_the_longest_name_that_a_folder_takes(tmp_path):
    path = tmp_path / ("x" * 255)
    replace_file(path, b"1")
    assert path.read_bytes() == b"1"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_not_replaced(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"1")
    path.chmod(0o400)
    with pytest.raises(PermissionError):
        replace_file(path, b"2")
    assert path.read_bytes() == b"1"


def test_on_windows_a_file_that_is_open_for_a_moment_is_waited_for(tmp_path, monkeypatch):
    path = tmp_path / "a"
    replacing, attempts = os.replace, []

    def busy(*paths):
        attempts.append(paths)
        if len(attempts) < 3:
            raise PermissionError(13, "in use")
        replacing(*paths)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "replace", busy)
    replace_file(path, b"1")
    assert (path.read_bytes(), len(attempts)) == (b"1", 3)


def test_a_link_leads_to_the_file_itself(tmp_path):
    itself, link = tmp_path / "a.json", tmp_path / "b.json"
    itself.write_bytes(b"{}")
    link.symlink_to(itself)
    assert real_path(link) == real_path(itself)


def test_a_path_whose_end_the_system_cannot_tell_stays_as_it_is_named(tmp_path, monkeypatch):
    def fail(path):
        raise OSError(22, "more data is available")

    monkeypatch.setattr("os.path.realpath", fail)
    assert real_path(tmp_path / "a.json") == tmp_path / "a.json"


def test_of_a_name_that_is_too_long_there_is_no_file(tmp_path):
    assert not is_there(tmp_path / ("长" * 300))
    assert is_there(tmp_path)
