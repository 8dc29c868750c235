"""`accord sign` by options: judged by the check's own rules, and never written over another."""

from __future__ import annotations

import io
import shutil
import stat
from pathlib import Path

import pytest

from accord.cli import main
from accord.register.writing import session
from tests import sealed, support
from tests.registers import digest_of, sha

FLOUR = "commitment/signatories/flour-makers"
OVEN = ("--event", "signed", "--signatory", "flour-makers", "--kind", "organisation",
        "--organisation", "The Flour Makers", "--role", "Chair of the bakers")  # fmt: skip
RECORD = (
    'event: "signed"\nsignatory: "flour-makers"\ndate: "2026-06-01"\nkind: "organisation"\n'
    'organisation: "The Flour Makers"\nrole: "Chair of the bakers"\nversion: "1.1.0"\n'
    f'digest: "{digest_of("1.1.0")}"\n'
).encode()
MISSING = "The site's page for signing asks for it."
# One of each event that an organisation can bring, by options alone.
EVERY = {
    "signed": OVEN[2:],
    "reviewed": ("--signatory", "market-bakery", "--role", "Chair", "--answer", "warmth-1=kept",
                 "--answer", "warmth-2=partly", "--why", "warmth-2=No list yet.", "--answer", "patience-1=kept",
                 "--evidence", "warmth-1=https://example.org/door"),
    "corrected": ("--signatory", "market-bakery", "--target", "2025-08-01-signed.yml", "--field", "role",
                  "--value", "Head", "--reason", "Misread."),
    "succeeded": ("--signatory", "market-bakery", "--role", "Owner", "--successor", "ovenby", "--reason", "Merged."),
    "withdrawn": ("--signatory", "market-bakery", "--role", "Owner", "--reason", "Closed."),
}  # fmt: skip


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sealed.sample(tmp_path_factory.mktemp("sealed"))


@pytest.fixture
def project(register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the sealed sample, with nobody at the terminal."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return Path(shutil.copytree(register, tmp_path / "sample"))


def call(root: Path, *arguments: str) -> int:
    return main(["sign", "--root", str(root), "--as-of", support.AS_OF.isoformat(), *arguments])


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
    assert session.PUBLIC in err
    assert stat.S_IMODE((project / path).stat().st_mode) == 0o644
    assert support.lines(project) == []


def test_a_second_on_one_day(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Never over another: the next gets -2, then -3. The very same once more is refused."""
    for role in ("Chair", "Treasurer", "Baker"):
        assert call(project, *OVEN, "--role", role) == 0
    names = [f"{FLOUR}/2026-06-01-signed{number}.yml" for number in ("", "-2", "-3")]
    assert capsys.readouterr().out.splitlines() == names
    assert said(project, capsys, *OVEN, "--role", "Baker")[0] == 1


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
        ("  The\u00a0Flour \t  Makers\u200b\n", '"The Flour Makers"'),  # pasted
        ("--flour", '"--flour"'),
        ("{{ 7*7 }} <b>", '"{{ 7*7 }} <b>"'),
        ("Becws Tŷ Gŵyr", '"Becws Tŷ Gŵyr"'),
    ],
)
def test_what_is_typed(project: Path, given: str, written: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Quotes and backslashes are escaped, and what a word processor put between the words goes."""
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


@pytest.mark.parametrize(
    ("arguments", "status", "expected"),
    [
        ((), 2, f"accord sign: missing: --event. {MISSING}"),
        (("--event", "withdrawn", "--signatory", "market-bakery"), 2,
         f"accord sign: missing: --role, --reason. {MISSING}"),
        (("--event", "reviewed", "--signatory", "market-bakery", "--role", "Chair", "--answer", "warmth-1=partly"), 2,
         f"accord sign: missing: --why warmth-1=…, --answer warmth-2=…, --answer patience-1=…. {MISSING}"),
        ((*OVEN, "--signatory", "../../etc"), 1, 'record:1: signatory: "../../etc" has the wrong form.'),
        ((*OVEN, "--signatory", "con"), 1, "record:1: signatory: This can't be a folder's name."),
        ((*OVEN, "--date", "2026-02-30"), 1, 'record:1: date: "2026-02-30" is no day of the calendar.'),
        ((*OVEN, "--url", "http://x.org"), 1,
         f"{FLOUR}/2026-06-01-signed.yml:9: url: The address does not start with https://."),
        (("--event", "withdrawn", "--signatory", "flour-makers", "--role", "Owner", "--reason", "Closed."), 1,
         f"{FLOUR}/2026-06-01-withdrawn.yml:1: event: Nothing was signed that could end."),
        ((*EVERY["succeeded"], "--event", "succeeded", "--successor", "nobody"), 1,
         "commitment/signatories/market-bakery/2026-06-01-succeeded.yml:5: successor: Nobody is on the register"),
        (("--event", "withdrawn", "--role", "Chair", "--reason", "x", "--signatory", "market-baker"), 1,
         'record:1: signatory: Nobody has signed as "market-baker". Did you mean "market-bakery"?'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], status: int, expected: str
) -> None:
    """In a line, and nothing is written. What does not fit the register is a problem to who brings it."""
    found, lines = said(project, capsys, *arguments)
    assert found == status
    assert lines[0].startswith(expected)


@pytest.mark.parametrize("value", ["a\x1b[2Jb", "\udcff", "\u202eturned", "Ноте", "x" * 301])
def test_odd_values_are_refused(project: Path, capsys: pytest.CaptureFixture[str], value: str) -> None:
    """By the reader's own rules, and no line of what is said can move a cursor."""
    status, lines = said(project, capsys, *OVEN, "--organisation", value)
    assert status == 1
    assert lines[-1] == "Nothing is written."
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("event", EVERY)
def test_every_event_that_an_organisation_brings(project: Path, event: str) -> None:
    """Made from options alone, written, and good for the check: a claim that waits for a steward."""
    assert call(project, "--event", event, *EVERY[event]) == 0
    assert support.lines(project) == []


def test_a_file_name_stands_for_a_digest(project: Path) -> None:
    assert call(project, "--event", "corrected", *EVERY["corrected"]) == 0
    made = project / "commitment/signatories/market-bakery/2026-06-01-corrected.yml"
    assert f'target: "{sha(made.with_name("2025-08-01-signed.yml").read_bytes())}"\n' in made.read_text()


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(28, "No space left on device"), "Nothing is written. The system refuses (No space left on device"),
        (
            FileExistsError(17, "File exists", "x.yml"),
            "Nothing is written. x.yml is there already, and stays as it is.",
        ),
    ],
)
def test_what_can_not_be_written(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    expected: str,
) -> None:
    """A full disk is said in a line; so is a file that somebody else wrote in between."""

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(session, "write_new", refuse)
    status, lines = said(project, capsys, *OVEN)
    assert status == 1
    assert lines[-1].startswith(expected)
