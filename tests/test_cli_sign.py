"""`accord sign` by options: judged by the check's own rules, signed, and never written over another."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pytest

from accord.cli import main
from accord.model.commitment import digest
from accord.record import session
from tests import support

DIGEST = "sha256:31b169320bb5c41eaa2c166c41b5b8e8680c67d75db3f6429adf38f54b2a62cd"
FLOUR = "commitment/signatories/flour-makers"
OVEN = ("--event", "signed", "--signatory", "flour-makers", "--kind", "organisation",
        "--organisation", "The Flour Makers", "--role", "Chair of the bakers")  # fmt: skip
RECORD = (
    'event: "signed"\nsignatory: "flour-makers"\ndate: "2026-06-01"\norganisation: "The Flour Makers"\n'
    f'kind: "organisation"\nrole: "Chair of the bakers"\nversion: "1.1.0"\ndigest: "{DIGEST}"\n'
).encode()


def call(root: Path, *arguments: str) -> int:
    return main(["sign", "--root", str(root), "--as-of", support.AS_OF.isoformat(), *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a sample project, with nobody at the terminal."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return support.sample(tmp_path / "sample")


def files(root: Path) -> dict[str, bytes]:
    below = root / "commitment"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in below.rglob("*") if path.is_file()}


def test_the_bytes_are_exactly_these(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Date, version and digest follow from the day; the fields are in order; the file's name is printed."""
    before = files(project)
    assert call(project, *OVEN) == 0
    out, err = capsys.readouterr()
    path = f"{FLOUR}/2026-06-01-signed.yml"
    assert out == f"{path}\n"
    assert files(project) == {**before, path: RECORD}
    assert RECORD.decode() in err
    assert "All of this becomes public, and so do the name and the address that your git writes beside it.\n" in err
    assert stat.S_IMODE((project / path).stat().st_mode) == 0o644
    assert support.lines(project) == []


def test_a_second_on_one_day(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Never over another: the next gets -2, then -3. The very same once more is refused."""
    for role in ("Chair", "Treasurer", "Baker"):
        assert call(project, *OVEN, "--role", role) == 0
    names = [f"{FLOUR}/2026-06-01-signed{number}.yml" for number in ("", "-2", "-3")]
    assert capsys.readouterr().out.splitlines() == names
    assert said(project, capsys, *OVEN, "--role", "Baker")[0] == 1


def test_a_twin_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note is said, and hinders nothing."""
    assert call(project, *OVEN) == 0
    assert call(project, *OVEN, "--signatory", "flower-makers") == 0
    assert "note: organisation: The name is nearly that of flour-makers." in capsys.readouterr().err


def test_stdout(project: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The record and nothing else, and nothing is written."""
    before = files(project)
    assert call(project, *OVEN, "--stdout") == 0
    assert capfdbinary.readouterr().out == RECORD
    assert files(project) == before


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ('The "Flour" \\ Makers', '"The \\"Flour\\" \\\\ Makers"'),
        ("  Flour  ", '"Flour"'),
        ("Cafe\u0301", '"Café"'),  # typed in two parts, written in one
        ("--flour", '"--flour"'),
        ("{{ 7*7 }} <b>", '"{{ 7*7 }} <b>"'),
    ],
)
def test_what_is_typed(project: Path, given: str, written: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Quotes and backslashes are escaped, spaces round it go, letters are in one part."""
    assert call(project, *OVEN, f"--organisation={given}", "--stdout") == 0
    assert f"organisation: {written}\n".encode() in capfdbinary.readouterr().out


def said(project: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Return the exit code and what is said, and see to it that nothing was written."""
    before = files(project)
    status = call(project, *arguments)
    out, err = capsys.readouterr()
    assert out == ""
    assert files(project) == before
    return status, err.splitlines()


SEE = "See accord sign --help."
MISSING = "In a terminal, the command asks for it."


@pytest.mark.parametrize(
    ("arguments", "status", "expected"),
    [
        ((), 2, f"accord sign: missing: --event. {MISSING}"),
        (("--event", "signed"), 2, f"accord sign: missing: --signatory, --organisation, --kind, --role. {MISSING}"),
        (("--event", "withdrawn", "--signatory", "yeast-works"), 2,
         f"accord sign: missing: --role, --reason. {MISSING}"),
        (("--event", "reviewed", "--signatory", "upper-mill", "--role", "Chair", "--answer", "warmth-1=partly"), 2,
         f"accord sign: missing: --why warmth-1=…, --answer warmth-2=…, --answer patience-1=…. {MISSING}"),
        (("--event", "confirmed", "--signatory", "yeast-works", "--method", "minute"), 2,
         f"accord sign: missing: --checked-url. {MISSING}"),
        ((*OVEN, "--event", "sigend"), 1, f"record:1: event: There is no such event. {SEE}"),
        ((*OVEN, "--signatory", "../../etc"), 1,
         'record:1: signatory: "../../etc" has the wrong form. Write small letters, digits and single hyphens, such as '
         f"`upper-mill`. {SEE}"),
        ((*OVEN, "--signatory", "con"), 1, f"record:1: signatory: This can't be a folder's name. {SEE}"),
        ((*OVEN, "--date", "2026-02-30"), 1,
         f'record:1: date: "2026-02-30" is no day of the calendar. Write a day such as 2026-11-22. {SEE}'),
        ((*OVEN, "--url", "http://x.org"), 1,
         f"{FLOUR}/2026-06-01-signed.yml:9: url: The address does not start with https://. "
         "Write https:// if the page opens so too."),
        ((*OVEN, "--key", "/nonexistent/key"), 2,
         "accord sign: /nonexistent/key: The key's file does not exist. Give the private key's file with --key."),
        ((*OVEN, "--key", "/etc/passwd", "--stdout"), 2,
         "accord sign: --stdout prints a record without a signature. Leave out --key."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], status: int, expected: str
) -> None:
    """In a line, and nothing is written."""
    found, lines = said(project, capsys, *arguments)
    assert (found, lines[0]) == (status, expected)


@pytest.mark.parametrize("value", ["two\nlines", "a\x1b[2Jb", "zero\u200bwidth", "\udcff", "\u202eturned"])
def test_odd_characters_are_refused(project: Path, capsys: pytest.CaptureFixture[str], value: str) -> None:
    """By the reader's own rules, and no line of what is said can move a cursor."""
    status, lines = said(project, capsys, *OVEN, "--organisation", value)
    assert status == 1
    assert lines[-1] == "Nothing is written."
    assert all(line.isprintable() for line in lines)


def test_pairs_have_a_form(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        call(project, "--answer", "warmth-1")
    assert ended.value.code == 2
    assert '"warmth-1" is not of the form CLAUSE=TEXT, like respect-1=kept' in capsys.readouterr().err


def test_the_rules_of_the_check_decide(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The very message of `accord check`: what the record would spoil elsewhere included."""
    status, lines = said(
        project, capsys, "--event", "withdrawn", "--signatory", "rolls", "--role", "C", "--reason", "R"
    )
    assert status == 1
    support.write(project, "commitment/signatories/rolls/2026-06-01-withdrawn.yml",
                  'event: "withdrawn"\nsignatory: "rolls"\ndate: "2026-06-01"\nrole: "C"\nreason: "R"\n')  # fmt: skip
    assert lines[:-1] == support.lines(project)


EVERY: dict[str, tuple[str, ...]] = {
    "signed": (*OVEN, "--reserves", "warmth-2=We do not know.", "--statement", "Bread for all", "--use-of-ml", "none",
               "--decided", "2026-05-01", "--decision-url", "https://www.example.org/minutes"),
    "confirmed": ("--signatory", "yeast-works", "--method", "letter"),
    "reviewed": ("--signatory", "upper-mill", "--role", "Chair", "--version", "1.0.0", "--answer", "warmth-1=partly",
                 "--why", "warmth-1=The door sticks.", "--answer", "warmth-2=kept",
                 "--evidence", "warmth-2=https://www.example.org/bread"),
    "corrected": ("--signatory", "upper-mill", "--target", "2025-06-01-signed.yml", "--field", "role",
                  "--value", "Head", "--reason", "Misread."),
    "succeeded": ("--signatory", "yeast-works", "--successor", "market-bakery", "--reason", "Merged."),
    "withdrawn": ("--signatory", "market-bakery", "--role", "Owner", "--reason", "Closed."),
}  # fmt: skip


@pytest.mark.parametrize("event", EVERY)
def test_every_event(project: Path, event: str) -> None:
    """Made from options alone, written, and good for the check."""
    support_lines = support.lines(project)
    arguments = list(EVERY[event])
    if event == "reviewed":
        text = (project / "commitment" / "versions" / "1.0.0.md").read_text()
        extra = [
            clause for clause in ("patience-1", "patience-2") if f"**{clause.replace('-', ' ').title()}.**" in text
        ]
        arguments += [word for clause in extra for word in ("--answer", f"{clause}=kept")]
    if event == "succeeded":
        assert call(project, "--event", "confirmed", *EVERY["confirmed"]) == 0
    assert call(project, "--event", event, *arguments) == 0
    assert support.lines(project) == support_lines


def test_the_target_is_found(project: Path) -> None:
    """A confirmation means the one signing that waits; a file's name stands for its digest."""
    assert call(project, "--event", "confirmed", *EVERY["confirmed"]) == 0
    raw = (project / "commitment/signatories/yeast-works/2026-05-20-signed.yml").read_bytes()
    made = (project / "commitment/signatories/yeast-works/2026-06-01-confirmed.yml").read_text()
    assert f'target: "{digest(raw)}"\n' in made


def test_a_full_disk(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Said in a line; so is a file that somebody else wrote in between."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(session, "write_new", full)
    status, lines = said(project, capsys, *OVEN)
    assert (status, lines[-1]) == (
        1,
        f"{project / FLOUR / '2026-06-01-signed.yml'} can't be written: No space left on device.",
    )

    def taken(*_: object) -> None:
        raise FileExistsError

    monkeypatch.setattr(session, "write_new", taken)
    status, lines = said(project, capsys, *OVEN)
    assert status == 1
    assert lines[-1].endswith("was written by somebody else meanwhile, and stays as it is. Run the command again.")


def test_a_short_name_that_nobody_has(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only a signing begins a folder: a slip in the short name is told, with the nearest one."""
    told = ("--event", "withdrawn", "--role", "Chair", "--reason", "No flour.")
    status, lines = said(project, capsys, *told, "--signatory", "crumshire")
    assert status == 1
    assert lines[0] == (
        'record:1: signatory: Nobody has signed as "crumshire". Did you mean "crumbshire"? See accord sign --help.'
    )
