#!/bin/sh
# Adds to build/release/ what the program is made of: sbom.cdx.json, the bill of materials (CycloneDX 1.6), and licences.md,
# the licence of each package. Stops where a licence is not among those below, and where a weakness of a locked package is
# known; those that only the tests need are looked up too. Needs what scripts/deploy/release.sh made, and a network.
set -eu
cd "$(dirname "$0")/../.."

out=build/release
tools=build/release-tools
made=build/release-packages
free="MIT;MIT-0;BSD;Apache;Mozilla Public License 2.0;MPL-2.0;PSF-2.0"
SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)"
export SOURCE_DATE_EPOCH

install() { # FOLDER LOCK
  "${PYTHON:-python3}" -m venv --clear "$1"
  "$1/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$2"
}
install "$tools" requirements-release.txt
install "$made" requirements.txt
"$tools/bin/pip-audit" --strict --require-hashes --disable-pip -r requirements-dev.txt -r requirements-prove.txt
"$tools/bin/pip-licenses" --python "$made/bin/python" --partial-match --allow-only "$free" --with-urls \
  --format markdown --output-file "$out/licences.md"
"$tools/bin/cyclonedx-py" environment --pyproject pyproject.toml --output-reproducible "$made/bin/python" \
  -o "$out/sbom.cdx.json"

sums() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
cd "$out"
sums licences.md sbom.cdx.json >> SHA256SUMS
cat SHA256SUMS
