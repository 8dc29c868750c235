#!/bin/sh
# Judges a proposed change, for a host that runs checks. The program, its rules and this script are those of the folder
# that it lies in, the base; the change is only read. Needs .venv here (scripts/prepare.py site).
# Usage: scripts/deploy/check.sh CHANGE      a whole clone, with the change as its HEAD and the base's commit among the rest
# UPSTREAM: in a council's copy, the https address of upstream's repository; what upstream sealed is then accepted.
set -eu
change="$(cd "$1" && pwd)"
cd "$(dirname "$0")/../.."
quietly() { GIT_TERMINAL_PROMPT=0 git -C "$change" -c core.hooksPath=/dev/null "$@"; }

# What would be there after the merge. Two changes that are each sound alone need not be so together.
base="$(git rev-parse HEAD)"
if ! tree="$(quietly merge-tree --write-tree "$base" HEAD 2>/dev/null)"; then
  echo "The change can't be merged into what is there now. Merge the main branch into it first." >&2
  exit 1
fi
merged="$(quietly -c user.name=check -c user.email= commit-tree -p "$base" -p HEAD -m "As it would be" "$tree")"
quietly checkout --quiet --detach "$merged"

set -- check --root "$change" --base "$PWD"
case "${UPSTREAM:-}" in
  "") ;;
  https://*)
    quietly fetch --quiet --no-tags "$UPSTREAM" "+refs/heads/main:refs/remotes/upstream/main"
    set -- "$@" --upstream refs/remotes/upstream/main
    ;;
  *) echo "UPSTREAM is not an address that starts with https://." >&2; exit 2 ;;
esac
exec .venv/bin/python -I -m accord "$@"
