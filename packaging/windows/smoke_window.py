"""The smoke test of ``danqian-gui.exe``: it tests itself, and is opened and closed as a person does."""

from __future__ import annotations

import json
import time
from pathlib import Path

from desktop import until
from smoke_installing import RUNNING, chinese_folder, open_with
from trial import SAMPLE, Trial, sidecar_of, without_clock


def test_itself(trial: Trial) -> None:
    """The window tests itself, without a screen and on the Windows desktop."""
    expected = trial.linux_sidecar(trial.article.name)
    for platform in ("offscreen", "windows"):
        sidecar = sidecar_of(trial.article)
        sidecar.unlink(missing_ok=True)
        report = _self_test(trial, platform, trial.usual)
        trial.check(f"{platform}: no warnings", report.get("warnings") == [], seen=report.get("warnings"))
        trial.check(f"{platform}: it is the platform", report.get("platform") == platform, seen=report)
        same = sidecar.exists() and without_clock(sidecar.read_bytes()) == expected
        trial.check(f"{platform}: the sidecar is Linux's, but for the seconds", same)
    written = [path for path in trial.usual.rglob("*") if path.name == "__pycache__"]
    trial.check("nothing is written where the program is", not written, seen=written)


def open_by_hand(trial: Trial) -> None:
    """An article is opened, a second one comes into the same window, the window is closed."""
    second = trial.wine.home / "第二篇.txt"
    second.write_bytes(SAMPLE.read_bytes())
    began = time.monotonic()
    running = trial.start_window(trial.article)
    trial.check("a window with the article's name", trial.desktop.shows(trial.article.name))
    print(f"      after {time.monotonic() - began:.1f} s")
    time.sleep(4)  # the marks are found after the window is up
    trial.desktop.take_picture(trial.folder / "window.png")
    trial.check(f"the installer refuses ({RUNNING}) meanwhile", trial.install() == RUNNING)
    refused = trial.uninstall(trial.usual)
    trial.check(
        f"so does the uninstaller ({RUNNING})", refused == RUNNING and running.poll() is None, seen=refused
    )
    again = trial.window(second)
    trial.check("a second start ends at once", again.returncode == 0 and running.poll() is None)
    trial.check("and its article is in the window", trial.desktop.shows(second.name, seconds=20))
    third = trial.wine.home / "第三篇 𠮷.txt"
    third.write_bytes(SAMPLE.read_bytes())
    trial.wine.run(open_with(trial), trial.wine.windows_path(third))
    trial.check("“Open with” opens one there too", trial.desktop.shows(third.name, seconds=20))
    windows = [title for title in trial.desktop.titles() if ".txt" in title]
    trial.check("which is the only one", len(windows) == 1, seen=windows)
    trial.desktop.close(third.name)
    trial.check("it closes", until(lambda: running.poll() is not None, seconds=20))
    trial.check("with exit status 0", running.poll() == 0, seen=running.poll())


def open_in_chinese_folder(trial: Trial) -> None:
    """The window tests itself from a folder with a Chinese name."""
    sidecar_of(trial.article).unlink(missing_ok=True)
    report = _self_test(trial, "windows", chinese_folder(trial))
    trial.check("it runs there", report.get("annotations"), seen=report)


def _self_test(trial: Trial, platform: str, at: Path) -> dict[str, object]:
    target = trial.folder / f"self-test-{platform}.json"
    target.unlink(missing_ok=True)
    done = trial.window("--self-test", target, trial.article, at=at, platform=platform)
    trial.check(f"{platform}: self test", done.returncode == 0, seen=(done.returncode, done.stderr[-500:]))
    report: dict[str, object] = json.loads(target.read_text("utf-8")) if target.exists() else {}
    return report
