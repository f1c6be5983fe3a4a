"""The self test of an installation, as ``danqian-gui --self-test`` runs it."""

import json
import subprocess
import sys
from pathlib import Path

from core.sidecar import digest_of


def self_test(article: Path, report: Path) -> tuple[int, dict[str, object]]:
    command = [sys.executable, "-m", "gui.app", "--self-test", str(report), str(article)]
    done = subprocess.run(command, capture_output=True, timeout=100, check=False)
    return done.returncode, json.loads(report.read_text("utf-8")) if report.exists() else {}


def test_it_opens_marks_saves_and_reports(sample, tmp_path):
    status, report = self_test(sample, tmp_path / "report.json")
    sidecar = sample.with_name("chongqing.txt.danqian.json")
    assert status == 0
    assert report["platform"] == "offscreen"
    assert report["annotations"] > 100
    assert report["sidecar_sha256"] == digest_of(sidecar)
    assert report["warnings"] == []
    assert (tmp_path / "report.png").stat().st_size > 10_000


def test_a_refusal_ends_it_at_once_with_the_reason(tmp_path):
    article = tmp_path / "picture.txt"
    article.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    status, report = self_test(article, tmp_path / "report.json")
    assert status == 2
    assert report["saved_to"] is None
    *_, reason = report["warnings"]  # the offscreen platform complains about dialogs
    assert reason.startswith("the window asks: ")


def test_it_needs_one_article(tmp_path):
    status, report = self_test(tmp_path, tmp_path / "report.json")
    assert (status, report) == (2, {})


def test_a_window_that_cannot_be_furnished_ends_it(sample, tmp_path):
    broken = "import sys, gui.app, gui.furnishing as f; f.furnish = None; sys.exit(gui.app.main())"
    command = [sys.executable, "-c", broken, "--self-test", str(tmp_path / "report.json"), str(sample)]
    done = subprocess.run(command, capture_output=True, timeout=100, check=False)
    assert (done.returncode, b"TypeError" in done.stderr) == (1, True)
