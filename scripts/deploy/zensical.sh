#!/bin/sh
# Tries the way out: builds the same pages with Zensical, the successor of our theme, and says what is missing.
# Zensical is no part of the project, and is not locked by hash: run this by hand, and nowhere that holds a secret. Works in
# build/zensical/. Needs .venv (scripts/prepare.py site), and a network for the set-up. Nothing of it is published.
# ZENSICAL: another version than the one that was tried here.
set -eu
cd "$(dirname "$0")/../.."

work=build/zensical
rm -rf "$work/plain" "$work/ours"
mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "zensical==${ZENSICAL:-0.0.73}"
echo "Zensical $("$work/venv/bin/pip" show zensical | sed -n 's/^Version: //p')"

.venv/bin/python -I -m accord site --out "$work/ours" >/dev/null
.venv/bin/python -m tests.measure.plain . "$work/plain"
(cd "$work/plain" && NO_COLOR=1 ../venv/bin/zensical build --clean >../log.txt 2>&1) || { tail -n 20 "$work/log.txt"; exit 1; }
tail -n 2 "$work/log.txt"
names() { (cd "$1" && find . -type f | sort); }
names "$work/ours" >"$work/ours.txt"
names "$work/plain/site" >"$work/theirs.txt"
echo "Missing:"
comm -23 "$work/ours.txt" "$work/theirs.txt"
echo "More:"
comm -13 "$work/ours.txt" "$work/theirs.txt"
