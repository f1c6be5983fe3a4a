#!/bin/sh
# Installs what Qt needs of the system (libraries, a Chinese font) where it is missing.
# As root on Debian or Ubuntu it does so by itself; else it prints the one command that does. More packages can be
# named as arguments.
set -eu

packages="libegl1 libgl1 libopengl0 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 fonts-noto-cjk"
[ "$(uname -s)" = Linux ] || exit 0
if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Not Debian or Ubuntu: Qt needs libEGL, libGL, libxkbcommon, libdbus, fontconfig and a Noto CJK font." >&2
    exit 0
fi

missing=""
for package in $packages python3-venv "$@"; do
    # A release with 64-bit time renamed some libraries: libglib2.0-0 is libglib2.0-0t64 there.
    dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q 'ok installed' && continue
    [ "$package" = python3-venv ] && "${PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null && continue
    missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
    echo "Installing$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Missing system packages. Please run:" >&2
    echo "    sudo apt-get install -y$missing" >&2
    exit 1
fi
