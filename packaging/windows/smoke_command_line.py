"""The smoke test of ``danqian.exe``: pipes, exit statuses, several processes, hard names."""

from __future__ import annotations

from pathlib import Path

from trial import SAMPLE, Trial, sidecar_of

FOLDER = "稿件 𠮷 二〇二六"


def use_pipes(trial: Trial) -> None:
    """The command line: pipes and exit statuses."""
    version = trial.console("--version")
    trial.check("danqian --version", version.returncode == 0 and version.stdout.startswith(b"danqian "))
    trial.check("line feeds on pipes", version.stdout.endswith(b"\n") and b"\r" not in version.stdout)
    damaged = SAMPLE.read_bytes()
    here, there = (run("restore", "-", given=damaged) for run in (trial.linux, trial.console))
    trial.check("a pipe restores the same bytes as Linux", here.stdout and here.stdout == there.stdout)
    asked = trial.console("check", trial.article)
    trial.check("exit status 1 with findings", asked.returncode == 1, seen=asked.returncode)
    wrong = trial.console("restore", "没有这个文件.txt")
    trial.check("exit status 2 and one sentence without the file", wrong.returncode == 2, seen=wrong.stderr)
    trial.check("the sentence is UTF-8", "没有这个文件.txt" in wrong.stderr.decode("utf-8", "replace"))


def annotate_folder(trial: Trial) -> None:
    """The command line: a folder in two processes."""
    folder = trial.wine.home / FOLDER
    names = [f"第 {number} 篇.txt" for number in range(1, 4)]
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(SAMPLE.read_bytes())
    done = trial.console("annotate", folder, "--jobs", "2")
    trial.check("annotate --jobs 2", done.returncode == 0, seen=done.stderr[-300:])
    for name in names:
        written = sidecar_of(folder / name)
        same = written.exists() and written.read_bytes() == trial.linux_sidecar(name)
        trial.check(f"the sidecar of {name} is Linux's, byte for byte", same)


def annotate_far_places(trial: Trial) -> None:
    """The command line: paths over 260 characters, and a share."""
    deep = trial.wine.home.joinpath(FOLDER, *["很长的文件夹名字" * 5] * 6)
    length = len(trial.wine.windows_path(deep / "a.txt"))
    _annotate(trial, deep / "a.txt", f"a path of {length} characters")
    share, name = trial.folder / "share", "共享 𠮷.txt"
    trial.wine.offer_share("server", "稿件库", share)
    _annotate(trial, share / name, "a share", told=rf"\\server\稿件库\{name}")


def _annotate(trial: Trial, article: Path, what: str, told: str = "") -> None:
    """Have an article annotated under the path ``told``, or its own, and compare its sidecar."""
    article.parent.mkdir(parents=True)
    article.write_bytes(SAMPLE.read_bytes())
    done = trial.console("annotate", told or article)
    trial.check(f"{what}: annotated", done.returncode == 0, seen=done.stderr[-300:])
    written = sidecar_of(article)
    same = written.exists() and written.read_bytes() == trial.linux_sidecar(article.name)
    trial.check(f"{what}: the sidecar is Linux's", same)
