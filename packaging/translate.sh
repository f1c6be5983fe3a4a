#!/bin/sh
# Collects the texts of the window into resources/translations/zh_CN.ts and compiles them to zh_CN.qm.
set -eu
cd "$(dirname "$0")/.."
bin="${1:-.venv/bin}"
"$bin/pyside6-lupdate" -no-obsolete -locations none -source-language en -target-language zh_CN \
    $(git ls-files 'gui/*.py') -ts resources/translations/zh_CN.ts
"$bin/pyside6-lrelease" resources/translations/zh_CN.ts -qm resources/translations/zh_CN.qm
