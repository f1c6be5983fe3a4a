"""The smoke test of the installer: what it puts on the machine, upgrades and takes away."""

from __future__ import annotations

import re
from pathlib import Path

from desktop import until
from product import CONSOLE_PROGRAM, NAME, TITLE, WINDOW_PROGRAM, contents, version
from trial import Trial, sidecar_of

RUNNING = 5
"""The exit status of an installer that finds the program running."""

_UNINSTALL = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}"
_PROGRAMS = (f"{WINDOW_PROGRAM}.exe", f"{CONSOLE_PROGRAM}.exe", "uninstall.exe")
_APP_PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths"
_TEXTS, _OTHER = r"HKCU\Software\Classes\.txt", "Other.Text"
"""The user has another program for these."""
_SHORTCUT = f"{TITLE} {NAME}.lnk"


def install_silently(trial: Trial) -> None:
    """A silent installation for one user."""
    trial.wine.run("reg", "add", _TEXTS, "/ve", "/d", _OTHER, "/f")
    trial.check("exit status 0", trial.install() == 0)
    trial.check("the programs are there", _all_exist(trial.usual))
    trial.check("the licences are there", (trial.usual / "licenses" / "LGPL-3.0.txt").exists())
    trial.check("a shortcut in the Start menu", _start_menu(trial).joinpath(_SHORTCUT).exists())
    trial.check("none on the desktop", not _desktop_shortcut(trial).exists())
    entry = trial.registry(rf"HKCU\{_UNINSTALL}")
    trial.check("listed among the programs", version() in entry and "QuietUninstallString" in entry)
    for ending in contents()["open_with"]["endings"]:
        key = trial.registry(rf"HKCU\Software\Classes\{ending}")
        offered = "OpenWithProgids" in key and f"{NAME}.Document" in key
        taken = "@=" in key and _OTHER not in key
        trial.check(f"“Open with” for {ending}, not the default", offered and not taken, seen=key)
    trial.check("the user's default for .txt stays", _OTHER in trial.registry(_TEXTS))
    paths = trial.registry(rf"HKCU\{_APP_PATHS}")
    trial.check("both programs are found by their names", all(f"\\{name}" in paths for name in _PROGRAMS[:2]))
    nothing = trial.registry(rf"HKLM\{_UNINSTALL}")
    trial.check("nothing for other users", not nothing, seen=nothing)


def upgrade_in_place(trial: Trial) -> None:
    """An upgrade over the old copy: what is no longer part of it goes, what is the user's stays."""
    stale, own = trial.usual / "runtime" / "python313.zip", trial.usual / "我的笔记.txt"
    stale.write_bytes(b"of the old copy")
    own.write_text("笔记", encoding="utf-8")
    trial.check("exit status 0", trial.install("/DESKTOP=1") == 0)
    trial.check("the program's files are new", stale.stat().st_size > 1000 and _all_exist(trial.usual))
    trial.check("the user's file stays", own.read_text("utf-8") == "笔记")
    trial.check("a shortcut on the desktop, as asked for", _desktop_shortcut(trial).exists())


def move_to_chinese_folder(trial: Trial) -> None:
    """An upgrade into another folder, with a Chinese name: the old copy goes."""
    target = chinese_folder(trial)
    trial.check("exit status 0", trial.install(rf"/D={trial.wine.windows_path(target)}") == 0)
    trial.check("the programs are there", _all_exist(target))
    left = [str(path.relative_to(trial.usual)) for path in trial.usual.rglob("*")]
    trial.check("of the old copy only the user's file is left", left == ["我的笔记.txt"], seen=left)
    entry = trial.registry(rf"HKCU\{_UNINSTALL}")
    trial.check("the entry names the new folder", target.name in entry, seen=entry)
    trial.check("the desktop shortcut is kept", _desktop_shortcut(trial).exists())


def uninstall(trial: Trial) -> None:
    """Uninstalling: nothing of the program is left, everything of the user's is."""
    target = chinese_folder(trial)
    kept = [sidecar_of(trial.article), trial.article, trial.usual / "我的笔记.txt", *_settings(trial)]
    _uninstall(trial, target)
    trial.check("the folder is gone", until(lambda: not target.exists(), seconds=30))
    trial.check("the shortcuts are gone", not _desktop_shortcut(trial).exists())
    trial.check("also in the Start menu", not list(_start_menu(trial).glob(f"*{NAME}*")))
    for key in (r"HKCU\Software\Microsoft\Windows\CurrentVersion", r"HKCU\Software\Classes"):
        left = [line for line in trial.registry(key).splitlines() if NAME.lower() in line.lower()]
        # What the window keeps of the user's choices is under Software\danqian\danqian, elsewhere.
        trial.check(f"nothing is left in {key}", not left, seen=left)
    trial.check("the user's default for .txt is kept", _OTHER in trial.registry(_TEXTS))
    trial.check("the user's choices are kept", r"danqian\danqian" in trial.registry(r"HKCU\Software\danqian"))
    trial.check("the user's files are kept", all(path.exists() for path in kept), seen=kept)


def install_for_everyone(trial: Trial) -> None:
    """With /ALLUSERS, as administrators do."""
    target = trial.wine.prefix / "drive_c" / "Program Files" / NAME
    trial.check("exit status 0", trial.install("/ALLUSERS", "/OPENWITH=0") == 0)
    trial.check("the programs are there", _all_exist(target))
    trial.check("listed for everyone", version() in trial.registry(rf"HKLM\{_UNINSTALL}"))
    trial.check("not under “Open with”", not trial.registry(rf"HKLM\Software\Classes\{NAME}.Document"))
    _uninstall(trial, target)
    trial.check("the folder is gone", until(lambda: not target.exists(), seconds=30))
    trial.check("the entry is gone", not trial.registry(rf"HKLM\{_UNINSTALL}"))


def open_with(trial: Trial) -> str:
    """The program that is registered for "Open with"; Wine's own ``start`` does not look there."""
    found = re.search(r'"([^"]+)" "%1"', trial.registry(rf"HKCU\Software\Classes\{NAME}.Document\shell\open"))
    return found[1] if found else ""


def chinese_folder(trial: Trial) -> Path:
    """Where the program is moved to. Without a space: NSIS wants /D= bare, and Wine would quote it."""
    return trial.wine.prefix / "drive_c" / "用户张三" / "丹铅𠮷"


def _uninstall(trial: Trial, target: Path) -> None:
    done = trial.wine.run(trial.wine.windows_path(target / "uninstall.exe"), "/S")
    trial.check("uninstalling: exit status 0", done.returncode == 0, seen=done.returncode)
    until(lambda: not (target / "uninstall.exe").exists(), seconds=60)


def _all_exist(folder: Path) -> bool:
    return all((folder / name).exists() for name in _PROGRAMS)


def _start_menu(trial: Trial) -> Path:
    return trial.wine.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"


def _desktop_shortcut(trial: Trial) -> Path:
    return trial.wine.home / "Desktop" / _SHORTCUT


def _settings(trial: Trial) -> list[Path]:
    return [path for path in trial.wine.home.joinpath("AppData/Local").glob("danqian*") if path.is_dir()]
