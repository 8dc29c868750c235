#!/bin/sh
# Builds the site into site/, as at today, for a host that publishes it. Needs .venv (scripts/prepare.py site).
# UPSTREAM: in a council's copy, the https address of upstream's repository; the practices are then compared with it.
set -eu
cd "$(dirname "$0")/../.."

SOURCE_DATE_EPOCH="$(date -u +%s)"
export SOURCE_DATE_EPOCH

case "${UPSTREAM:-}" in
  "") exec .venv/bin/python -I -m accord site ;;
  https://*) ;;
  *) echo "UPSTREAM is not an address that starts with https://." >&2; exit 2 ;;
esac
GIT_TERMINAL_PROMPT=0 git fetch --quiet --no-tags "$UPSTREAM" "+refs/heads/main:refs/remotes/upstream/main"
exec .venv/bin/python -I -m accord site --upstream upstream/main
