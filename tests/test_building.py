"""A build is complete or absent: it fails whole, clears up after killed ones, and never takes the old site with it."""

import errno
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest
from markdown import Markdown
from mkdocs.exceptions import Abort

import hook
from accord.files.problem import Unusable
from accord.files.sample import copy_project, lay_over
from accord.site import building, mkdocs_build, workspace
from accord.site.building import MARK, build
from accord.site.marks import MarksExtension
from accord.site.workspace import open_checked

DAY = date(2026, 11, 22)


def old_site(folder: Path) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text("old")
    return folder


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (("data/roles/family.yml", "plural:", "plurall:"),
         'data/roles/family.yml:4: plurall: "plurall" is not a field of a role. Did you mean "plural"?'),
        # What only MkDocs sees: an anchor that a page of blocks from data does not have.
        (("docs/cite/index.md", "\n# ", "\nSee [nothing](../lifecycle/modelling.md#nowhere).\n\n# "), "nowhere"),
    ],
)  # fmt: skip
def test_a_mistake_leaves_the_old_site_alone(
    root: Path, tmp_path: Path, spoil: tuple[str, str, str], told: str
) -> None:
    """The command names the file, the line, the field and the cure, and clears up."""
    project = tmp_path / "project"
    copy_project(root, project)
    out = old_site(project / "site")
    name, old, new = spoil
    words = (project / name).read_text(encoding="utf-8")
    (project / name).write_text(words.replace(old, new, 1), encoding="utf-8")
    command = [sys.executable, "-m", "accord", "site", "--root", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert (out / "index.html").read_text() == "old"
    assert not list(project.glob(f"{MARK}*"))


def test_a_full_disk_is_answered_in_one_line(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the system refuses while MkDocs writes is said in words, without a traceback."""
    monkeypatch.setattr(mkdocs_build, "cli", Mock(side_effect=OSError(errno.ENOSPC, "No space left on device")))
    assert mkdocs_build.main(root, tmp_path / "out") == 1
    assert capsys.readouterr().err == (
        "accord site: The system refuses (No space left on device: no name is given). "
        "Look at who may read and write there, and whether the disk is full.\n"
    )


def test_leftovers_of_killed_builds_go(tmp_path: Path) -> None:
    """A folder that a killed build left is removed; an old site set aside between two renames comes back.

    What another site's builds left beside it, or are writing, stays: its name ends in the same word only.
    """
    out = tmp_path / "site"
    others = [f"{MARK}abcdefgh-my-site", f"{MARK}abcdefgh-site-x", f"{MARK}old-abcd-site"]
    for name in (f"{MARK}abcdefgh-site", *others):
        (tmp_path / name).mkdir()
    aside = old_site(tmp_path / f"{MARK}old-site")
    building._sweep(out)
    assert (out / "index.html").read_text() == "old"
    assert not aside.exists()
    assert {path.name for path in tmp_path.iterdir()} == {"site", *others}


def test_a_second_build_into_one_folder_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """It says so, sweeps nothing away that the first one writes, and its site is there in the end."""
    out, second = tmp_path / "site", []
    done: list[str] = []

    def writes(_root: Path, fresh: Path, _day: date, environment: Mapping[str, str], _lock: object) -> bool:
        name = environment["NAME"]
        (fresh / "index.html").write_text(name)
        if name == "first":
            second.append(threading.Thread(target=build, args=(tmp_path, out, DAY, {"NAME": "second"})))
            second[0].start()
            second[0].join(0.5)
            assert second[0].is_alive()
        assert (fresh / "index.html").read_text() == name
        done.append(name)
        return True

    monkeypatch.setattr(building, "_mkdocs", writes)
    assert build(tmp_path, out, DAY, {"NAME": "first"})
    second[0].join(10)
    assert done == ["first", "second"]
    assert (out / "index.html").read_text() == "second"
    assert "This one waits for it." in capfd.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["notes.txt", "docs/index.html", ""])
def test_only_a_site_makes_way_for_a_site(tmp_path: Path, name: str) -> None:
    """A folder of somebody's, named by a slip of the keys, stays whole; so does a file."""
    out = tmp_path / "mine"
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    (out / name).write_text("mine") if name else out.write_text("mine")
    with pytest.raises(Unusable, match="is there and is no site that was built"):
        build(tmp_path, out, DAY, {})
    assert (out / name).read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_the_lock_holds_while_anything_writes(tmp_path: Path) -> None:
    """Where only the first process of a build is killed, the one that it started still keeps others out."""
    code = """if True:
        import os, subprocess, sys
        from pathlib import Path
        from accord.site.building import alone
        with alone(Path(sys.argv[1])) as lock:
            subprocess.Popen(["sleep", sys.argv[2]], pass_fds=lock)
            print("held", flush=True)
            os.kill(os.getpid(), 9)
    """
    words = [sys.executable, "-c", code, str(tmp_path), "1.5"]
    killed = subprocess.run(words, stdout=subprocess.DEVNULL, check=False, timeout=30)
    assert killed.returncode == -9
    start = time.monotonic()
    with building.alone(tmp_path):
        assert time.monotonic() - start > 0.5


def test_a_site_that_lost_files_is_not_taken_for_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever takes a file away while MkDocs writes, the build fails, and the old site stays."""
    files = [Mock(dest_uri=name, abs_dest_path=str(tmp_path / name)) for name in ("a", "b")]
    monkeypatch.setattr(hook, "_theme", {"files": files, "nav": Mock(pages=[Mock(url=hook.HOME)])})
    monkeypatch.setattr(hook, "_workspace", Mock())
    monkeypatch.setattr("accord.site.mkdocs_hook.write_register", Mock())
    monkeypatch.setattr("accord.site.mkdocs_hook.wrong_data", Mock(return_value=[]))
    config = Mock(site_dir=str(tmp_path), config_file_path="")
    (tmp_path / "a").touch()
    with pytest.raises(Abort, match=r"Files vanished while the site was built \(1, such as b\)\."):
        hook.on_post_build(config)
    (tmp_path / "b").touch()
    hook.on_post_build(config)


def test_files_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    """Whatever the umask, files are 644 and folders 755."""
    folder = old_site(tmp_path / "fresh")
    folder.chmod(0o700)
    (folder / "index.html").chmod(0o600)
    building._readable(folder)
    assert [oct(path.stat().st_mode)[-3:] for path in (folder, folder / "index.html")] == ["755", "644"]


def test_a_mark_leads_to_the_page_that_has_the_clause(root: Path) -> None:
    """Each promise that was ever published has a page of its own, which no file of docs/ stands for."""
    early = open_checked(root, date(2020, 1, 1))
    workspace._kept.clear()
    markdown = Markdown(extensions=[MarksExtension(find=lambda: early)])
    assert 'href="/commitment/connect-3/"' in markdown.convert("[[connect-3]]")
    markdown.treeprocessors.register(Mock(**{"file.url": "governance/", "run.return_value": None}), "relpath", -1)
    assert 'href="../commitment/connect-3/"' in markdown.convert("[[connect-3]]")


def test_a_sample_stands_alone(tmp_path: Path) -> None:
    """In a council's copy, the sample register is not beside the council's records, nor under its name or seals."""
    sample, root = tmp_path / "sample", tmp_path / "root"
    for name in ("commitment/stewards", "commitment/seals/a", "commitment/signatories/leeds/a", "data/local/site.yml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("a council's own")
    (sample / "commitment" / "signatories" / "ovenby").mkdir(parents=True)
    lay_over(sample, root)
    assert {path.relative_to(root).as_posix() for path in root.rglob("*")} == {
        "commitment", "commitment/signatories", "commitment/signatories/ovenby", "data"
    }  # fmt: skip
