#!/bin/sh
# Collects the texts of the window into resources/translations/zh_CN.ts and compiles them to zh_CN.qm.
# That is renamed into place: written over, it would change under a window that has it mapped.
set -eu
cd "$(dirname "$0")/.."
bin="${1:-.venv/bin}"
"$bin/pyside6-lupdate" -no-obsolete -locations none -source-language en -target-language zh_CN \
    $(git ls-files 'gui/*.py') -ts resources/translations/zh_CN.ts
made=$(mktemp resources/translations/zh_CN.XXXXXX)
trap 'rm -f "$made"' EXIT
"$bin/pyside6-lrelease" resources/translations/zh_CN.ts -qm "$made"
chmod 644 "$made"
mv "$made" resources/translations/zh_CN.qm
