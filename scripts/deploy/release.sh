#!/bin/sh
# Makes what a release holds, in build/release/: the site, the verification pack, notes, and SHA256SUMS over all of them.
# The same commit gives the same bytes. Needs .venv (scripts/prepare.py site), ssh-keygen and GNU's or macOS's common
# tools. scripts/deploy/materials.sh then adds what the program is made of, which needs a network.
# Usage: scripts/deploy/release.sh [TAG]      TAG, where one is given, is v and the version in data/guidance.yml.
set -eu
cd "$(dirname "$0")/../.."

if ! told="$(git status --porcelain 2>&1)"; then
  echo "git does not read this folder, and a release is a commit: $(printf '%s' "$told" | head -n 1)." >&2
  echo "If the folder belongs to somebody else, make the release in a clone of your own." >&2
  exit 2
fi
version="$(sed -n 's/^version: "\([0-9.]*\)"$/\1/p' data/guidance.yml)"
tag="${1:-v$version}"
if [ "$tag" != "v$version" ]; then
  echo "The tag is $tag, and data/guidance.yml has version $version. Tag the commit v$version, or change the version." >&2
  exit 2
fi
if ! grep -qxF "version: \"$version\"" CITATION.cff; then
  echo "CITATION.cff names another version than data/guidance.yml ($version). Write the same in both." >&2
  exit 2
fi
if [ -n "$told" ]; then
  echo "The folder differs from the commit, and a release is a commit. Commit or put away what git status names." >&2
  exit 2
fi

SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)"
export SOURCE_DATE_EPOCH
commit="$(git rev-parse HEAD)"
out=build/release
site=build/release-site
rm -rf "$out" "$site"
mkdir -p "$out"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export ACCORD_CACHE="$work/documents" # each document is made for the release: what lies in the cache may be somebody's
accord() { .venv/bin/python -I -m accord "$@"; }

accord site --out "$site"
.venv/bin/python -I -m accord.steward.pack "$site" site "$out/site.zip"
accord pack --out "$out/verification-pack.zip"
cmp "$site/commitment/verification-pack.zip" "$out/verification-pack.zip"
.venv/bin/python -I -m zipfile -e "$out/verification-pack.zip" "$work"
checked="$(python3 -I "$work/verification-pack/verify.py")"

cat > "$out/NOTES.md" <<NOTES
Version $version, commit $commit.

What changed is on the site's page "Changes". To sign or to read, you need none of these files.

| file | what it is |
|---|---|
| \`verification-pack.zip\` | everything that counts and the seals, with a program that checks them offline; start with its README.txt |
| \`site.zip\` | the whole site, to be put on a web server |
| \`SHA256SUMS\` | the digest of each of these: \`sha256sum -c SHA256SUMS\` |

Two more files say what the program is made of: \`sbom.cdx.json\` (CycloneDX 1.6) and \`licences.md\`.

What the pack's own program said of it (keep the newest seal, and compare a later pack with it):

$(printf '%s\n' "$checked" | sed 's/^/    /')

Anyone can make these files again from the commit: \`python3 scripts/prepare.py site\`, then \`scripts/deploy/release.sh\`.
With the same version of Python they are the same, byte for byte.
NOTES

sums() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
cd "$out"
sums NOTES.md site.zip verification-pack.zip > SHA256SUMS
cat SHA256SUMS
