"""Real repositories: what a branch, a clone and git's own settings may and may not do to the verdict."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from accord.change.reading import compared
from tests import changes_support as laid
from tests.changes_support import NEW, SIGNED, S, commit, git
from tests.support import AS_OF, ROOT, write

FIELDS = {"organisation": "The New Crust", "kind": "organisation", "role": "Head baker", "version": "1.1.0"}


def _sign(root: Path, slug: str, day: str = "2026-05-31") -> None:
    write(root, f"{S}/{slug}/{day}-signed.yml", laid.record(slug, "signed", day, **FIELDS))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository on the branch `mine`, equal to `main`."""
    return laid.repository(tmp_path / "repository")


def test_a_hundred_people_sign_on_one_day(repository: Path) -> None:
    """Each branch is good by itself, all merge without a conflict, and `main` is good after each merge."""
    for number in range(100):
        git(repository, "checkout", "-q", "-b", f"branch-{number}", "mine")
        _sign(repository, f"bakery-{number}")
        commit(repository)
    assert laid.said(repository) == []
    git(repository, "checkout", "-q", "main")
    for number in range(100):
        before = git(repository, "rev-parse", "HEAD").strip()
        git(repository, "merge", "-q", "--no-ff", "--no-edit", f"branch-{number}")
        if number % 20 == 0:
            assert laid.said(repository, before) == []
    assert len(list((repository / S).glob("bakery-*/*.yml"))) == 100


def test_main_may_move_on(repository: Path) -> None:
    """What others added to `main` since is no deletion of ours: the base is where HEAD left it."""
    _sign(repository, "new-crust")
    commit(repository)
    git(repository, "checkout", "-q", "main")
    _sign(repository, "oat-and-ash")
    commit(repository)
    git(repository, "checkout", "-q", "mine")
    assert laid.said(repository) == []
    git(repository, "merge", "-q", "--no-edit", "main")
    assert laid.said(repository) == []
    (repository / S / "oat-and-ash" / "2026-05-31-signed.yml").unlink()
    assert len(laid.said(repository)) == 1


def test_what_is_dropped_in_a_merge_is_found(repository: Path) -> None:
    """A merge that keeps only its own side takes away what `main` added, and that is a deletion."""
    git(repository, "checkout", "-q", "main")
    _sign(repository, "oat-and-ash")
    commit(repository)
    git(repository, "checkout", "-q", "mine")
    _sign(repository, "new-crust")
    commit(repository)
    git(repository, "merge", "-q", "-s", "ours", "--no-edit", "main")
    assert [line.partition(":")[0] for line in laid.said(repository)] == [f"{S}/oat-and-ash/2026-05-31-signed.yml"]


def test_the_dates_of_commits_do_not_matter(repository: Path) -> None:
    """Author, committer and their dates are free text: the verdict is the same in 1999."""
    _sign(repository, "new-crust")
    then = "1999-12-31T23:59:59Z"
    commit(repository, "Old", GIT_AUTHOR_DATE=then, GIT_COMMITTER_DATE=then, GIT_AUTHOR_NAME="The Prime Minister")
    assert laid.said(repository) == []


def test_a_shallow_clone_of_the_merge_is_enough(repository: Path, tmp_path: Path) -> None:
    """A clone of depth 2 of a merge commit, as hosted checks make it, holds the base's tip: no more is needed."""
    _sign(repository, "new-crust")
    commit(repository)
    git(repository, "checkout", "-q", "main")
    _sign(repository, "oat-and-ash")
    commit(repository)
    tip = git(repository, "rev-parse", "main").strip()
    git(repository, "checkout", "-q", "-b", "merged", "main")
    git(repository, "merge", "-q", "--no-ff", "--no-edit", "mine")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=2", "--branch=merged", f"file://{repository}", str(clone))
    assert laid.said(clone, tip) == []


def test_a_clone_with_windows_line_ends(repository: Path, tmp_path: Path) -> None:
    """Our .gitattributes keeps bytes whatever a machine is set to; without it there are notes, and no false alarm."""
    for clone in ("kept", "lost"):
        if clone == "lost":
            git(repository, "rm", "-q", ".gitattributes")
            commit(repository)
            git(repository, "branch", "-f", "main")
        git(tmp_path, "clone", "-q", "-c", "core.autocrlf=true", "--branch=mine", str(repository), clone)
        git(tmp_path / clone, "branch", "-q", "main", "origin/main")
        said = laid.said(tmp_path / clone)
        if clone == "kept":
            assert said == []
            continue
        assert b"\r\n" in (tmp_path / clone / SIGNED).read_bytes()
        assert len(said) == 1
        assert "note: " in said[0]


def test_a_repository_that_counts_by_sha256(tmp_path: Path) -> None:
    """The ids of blobs are git's own, of whichever length."""
    root = laid.base(tmp_path / "repository")
    git(root, "init", "-q", "-b", "main", "--object-format=sha256")
    commit(root)
    assert laid.said(root) == []
    _sign(root, "new-crust")
    assert laid.said(root) == []
    write(root, SIGNED, "Bread.\n")
    assert len(laid.said(root)) == 1


def test_a_sparse_check_out(repository: Path) -> None:
    """What git was told to leave off the disk has not vanished."""
    git(repository, "sparse-checkout", "set", "--no-cone", "/*", f"!/{S}/crumb-and-co/")
    assert not (repository / SIGNED).exists()
    assert laid.said(repository) == []


def test_a_project_inside_a_larger_repository(tmp_path: Path) -> None:
    """Only what lies in the project's folder is compared."""
    laid.base(tmp_path / "all" / "project")
    write(tmp_path / "all", "other.txt", "Dough.\n")
    git(tmp_path / "all", "init", "-q", "-b", "main")
    commit(tmp_path / "all")
    root = tmp_path / "all" / "project"
    write(tmp_path / "all", "other.txt", "Bread.\n")
    assert laid.said(root) == []
    (root / SIGNED).unlink()
    assert len(laid.said(root)) == 1
    assert len(laid.said(root, str(laid.base(tmp_path / "base")))) == 1


def test_times_and_sizes_decide_nothing(repository: Path) -> None:
    """A file of the same size and time, with another byte, is found, whatever git's index believes."""
    path = repository / SIGNED
    before = path.stat()
    git(repository, "update-index", "--assume-unchanged", SIGNED)
    path.write_bytes(path.read_bytes().replace(b"Head baker", b"Head bakes"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert len(laid.said(repository)) == 1


def test_what_is_ignored_is_seen_in_the_commitment(repository: Path) -> None:
    """A .gitignore hides nothing there, and hides elsewhere only what git does not keep."""
    write(repository, ".git/info/exclude", "*\n")
    write(repository, "docs/secret.txt", "Bread.\n")
    assert laid.said(repository) == []
    write(repository, f"{S}/crumb-and-co/secret.txt", "Bread.\n")
    assert len(laid.said(repository)) == 1


def test_no_program_of_a_repository_runs(repository: Path, tmp_path: Path) -> None:
    """No monitor, filter, hook, pager or helper that a repository's settings name is started by a check."""
    trap = tmp_path / "trap"
    command = f"sh -c 'echo $0 >>{trap}'"
    for name in ("core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "diff.external", "alias.ls-files"):
        git(repository, "config", name, command)
    for name in ("clean", "smudge", "process"):
        git(repository, "config", f"filter.trap.{name}", command)
    git(repository, "config", "diff.trap.textconv", command)
    write(repository, ".git/info/attributes", "* filter=trap diff=trap\n")
    for hook in ("post-index-change", "fsmonitor-watchman", "reference-transaction"):
        write(repository, f".git/hooks/{hook}", f"#!/bin/sh\necho {hook} >>{trap}\n")
        (repository / ".git" / "hooks" / hook).chmod(0o755)
    write(repository, SIGNED, "Bread.\n")
    assert any(line.startswith(f"{SIGNED}:1: The published record is changed") for line in laid.said(repository))
    assert not trap.exists()


def test_the_environment_of_a_hook_does_not_mislead(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git sets GIT_DIR and friends for hooks: another repository is never read for this one."""
    monkeypatch.setenv("GIT_DIR", str(ROOT / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "/nonexistent")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    _sign(repository, "new-crust")
    assert laid.said(repository) == []


def test_no_object_is_replaced(repository: Path) -> None:
    """`git replace` can lay another text over an old one: the check sees the old one."""
    old = git(repository, "rev-parse", f"main:{SIGNED}").strip()
    write(repository, SIGNED, (repository / SIGNED).read_bytes().replace(b"Head baker", b"Mayor"))
    new = git(repository, "hash-object", "-w", SIGNED).strip()
    git(repository, "replace", old, new)
    assert 'role: The published record says "Head baker"' in laid.said(repository)[0]


def test_a_link_where_there_are_no_links(repository: Path) -> None:
    """Where the disk holds no links, git writes the target as a file: it is named as the link that it is."""
    (repository / "docs" / "passwd.md").symlink_to("/etc/passwd")
    commit(repository)
    git(repository, "config", "core.symlinks", "false")
    (repository / "docs" / "passwd.md").unlink()
    git(repository, "checkout", "-q", "docs/passwd.md")
    assert not (repository / "docs" / "passwd.md").is_symlink()
    assert any("symbolic link (mode 120000)" in line for line in laid.said(repository))


def test_bits_that_a_disk_can_not_hold(repository: Path) -> None:
    """With core.fileMode=false git's index says what is a program, and the disk does not."""
    git(repository, "config", "core.fileMode", "false")
    (repository / SIGNED).chmod(0o755)
    assert laid.said(repository) == []
    git(repository, "update-index", "--chmod=+x", SIGNED)
    assert len(laid.said(repository)) == 1


def test_upstream_from_another_folder(repository: Path, tmp_path: Path) -> None:
    """The base can be a branch and upstream a folder."""
    theirs = laid.base(tmp_path / "upstream")
    _sign(repository, "new-crust", "2020-01-01")
    _sign(theirs, "new-crust", "2020-01-01")
    assert len(laid.said(repository)) == 1
    assert laid.lines(compared(repository, "main", AS_OF, upstream=str(theirs))) == []
    assert NEW not in compared(repository, "main", AS_OF, upstream=str(theirs)).added


def test_two_check_outs_as_a_hosted_check_has_them(repository: Path, tmp_path: Path) -> None:
    """The base's check-out judges the head's: what tools left in either is no part of the change."""
    git(tmp_path, "clone", "-q", "--branch=main", str(repository), "base")
    git(tmp_path, "clone", "-q", "--branch=mine", str(repository), "head")
    write(tmp_path / "base", ".gitignore", ".venv/\n__pycache__/\n")
    write(tmp_path / "head", ".gitignore", ".venv/\n__pycache__/\n")
    write(tmp_path / "base", ".venv/lib/a.py", "import os\n")
    write(tmp_path / "base", "scripts/__pycache__/a.pyc", "")
    _sign(tmp_path / "head", "new-crust")
    commit(tmp_path / "head")
    assert laid.said(tmp_path / "head", str(tmp_path / "base")) == []
    (tmp_path / "head" / SIGNED).unlink()
    assert len(laid.said(tmp_path / "head", str(tmp_path / "base"))) == 1


def test_folders_without_git_leave_out_what_tools_leave(tmp_path: Path) -> None:
    """Two unpacked archives are compared without environments, builds and caches, and with all else."""
    base, head = laid.base(tmp_path / "base"), laid.base(tmp_path / "head")
    for name in (".venv/a.py", "site/index.html", "build/x", "scripts/__pycache__/a.pyc"):
        write(head, name, "Bread.\n")
    assert laid.said(head, str(base)) == []
    write(head, f"{S}/crumb-and-co/site/2026-05-31-signed.yml", "Bread.\n")
    assert len(laid.said(head, str(base))) == 1
