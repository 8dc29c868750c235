"""Changes that only git or a disk can hold: modes, names, attributes, clones that change bytes. Each with its lines."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import changes_spoils as spoils
from tests import changes_support as laid
from tests.changes_support import NEW, SIGNED, S
from tests.support import write

STEWARD = "A steward has to add this."
OTHER = f"The change adds a file that is no record. {STEWARD}"
LINK = "This is a symbolic link (mode 120000), and its target would be published. Replace it by the file itself."
RENAME = "Rename it with letters a to z, digits, hyphens and full stops."
HYPHEN = f"The name starts with a hyphen, and programs take it for an option. {RENAME}"
ODD = f"The name holds a character that programs can misunderstand. {RENAME}"
WINDOWS = f"Windows can't keep a file of this name. {RENAME}"
DELETED = (
    "A published record is deleted, and records never vanish. Put the old file back. "
    'Who ends a promise adds a "withdrawn" record. A steward can erase personal data, and leaves a mark.'
)
WINS = (
    "A .gitattributes file here wins over the one at the top (it names {}), and signed bytes would change. Delete it."
)
TELLS = "The change tells git how to treat the bytes of files (it names {}). A steward has to add this."
TAKE_OUT = "Take the attribute out of .gitattributes, and check the files out again."
RESPELLED = (
    "The words are the same as published, and the bytes are not ({}). Put the old file back. "
    'Before the next change, run "git config core.autocrlf false".'
)
FOLDER = f"{S}/crumb-and-co"


@dataclass(frozen=True)
class Case:
    """What to do in the repository on the branch `mine`, and the lines that must come of it."""

    name: str
    spoil: Callable[[Path], object]
    expected: tuple[str, ...]


TABLE = (
    Case("a link in a record's place", spoils.link, (f"{SIGNED}:1: {LINK}",)),
    Case(
        "a link in a folder's place",
        spoils.linked_folder,
        (
            f"{FOLDER}:1: {OTHER}",
            f"{FOLDER}:1: {LINK}",
            *(
                f"{FOLDER}/{name}:1: This published file is renamed to "
                f'"docs/elsewhere/{name}", and published files keep their names. Give it its old name back.'
                for name in ("2026-05-04-signed.yml", "2026-05-06-confirmed.yml")
            ),
            f"docs/elsewhere/2026-05-04-signed.yml:1: {OTHER}",
            f"docs/elsewhere/2026-05-06-confirmed.yml:1: {OTHER}",
        ),
    ),
    Case(
        "a submodule",
        spoils.submodule,
        (
            f".gitmodules:1: {OTHER}",
            f"{S}/new-crust:1: {OTHER}",
            f"{S}/new-crust:1: This is a submodule (mode 160000): files of another repository, which no rule reads. "
            "Take it out of the change.",
        ),
    ),
    Case(
        "a repository inside",
        spoils.repository_inside,
        (
            f"{S}/new-crust:1: {OTHER}",
            f"{S}/new-crust:1: This is a submodule (mode 160000): files of another repository, which no rule reads. "
            "Take it out of the change.",
        ),
    ),
    Case(
        "a record marked as a program",
        lambda root: (root / SIGNED).chmod(0o755),
        (
            f"{SIGNED}:1: The file is marked as a program (mode 100755), and nothing here is one. "
            'Take the mark away: "git update-index --chmod=-x", then chmod -x.',
        ),
    ),
    Case(
        "a page marked as a program",
        lambda root: (root / "docs/index.md").chmod(0o755),
        (
            f"docs/index.md:1: The change edits a file that is no record. {STEWARD}",
            f"docs/index.md:1: The change marks this file as a program (mode 100755). {STEWARD}",
        ),
    ),
    Case(
        "a pipe",
        lambda root: os.mkfifo(root / NEW.replace("new-crust", "crumb-and-co")),
        (f"{FOLDER}/2026-05-31-signed.yml:1: This is a pipe or a device, and no file. Take it out of the change.",),
    ),
    Case(
        "a file that is too large",
        lambda root: os.truncate(root / SIGNED, 200 * 1024**3),
        (f"{SIGNED}:1: The file can't be read, or is larger than 100 MiB. Take it out of the change.",),
    ),
    Case("an option", spoils.odd("-rf.yml"), (f"{FOLDER}/-rf.yml:1: {OTHER}", f"{FOLDER}/-rf.yml:1: {HYPHEN}")),
    Case("a command", spoils.odd("$(id).yml"), (f"{FOLDER}/$(id).yml:1: {OTHER}", f"{FOLDER}/$(id).yml:1: {ODD}")),
    Case(
        "two commands",
        spoils.odd("a;touch x;.yml"),
        (f"{FOLDER}/a;touch x;.yml:1: {OTHER}", f"{FOLDER}/a;touch x;.yml:1: {ODD}"),
    ),
    Case(
        "a line end in a name",
        spoils.odd("a\ndata:1: all is well.yml"),
        (
            f"{FOLDER}/a\\u000adata:1: all is well.yml:1: {OTHER}",
            f"{FOLDER}/a\\u000adata:1: all is well.yml:1: {ODD}",
        ),
    ),
    Case(
        "a name that is not UTF-8",
        lambda root: Path(os.fsdecode(os.fsencode(root / FOLDER) + b"/caf\xe9.yml")).write_bytes(b"Bread.\n"),
        (f"{FOLDER}/caf\\udce9.yml:1: {OTHER}", f"{FOLDER}/caf\\udce9.yml:1: {ODD}"),
    ),
    Case(
        "a device of Windows",
        lambda root: write(root, f"{S}/con/2026-05-31-signed.yml", "Bread.\n"),
        (f"{S}/con/2026-05-31-signed.yml:1: {OTHER}", f"{S}/con/2026-05-31-signed.yml:1: {WINDOWS}"),
    ),
    Case(
        "a name that ends in a full stop",
        spoils.odd("crumbs."),
        (f"{FOLDER}/crumbs.:1: {OTHER}", f"{FOLDER}/crumbs.:1: {WINDOWS}"),
    ),
    Case("git rm", spoils.removed, (f"{SIGNED}:1: {DELETED}",)),
    Case(
        "git mv",
        spoils.renamed,
        (
            f'{SIGNED}:1: This published file is renamed to "{FOLDER}/2026-05-05-signed.yml", '
            "and published files keep their names. Give it its old name back.",
        ),
    ),
    Case("Windows line ends, committed", spoils.crlf, (f"{SIGNED}:1: {RESPELLED.format('Windows line ends')}",)),
    Case(
        "a nested .gitattributes with eol=crlf",
        spoils.attributes(f"{FOLDER}/", "* text eol=crlf\n"),
        (
            f"{FOLDER}/.gitattributes:1: {WINS.format('text and eol')}",
            f"{FOLDER}/.gitattributes:1: note: This file and 2 more have other bytes on disk than in git, "
            f"which looks like git's own doing: Windows line ends (the attribute eol=crlf). {TAKE_OUT}",
        ),
    ),
    Case(
        "a nested .gitattributes with ident",
        spoils.with_id,
        (
            f"docs/.gitattributes:1: {TELLS.format('ident')}",
            "docs/dough.txt:1: note: This file has other bytes on disk than in git, which looks like git's own doing: "
            f"a filled in $Id$ (the attribute ident). {TAKE_OUT}",
        ),
    ),
    Case(
        "a nested .gitattributes with working-tree-encoding",
        spoils.attributes("docs/start/", "*.md working-tree-encoding=UTF-16\n"),
        (
            f"docs/start/.gitattributes:1: {TELLS.format('working-tree-encoding')}",
            "docs/start/bakers.md:1: note: This file has other bytes on disk than in git, which looks "
            "like git's own doing: another encoding (utf-16) (the attribute working-tree-encoding=UTF-16). " + TAKE_OUT,
        ),
    ),
    Case(
        "a nested .gitattributes with export-subst",
        spoils.attributes("commitment/versions/", "*.md export-subst\n"),
        (f"commitment/versions/.gitattributes:1: {WINS.format('export-subst')}",),
    ),
    Case(
        "a nested .gitattributes that names nothing of ours",
        spoils.attributes("docs/", "*.md diff=markdown\n", commits=False),
        ("docs/.gitattributes:1: The change tells git how to treat the bytes of files. " + STEWARD,),
    ),
    Case(
        "core.autocrlf",
        spoils.autocrlf,
        (
            "docs/index.md:1: note: This file has other bytes on disk than in git, which looks like git's own doing: "
            "Windows line ends (git's setting core.autocrlf or core.eol). "
            'Run "git config core.autocrlf false", and check the files out again.',
        ),
    ),
    Case(
        "a filter",
        spoils.filtered,
        (
            f"docs/.gitattributes:1: {TELLS.format('filter')}",
            f"docs/index.md:1: The change edits a file that is no record. {STEWARD}",
            "docs/index.md:1: note: This file has other bytes on disk than in git, which looks like git's own doing: "
            f"a filter (the attribute filter=shout). {TAKE_OUT}",
        ),
    ),
    Case(
        "no .gitattributes at the top",
        lambda root: (root / ".gitattributes").unlink(),
        (f".gitattributes:1: The change deletes what tells git how to keep bytes. {STEWARD}",),
    ),
    Case(
        "an accent in two parts",
        spoils.accents,
        (
            f"docs/cafe\u0301.txt:1: {OTHER}",
            f"docs/cafe\u0301.txt:1: {ODD}",
            'docs/caf\u00e9.txt:1: Only the form of an accent tells "docs/caf\u00e9.txt" from '
            '"docs/cafe\u0301.txt", and some computers take the two for one. Rename it.',
            f"docs/caf\u00e9.txt:1: {OTHER}",
            f"docs/caf\u00e9.txt:1: {ODD}",
        ),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_git_and_disk_give_exactly_these_lines(case: Case, tmp_path: Path) -> None:
    """The lines are these and no others."""
    root = laid.repository(tmp_path / "repository")
    case.spoil(root)
    assert laid.said(root) == list(case.expected)
