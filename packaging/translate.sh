#!/bin/sh
# Collects the texts of the window into resources/translations: zh_CN.ts has all of them, en.ts those with a count,
# which English words by one and many. Each is compiled to a .qm and renamed into place: written over, it would change
# under a window that has it mapped.
set -eu
cd "$(dirname "$0")/.."
bin="${1:-.venv/bin}"
made=$(mktemp resources/translations/made.XXXXXX)
trap 'rm -f "$made"' EXIT

translate() { # LANGUAGE OPTIONS...
    ts=resources/translations/$1.ts
    "$bin/pyside6-lupdate" -no-obsolete -locations none -source-language en -target-language "$@" \
        $(git ls-files 'gui/*.py') -ts "$ts"
    "$bin/pyside6-lrelease" "$ts" -qm "$made"
    chmod 644 "$made"
    mv "$made" "${ts%.ts}.qm"
}

translate zh_CN
translate en -pluralonly
