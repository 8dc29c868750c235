"""`accord release` writes a version that the check accepts, or nothing. `accord diff` says what changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accord import cli
from accord.files import atomic
from accord.files.digests import digest
from tests import support
from tests.versions_made import ASKED, DRAFT, OWN

ABOUT = "commitment/versions/2.0.0.yml"
TEXT = "commitment/versions/2.0.0.md"
Run = Callable[..., tuple[int, list[str]]]
AGREED = ("--agreed", "north", "--agreed", "south")
SUBSTANTIVE = ("--class", "substantive", "--summary", "We wait.", *AGREED)
EDITORIAL = ("--class", "editorial", "--summary", "We wait.", *AGREED)
GOOD = ("release", "2.0.0", *SUBSTANTIVE[:3], 'We "wait" too.', *AGREED, "--released", "2026-05-31")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the sample project, whose draft has a clause more than its newest version, 1.1.0."""
    return support.sample(tmp_path)


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command on the project and gives its exit code and its lines, errors last."""

    def run(*words: str) -> tuple[int, list[str]]:
        try:
            code = cli.main([words[0], "--root", str(project), "--as-of", str(support.AS_OF), *words[1:]])
        except SystemExit as stopped:
            code = int(str(stopped.code))
        said = capsys.readouterr()
        return code, (said.out + said.err).splitlines()

    return run


def _found(project: Path) -> list[str]:
    """Return what the check says of the texts and of what belongs to them."""
    return [line for line in support.lines(project) if line.startswith(OWN)]


def _versions(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "commitment" / "versions").iterdir())


def test_a_release_writes_two_files_that_the_check_accepts(project: Path, run: Run) -> None:
    """The text is the draft's bytes, and the description has the chain's digests."""
    draft = (project / DRAFT).read_bytes()
    before = digest((project / "commitment/versions/1.1.0.md").read_bytes())
    assert run(*GOOD) == (
        0,
        [
            f"Version 2.0.0 is published as {TEXT} and {ABOUT}.",
            f"The digest of its text is {digest(draft)}.",
            "Next:",
            '1. Run "accord check" and read what it says.',
            '2. Two stewards seal it: each runs "accord seal --key FILE".',
            '3. Run "git add commitment data", and commit the version, its draft, the words that explain it, the',
            "   consultation and the seal together.",
            '4. Tell every signatory that there is something to sign again ("accord status" lists them).',
        ],
    )
    assert (project / TEXT).read_bytes() == draft
    assert (project / ABOUT).read_text(encoding="utf-8") == (
        f'version: "2.0.0"\nreleased: "2026-05-31"\nclass: substantive\ndigest: {digest(draft)}\nprevious: "1.1.0"\n'
        f'previous_digest: {before}\nsummary: "We \\"wait\\" too."\nagreed:\n  - "north"\n  - "south"\n'
    )
    assert _found(project) == []
    assert _versions(project) == ["1.0.0.md", "1.0.0.yml", "1.1.0.md", "1.1.0.yml", "2.0.0.md", "2.0.0.yml"]


def test_a_first_release(project: Path, run: Run) -> None:
    """With no version there, the first is 1.0.0 and follows nothing."""
    for name in _versions(project):
        (project / "commitment" / "versions" / name).unlink()
    for name in ("1.1.0", "1.2.0", "2.0.0"):
        (project / "data" / "consultations" / f"{name}.yml").unlink()
    for told in (project / "data" / "suggestions").iterdir():
        told.unlink()
    for old in ("warmth-2",):
        path = project / "data" / "clauses" / f"{old}.yml"
        path.write_text("  - explains: ".join(path.read_text(encoding="utf-8").split("  - explains: ")[:2]), "utf-8")
    code, said = run("release", "1.0.0", "--class", "first", "--summary", "The first text.")
    assert (code, said[0]) == (
        0,
        "Version 1.0.0 is published as commitment/versions/1.0.0.md and commitment/versions/1.0.0.yml.",
    )
    about = (project / "commitment/versions/1.0.0.yml").read_text(encoding="utf-8")
    assert "previous" not in about


def _changed(old: str, new: str) -> Callable[[Path], object]:
    return lambda root: (root / DRAFT).write_text((root / DRAFT).read_text("utf-8").replace(old, new), "utf-8")


def _published_last(root: Path) -> None:
    (root / DRAFT).write_bytes((root / "commitment/versions/1.1.0.md").read_bytes())
    (root / "data/clauses/patience-2.yml").unlink()


def _nothing(_: Path) -> None:
    """Leave the project as it is."""


# What the rules say of a version has its cases in tests/cases/commitment/: here are those that show that each is asked.
REFUSED: dict[str, tuple[Callable[[Path], object], tuple[str, ...], tuple[str, ...]]] = {
    "too light a class, and a wrong number": (
        _nothing,
        ("2.0.0", *EDITORIAL, "--reason", "We say at some length why no promise is more or less than it was before."),
        (
            f"{ABOUT}:3: class: The class editorial is too light: the words that changed make it substantive. "
            "The lightest class that they allow is clarifying with a reason.",
            f"{ABOUT}:3: class: The number 2.0.0 does not fit the class editorial. After 1.1.0 comes 1.1.1.",
        ),
    ),
    "a number before the newest": (
        _nothing,
        ("1.0.1", *EDITORIAL),
        (
            "commitment/versions/1.0.1.yml:1: version: The number 1.0.1 comes before that of the newest version, "
            "1.1.0. Give it a larger number: versions form one chain.",
        ),
    ),
    "a version that is there": (
        _nothing,
        ("1.1.0", "--class", "clarifying", "--summary", "We wait."),
        (
            "commitment/versions/1.1.0.md:1: There is a version 1.1.0 already. "
            "A published version never changes: give the draft a new number.",
        ),
    ),
    "a day that has not come": (
        _nothing,
        ("2.0.0", *SUBSTANTIVE, "--released", "2026-06-02"),
        (
            f"{ABOUT}:2: released: The day 2026-06-02 has not come: today is 2026-06-01. "
            "Release it on that day, or give an earlier one.",
        ),
    ),
    "one steward, and a reason that gives none": (
        _nothing,
        ("2.0.0", *SUBSTANTIVE[:4], *AGREED[:2], "--reason", "ok"),
        (
            f"{ABOUT}:8: reason: The text has 2 characters. "
            "Write why the class is right, for readers, in 60 to 1,200 characters.",
            f"{ABOUT}:9: agreed: The list has 1 of at least 2 entries. Add what is missing.",
        ),
    ),
    "no summary": (
        _nothing,
        ("2.0.0", *SUBSTANTIVE[:3], " ", *AGREED),
        (f"{ABOUT}:7: summary: The field has no value. Write one, or delete the field.",),
    ),
    "nobody was asked": (
        lambda root: (root / ASKED).unlink(),
        ("2.0.0", *SUBSTANTIVE),
        (
            f"{ABOUT}:1: Nothing says who was asked about version 2.0.0. "
            f'Write {ASKED}; "accord fields consultation" prints its fields.',
        ),
    ),
    "a draft that is not fit": (
        _changed("the last guest", "the <b>last</b> guest"),
        ("2.0.0", *SUBSTANTIVE),
        (f'{DRAFT}:22: The line holds an HTML tag: "<b". Use **bold** or *italic*, or plain words.',),
    ),
    "stale words": (
        _changed("the last guest", "all guests"),
        ("2.0.0", *SUBSTANTIVE),
        (
            "data/clauses/patience-2.yml:8: wordings/1/explains: These words are stale: they explain a wording of "
            f"Patience 2 that no text has. Read {DRAFT}:22 and these words anew; where they agree, write "
            f"{digest(b'**Patience 2.** We will wait for all guests before we close.')}.",
        ),
    ),
    "no draft": (
        lambda root: (root / DRAFT).unlink(),
        ("2.0.0", *SUBSTANTIVE),
        (f"{DRAFT}:1: There is no draft. Write the next version's text in this file.",),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_release_is_refused_and_nothing_is_written(project: Path, run: Run, name: str) -> None:
    """Each reason, in exactly these words."""
    spoil, words, expected = REFUSED[name]
    spoil(project)
    before = _versions(project)
    code, said = run("release", *words)
    assert said == [*expected, "Nothing was written."]
    assert code == 1
    assert _versions(project) == before


def test_a_release_that_was_cut_short_is_ended(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The description did not reach the disk: the check says what to do, and the same command does it."""
    write = atomic.write_new

    def full(path: Path, raw: bytes) -> None:
        if path.suffix == ".yml":
            raise OSError(28, "No space left on device")
        write(path, raw)

    monkeypatch.setattr("accord.register.release.write_new", full)
    assert run(*GOOD) == (
        1,
        [
            f"{ABOUT} could not be written: No space left on device.",
            "Mend that, and run the same release again.",
        ],
    )
    assert _found(project) == [
        f"{TEXT}:1: Nothing describes version 2.0.0: its .yml file is missing. "
        "Bring it back from git; after a release that was cut short, run the same release again."
    ]
    monkeypatch.setattr("accord.register.release.write_new", write)
    assert run(*GOOD)[0] == 0
    assert _found(project) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2.0", *SUBSTANTIVE), '"2.0" is not the number of a version; write it like 1.1.0'),
        ((*GOOD[1:-1], "soon"), '"soon" is not a day; write it like 2026-11-22'),
        (("2.0.0", "--class", "huge", "--summary", "x"), "'clarifying', 'substantive')"),
    ],
)  # fmt: skip
def test_called_wrongly(run: Run, words: tuple[str, ...], said: str) -> None:
    """A number, a day or a class of another form is a wrong call: exit 2."""
    code, lines = run("release", *words)
    assert code == 2
    assert lines[-1].endswith(said)
