"""What a change to the register may do. Whoever has no steward's key alters no standing, no name, no count, no text."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

from accord.cli import main
from accord.model.commitment_build import commitment
from accord.model.register_build import register as build
from accord.read import project as reading
from accord.seals import chain
from tests import sealed
from tests.sealed import AS_OF, CRUMBSHIRE, S, SEALS, SHOP, confirm, record, seal, sign, steward
from tests.support import write

SIGNED = f"{S}/crumbshire/2026-05-10-signed.yml"
WAITING = f"{S}/ovenby/2026-05-25-signed.yml"
NEWEST = f"{SEALS}2026-05-21.sha256"
FIRST = f"{SEALS}2026-05-01.sha256"
UNSEALED = "Only a steward may publish this, and no seal lists it."
LISTS = f"{NEWEST} lists this file, and it is gone."
OTHER = f"This file is not the one that {NEWEST} lists: its bytes are others."


LOCAL = """authority: crumbshire
council: Crumbshire Council
name: Bread
contact: Write to us.
accessibility_contact: Write to us.
accessibility_answer: We answer within a week.
accessibility_formats: Ask us for large print.
accessibility_status: fully compliant
accessibility_prepared: "2026-05-01"
accessibility_tested: We looked at each page.
privacy_contact: Write to us.
privacy_host: We do.
privacy_logs: Nothing.
"""


@dataclass(frozen=True)
class Case:
    """A change to the register and what is said of it: `wrong` are pieces of lines, none where the change passes."""

    name: str
    change: Callable[[Path], object]
    wrong: tuple[str, ...] = ()
    steward: bool = False  # a steward's key is used, so that standings may change
    branch: str = "main"
    told: tuple[str, ...] = field(default=())


def _swap(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new))


def _drop(*paths: str) -> Callable[[Path], None]:
    def drop(root: Path) -> None:
        for path in paths:
            for found in root.glob(path):
                shutil.rmtree(found) if found.is_dir() else found.unlink()

    return drop


def _claim(slug: str, event: str, **values: str) -> Callable[[Path], str]:
    return lambda root: record(root, slug, "2026-05-30", event, values)


def _answers() -> dict[str, str]:
    why = "We do not think this promise binds us."
    return {"version": "1.1.0", "role": "Owner"} | {
        name: value for clause in sealed.CLAUSES for name, value in ((clause, "not-applicable"), (f"{clause}_why", why))
    }


def _correct(root: Path, **values: str) -> str:
    target = f"sha256:{sha256((root / SIGNED).read_bytes()).hexdigest()}"
    return record(root, "crumbshire", "2026-05-30", "corrected", {"target": target, "reason": "A slip.", **values})


def _erase(root: Path, path: str, sha: str = "") -> None:
    sha = sha or sha256((root / path).read_bytes()).hexdigest()
    write(root, f"{path}.erased", f'digest: "sha256:{sha}"\ndate: "2026-05-30"\nground: "A request"\n')
    (root / path).unlink()


def _both(*steps: Callable[[Path], object]) -> Callable[[Path], None]:
    def both(root: Path) -> None:
        for step in steps:
            step(root)

    return both


def _publish(root: Path) -> None:
    """Publish a version with one comma more, and make it the draft."""
    text = (
        (root / "commitment" / "versions" / "1.1.0.md")
        .read_bytes()
        .replace(b"this text promise", b"this text, promise")
    )
    write(root, "commitment/draft.md", text)
    (root / "data" / "clauses" / "patience-2.yml").unlink()  # the old draft alone had this clause
    old = sha256((root / "commitment" / "versions" / "1.1.0.md").read_bytes()).hexdigest()
    about = f'version: "1.1.1"\nreleased: "2026-05-30"\nclass: editorial\ndigest: sha256:{sha256(text).hexdigest()}\n'
    about += f'previous: "1.1.0"\nprevious_digest: sha256:{old}\nsummary: A comma.\n'
    write(root, "commitment/versions/1.1.1.md", text)
    write(root, "commitment/versions/1.1.1.yml", about)


def _take_over(root: Path) -> None:
    """Name a stranger a steward, and seal a withdrawal with the stranger's keys."""
    write(root, chain.STEWARDS, steward("harbour", "stranger") + steward("meadow", "other"))
    withdrawn = _claim("crumbshire", "withdrawn", role="Cabinet", reason="We changed our mind.")(root)
    confirm(root, withdrawn, "2026-05-30")
    path = seal(root, day="2026-05-31")
    sign(root, path, "harbour", "stranger")
    sign(root, path, "meadow", "other")


def _smuggle(root: Path) -> None:
    """Lay a list of a stranger's keys beside a seal that brought in none, and seal by it."""
    write(root, f"{SEALS}2026-05-21.stewards", steward("fa", "stranger") + steward("fb", "other"))
    confirm(root, _claim("crumbshire", "withdrawn", role="Cabinet", reason="We changed our mind.")(root), "2026-05-30")
    path = seal(root, day="2026-05-31")
    sign(root, path, "fa", "stranger")
    sign(root, path, "fb", "other")


def _begin_again(root: Path) -> None:
    """Take all seals away, and found the register anew with a stranger's keys."""
    shutil.rmtree(root / SEALS)
    write(root, chain.STEWARDS, steward("harbour", "stranger") + steward("meadow", "other"))
    path = seal(root, day="2026-05-31")
    sign(root, path, "harbour", "stranger")
    sign(root, path, "meadow", "other")


def _reseal(root: Path) -> None:
    """Make the newest seal anew, without what it confirms, under its own old signature."""
    _drop(f"{S}/crumbshire/*")(root)
    lines = (root / NEWEST).read_text().splitlines(keepends=True)
    write(root, NEWEST, "".join(line for line in lines if "crumbshire" not in line))


def _confirmed(root: Path, *signers: str, day: str = "2026-05-31") -> str:
    """Confirm the claim that waits, and seal it."""
    confirm(root, WAITING, "2026-05-30")
    return seal(root, *signers, day=day)


def _back_in_time(root: Path) -> None:
    _confirmed(root)
    (root / f"{SEALS}2026-05-31.sha256").rename(root / f"{SEALS}2026-05-11.sha256")
    _swap(root, f"{SEALS}2026-05-11.sha256", "# 2026-05-31", "# 2026-05-11")
    sign(root, f"{SEALS}2026-05-11.sha256", "harbour")


def _erase_and_seal(*signers: str) -> Callable[[Path], None]:
    return _both(lambda root: _erase(root, SIGNED), lambda root: seal(root, *signers, day="2026-05-31"))


def _new_office(*signers: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        write(root, chain.STEWARDS, (root / chain.STEWARDS).read_text() + steward("tower", "other"))
        path = seal(root, day="2026-05-31")
        for signer in signers:
            sign(root, path, signer, "other" if signer == "tower" else "")

    return change


def _ended(root: Path) -> None:
    """Two stewards end a key, and the ended key then seals."""
    both = steward("harbour", "harbour", ',valid-before="20260522"') + steward("meadow", "meadow")
    write(root, chain.STEWARDS, both)
    seal(root, "harbour", "meadow", day="2026-05-22")
    _confirmed(root, "harbour")


CASES = (
    # What anybody may do, and what changes nothing that counts.
    Case("nothing", lambda root: None, told=("This change adds nothing and touches nothing.",)),
    Case("a claim to sign", _claim("yeast-works", "signed", kind="supplier", organisation="Yeast Works Ltd",
         role="Director", version="1.1.0"), told=("Yeast Works Ltd signs 1.1.0 (a claim, which counts for nothing yet)",)),
    Case("a claim is taken away", _drop(WAITING), told=(f"This change takes away: {WAITING}.",)),
    Case("a claim is changed", lambda root: _swap(root, WAITING, "Head of Ovens", "Mayor")),
    Case("another page", lambda root: _swap(root, "docs/index.md", "\n\n", "\n\nFresh bread.\n\n"), told=("1 other file",)),
    # H1 and journeys 1, 2: a stranger's acts for a confirmed signatory are claims.
    Case("a stranger withdraws for a charity", _claim("corner-shop", "withdrawn", role="Owner", reason="Gone.")),
    Case("a stranger withdraws for a council", _claim("crumbshire", "withdrawn", role="Cabinet", reason="Gone.")),
    Case("a stranger inherits a promise", _both(
         _claim("evil-vendor", "signed", kind="supplier", organisation="Evil Vendor Ltd", role="Chair", version="1.1.0"),
         _claim("corner-shop", "succeeded", role="Owner", successor="crumbshire", reason="We merged."))),
    Case("a stranger answers for all promises", lambda root: record(root, "corner-shop", "2026-05-30", "reviewed", _answers())),
    Case("a supplier makes a council its heir", _both(
         _claim("corner-shop", "succeeded", role="Owner", successor="ovenby", reason="They take over.")),
         told=("ovenby takes over from corner-shop (a claim",)),
    Case("a stranger signs again for a council", _claim("crumbshire", "signed", **{**CRUMBSHIRE, "role": "Nobody"})),
    # H2 and H3: no key but a steward's has any force, so none can be squatted, and corrections are claims.
    Case("a stranger corrects the office", lambda root: _correct(root, field="role", value="Nobody")),
    Case("a council is renamed by a correction", lambda root: _correct(root, field="organisation", value="Kent"),
         ("The field \"organisation\" is of no use where the kind is local-authority.",)),
    Case("a claim brings a key", lambda root: _swap(root, WAITING, "\nversion", '\npublic_key: "ssh-ed25519 AAAA"\nversion'),
         ("public_key: There is no such field.",)),
    Case("a signature beside a record", lambda root: write(root, f"{SIGNED}.sig", "x"), ("The file is no record.",)),
    # H4: what only stewards may do is refused whoever asks.
    Case("a forged confirmation", lambda root: confirm(root, WAITING), (UNSEALED,)),
    Case("sign and confirm in one", lambda root: confirm(root, record(root, "evil", "2026-05-29", "signed", SHOP |
         {"organisation": "Evil Ltd"}), "2026-05-30"), (UNSEALED,)),
    Case("a record is erased", lambda root: _erase(root, SIGNED), (LISTS,)),
    Case("a confirmation is erased", lambda root: _erase(root, f"{S}/crumbshire/2026-05-20-confirmed.yml"), (LISTS,)),
    Case("a record is changed", lambda root: _swap(root, SIGNED, "Head of Ovens", "Mayor"), (OTHER,)),
    Case("a record is deleted", _drop(SIGNED), (LISTS,)),
    Case("a signatory is deleted", _drop(f"{S}/crumbshire"), (LISTS,)),
    Case("a record is renamed", lambda root: (root / SIGNED).rename(root / f"{S}/crumbshire/2026-05-10-signed-2.yml"), (LISTS,)),
    Case("a flood of claims", lambda root: [write(root, f"{S}/ovenby/2026-05-25-signed-{n}.yml",
         (root / WAITING).read_bytes() + b" " * n) for n in range(2, 99)] + [write(root, f"{S}/o{n}/2026-05-25-signed.yml", "")
         for n in range(9)], ("The change adds 106 records, and a change adds up to 100.",)),
    # M4, M5 and the seals themselves.
    Case("a seal by a stranger", lambda root: sign(root, _confirmed(root), "harbour", "stranger"),
         ("This is no good signature of the seal by a key of harbour", "signed by 0 offices, and needs one")),
    Case("a seal by nobody", _confirmed, ("The seal is signed by 0 offices, and needs one.",)),
    Case("a seal by an office of no name", lambda root: _confirmed(root, "stranger"),
         ("This is no good signature of the seal by a key of stranger",)),
    Case("a stranger names stewards and seals", _take_over, ("This is no good signature", "is gone or changed")),
    Case("a stranger lays keys beside an old seal", _smuggle, ("a list of keys that lies beside another seal", "by a key of fa")),
    Case("a stranger starts over", _begin_again, ("A published seal is changed or taken away.",)),
    Case("the newest seal is taken away", _drop(f"{NEWEST}*", f"{S}/crumbshire", f"{S}/corner-shop"),
         ("A published seal is changed or taken away.",)),
    Case("the seal is made anew", _reseal, ("A published seal is changed", "This is no good signature")),
    Case("a signature is taken away", _drop(f"{FIRST}.meadow.sig"),
         ("A published seal is changed or taken away.", "signed by 1 office, and needs two")),
    Case("a signature is moved to another seal", lambda root: shutil.copy(root / f"{FIRST}.meadow.sig", root / f"{NEWEST}.meadow.sig"),
         ("This is no good signature of the seal by a key of meadow",)),
    Case("a late signature", lambda root: sign(root, FIRST, "other"), ("This is no good signature",)),
    Case("a seal that comes before the newest", _back_in_time, ("does not list",)),
    Case("the stewards change without a seal", lambda root: write(root, chain.STEWARDS, steward("tower", "other")), (OTHER,)),
    Case("the list beside a seal changes", lambda root: write(root, f"{SEALS}2026-05-01.stewards", steward("tower", "other")),
         ("A published seal is changed or taken away.",)),
    Case("the authorities change without a seal", lambda root: _swap(root, "data/authorities.yml", "name: Crumbshire", "name: Kent"), (OTHER,)),
    Case("a stray signature", lambda root: write(root, f"{SEALS}2026-05-22.sha256.harbour.sig", "x"), (UNSEALED,)),
    # Texts.
    Case("a text is changed", lambda root: _swap(root, "commitment/versions/1.1.0.md", "night", "day") if False else
         _swap(root, "commitment/versions/1.1.0.md", "Bakers", "Bankers"), ("This is published, and never changes.", OTHER)),
    Case("a description is changed", lambda root: _swap(root, "commitment/versions/1.1.0.yml", "small print", "large print"),
         ("This is published, and never changes.", OTHER)),
    Case("a text is deleted", _drop("commitment/versions/1.0.0.*"), ("This is published, and never vanishes.",)),
    Case("a version without a seal", _publish, ("Only two stewards publish a version",)),
    Case("a version under one key", _both(_publish, lambda root: seal(root, "harbour", day="2026-05-31")),
         ("The seal is signed by 1 office, and needs two.",)),
    # Before anybody is a steward.
    Case("a register founds itself", _both(lambda root: write(root, chain.STEWARDS, steward("harbour", "stranger") +
         steward("meadow", "other")), lambda root: sign(root, p := seal(root, day="2026-05-31"), "harbour", "stranger") or
         sign(root, p, "meadow", "other")), ("where nobody is a steward yet. Nobody's key can vouch for a first seal.",),
         branch="unfounded"),
    Case("stewards without a seal", lambda root: write(root, chain.STEWARDS, steward("harbour", "stranger")),
         ("where nobody is a steward yet.",), branch="unfounded"),
    Case("a text before the first seal", lambda root: _swap(root, "commitment/versions/1.1.0.md", "Bakers", "Bankers"),
         ("This is published, and never changes.",), branch="unfounded"),
    Case("a confirmation before the first seal", lambda root: confirm(root, record(root, "crumbshire", "2026-05-10",
         "signed", CRUMBSHIRE)), (UNSEALED,), branch="unfounded"),
    # Files that are no files, and names that programs misread.
    Case("a link", lambda root: (root / f"{S}/ovenby/2026-05-26-signed.yml").symlink_to("2026-05-25-signed.yml"),
         ("This is a symbolic link",)),
    Case("a folder that is a link", lambda root: (root / f"{S}/flour").symlink_to("crumbshire"), ("This is a symbolic link",)),
    Case("a program among records", lambda root: (root / WAITING).chmod(0o755), ("marked as a program",)),
    Case("attributes", lambda root: write(root, f"{S}/.gitattributes", "* eol=crlf\n"), ("A .gitattributes file decides",)),
    Case("attributes at the top", lambda root: write(root, ".gitattributes", "*.yml ident\n"), ("A .gitattributes file decides",)),
    Case("compiled code", lambda root: write(root, "scripts/__pycache__/ids.cpython-311.pyc", b"x"), ("A program made this file",)),
    Case("a kept document", lambda root: write(root, ".cache/documents/x.pdf", b"x"), ("A program made this file",)),
    Case("a name with a backslash", lambda root: write(root, "docs/a\\b.md", "x"), ("a character that programs can misunderstand",)),
    Case("a name like an option", lambda root: write(root, "docs/-x.md", "x"), ("programs take it for an option",)),
    Case("twins by capitals", lambda root: write(root, f"{S}/Ovenby/2026-05-25-signed.yml", "x"), ("Only capital letters tell",)),
    Case("a council's own copy", lambda root: write(root, "data/local/site.yml", "authority: crumbshire\n"),
         ("This is a council's own copy, and it does not belong",)),
    # The rules of the change are the base's (M3).
    Case("a schema lets a field in", _both(lambda root: _swap(root, "data/schema/term.json", '"additionalProperties": false',
         '"additionalProperties": true'), lambda root: _swap(root, "data/glossary/loaf.yml", "label: Loaf", "label: Loaf\nsecret: x")),
         ('"secret" is not a field of a term.',)),
    Case("a schema without end", lambda root: _swap(root, "data/schema/term.json", '"additionalProperties": false',
         '"additionalProperties": false, "patternProperties": {"^(a+)+$": {}}')),
    # What stewards do.
    Case("a steward confirms", lambda root: _confirmed(root, "harbour"), steward=True, told=("(under a seal)",)),
    Case("a steward erases alone", _erase_and_seal("harbour"), ("signed by 1 office, and needs two",), steward=True),
    Case("two stewards erase", _erase_and_seal("harbour", "meadow"), steward=True),
    Case("two stewards publish", _both(_publish, lambda root: seal(root, "harbour", "meadow", day="2026-05-31")), steward=True),
    Case("one steward names another", _new_office("harbour"), ("signed by 1 office, and needs two",)),
    Case("one steward and the office that it names", _new_office("harbour", "tower"),
         ("This is no good signature of the seal by a key of tower", "needs two")),
    Case("two stewards name another", _new_office("harbour", "meadow"), told=("This change brings a seal",)),
    Case("an ended key seals", _ended, ("This is no good signature of the seal by a key of harbour",)),
    Case("a seal of days to come", lambda root: _confirmed(root, "harbour", day="2026-07-01"), ("more than one day after",)),
    Case("a steward changes the authorities", _both(lambda root: _swap(root, "data/authorities.yml", "name: Ovenby", "name: Ovenby Town"),
         lambda root: seal(root, "meadow", day="2026-05-31"))),
    Case("a confirmed name that reads like a council's", _both(
         lambda root: confirm(root, record(root, "crumb-shire", "2026-05-25", "signed", SHOP | {"organisation": "Crumbshire"}), "2026-05-30"),
         lambda root: seal(root, "harbour", day="2026-05-31")), ("reads like that of Crumbshire (crumbshire)",)),
)  # fmt: skip


def _check(root: Path, base: str, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = main(["check", "--root", str(root), "--as-of", AS_OF.isoformat(), "--base", base, *more])
    return code, capsys.readouterr().out


def _standings(root: Path) -> list[tuple[str, ...]]:
    """Return all that the register says of anybody, and the digests of all that is published."""
    project = reading.load(root)
    texts = commitment(project)
    made = build(project, texts, AS_OF)
    told = [(s.slug, s.name, s.kind, str(s.standing), str(s.records), str(s.corrected)) for s in made.signatories]
    return [*told, *((v.number, v.digest) for v in texts.versions), (str(len(made.counted)),)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_a_change_gets_its_verdict(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad change is refused with a sentence that says why; one that passes without a steward alters nothing."""
    root = sealed.register(tmp_path / "head", case.branch)
    before = _standings(root)
    case.change(root)
    sealed.commit(root)
    code, out = _check(root, f"origin/{case.branch}", capsys)
    assert code == bool(case.wrong), out
    for words in (*case.wrong, *case.told):
        assert words in out
    assert all(
        re.fullmatch(r".+:\d+: .+[.?]", line) for line in out.splitlines()[: out.count("\n") - 1] if ":1: " in line
    )
    if not case.wrong and not case.steward:
        assert _standings(root) == before


def test_most_cases_are_refused() -> None:
    """The table is about attacks: were it to lose them, the test above would pass for nothing."""
    assert sum(bool(case.wrong) for case in CASES) > 40
    assert len({case.name for case in CASES}) == len(CASES)


def test_a_copy_takes_upstream_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A council's copy merges upstream's seals, texts and pages, with --upstream (journeys 7)."""
    upstream = sealed.register(tmp_path / "upstream")
    copy = sealed.register(tmp_path / "copy")
    write(copy, "data/local/site.yml", LOCAL)
    sealed.commit(copy, "Our copy")
    sealed.git(copy, "branch", "ours")
    _publish(upstream)
    seal(upstream, "harbour", "meadow", day="2026-05-30")
    _swap(upstream, "commitment/draft.md", "the people who", "all the people who")
    sealed.commit(upstream, "A version, and a new draft")
    sealed.git(copy, "fetch", "-q", str(upstream), "main:theirs")
    sealed.git(copy, "merge", "-q", "-m", "Merge", "theirs")
    code, out = _check(copy, "ours", capsys, "--upstream", "theirs")
    assert code == 0, out
    assert "from upstream, byte for byte" in out


def test_a_copy_may_not_say_otherwise_than_upstream(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One name has one content in every copy: a claim under a name that upstream has is refused."""
    copy = sealed.register(tmp_path / "copy")
    sealed.git(copy, "branch", "theirs")
    _swap(copy, WAITING, "Head of Ovens", "Mayor")
    sealed.commit(copy)
    code, out = _check(copy, "HEAD~1", capsys, "--upstream", "theirs")
    assert code == 1
    assert "Upstream has a file of this name with other bytes." in out


@pytest.mark.parametrize("base", ["", "-c", "--upload-pack=touch x", "nowhere", "/nowhere", "a\nb", "HEAD:docs"])
def test_a_base_that_is_none_is_told(base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No name of a base is an option, and each wrong one gets a sentence and status 2."""
    root = sealed.register(tmp_path / "head")
    code = main(["check", "--root", str(root), "--as-of", AS_OF.isoformat(), f"--base={base}"])
    told = capsys.readouterr()
    assert code == 2
    assert told.err.startswith("accord check: ")
    assert not told.out


def test_the_base_may_be_a_clone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Hosts lay the base and the change out as two clones side by side, each of one commit."""
    base, head = sealed.register(tmp_path / "base"), sealed.register(tmp_path / "head")
    _drop(SIGNED)(head)
    sealed.commit(head)
    code, out = _check(head, str(base), capsys)
    assert code == 1
    assert LISTS in out


def test_no_setting_of_the_repository_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs that a repository's own settings and hooks name are never run."""
    root = sealed.register(tmp_path / "head")
    ran = tmp_path / "ran"
    hook = f"touch {ran}"
    for name in ("core.fsmonitor", "core.sshCommand", "diff.external", "core.pager", "gpg.program"):
        sealed.git(root, "config", name, hook)
    write(root, ".git/hooks/post-checkout", f"#!/bin/sh\n{hook}\n")
    assert _check(root, "origin/main", capsys)[0] == 0
    assert not ran.exists()


def test_two_seals_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of two seals that were made at once, the later is made anew on the first."""
    root = sealed.register(tmp_path / "head")
    sealed.git(root, "branch", "one")
    _confirmed(root, "harbour")
    sealed.commit(root, "One")
    sealed.git(root, "checkout", "-q", "-b", "two", "one")
    path = record(root, "yeast-works", "2026-05-28", "signed", SHOP | {"organisation": "Yeast Works"})
    confirm(root, path, "2026-05-30")
    seal(root, "meadow", day="2026-05-31")
    sealed.git(root, "mv", f"{SEALS}2026-05-31.sha256", f"{SEALS}2026-05-31-2.sha256") if False else None
    for name in (f"{SEALS}2026-05-31.sha256", f"{SEALS}2026-05-31.sha256.meadow.sig"):
        (root / name).rename(root / name.replace("2026-05-31", "2026-05-31-2"))
    sealed.commit(root, "Two")
    sealed.git(root, "merge", "-q", "-m", "Both", "main")
    code, out = _check(root, "main", capsys)
    assert code == 1
    assert f"The seal does not list {SEALS}2026-05-31.sha256" in out


def test_the_judge_needs_no_import_of_the_change(tmp_path: Path) -> None:
    """A module that a change lays beside the data is not imported, even where its folder is the working one."""
    root = sealed.register(tmp_path / "head")
    write(root, "accord/__init__.py", "raise SystemExit('PWNED')\n")
    write(root, "yaml.py", "raise SystemExit('PWNED')\n")
    sealed.commit(root)
    command = [sys.executable, "-I", "-m", "accord", "check", "--base", "origin/main", "--as-of", AS_OF.isoformat()]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert "PWNED" not in done.stdout + done.stderr
