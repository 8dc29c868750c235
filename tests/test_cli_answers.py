"""`accord answers`: files are judged, and carried over to a later version of the guidance."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from accord import cli
from accord.guidance.asked import digest_words
from tests import answers_made as made
from tests import support
from tests.test_cli_release import Run, run

WORDS = "Is this sample question number {}?"


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return the sample project with its words frozen as release 0.1.0."""
    root = support.sample(tmp_path / "project")
    guidance = (root / "data/guidance.yml").read_text(encoding="utf-8")
    dated = ('released: "2026-01-02"\n', '    date: "2026-01-02"\n')
    support.write(root, "data/guidance.yml", guidance.replace(dated[0], "").replace(dated[1], ""))
    command = ["release-guidance", "--root", str(root), "--as-of", str(support.AS_OF), "0.1.0"]
    assert cli.main([*command, "--released", "2026-01-02"]) == 0
    assert (root / "data/guidance.yml").read_text(encoding="utf-8") == guidance
    assert support.lines(root) == []
    capsys.readouterr()
    return root


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that was made for release 0.1.0, with its words' digests."""
    answers = {
        "warmth-q1": {"asked": digest_words(WORDS.format("one")), "state": "answered", "notes": "baker@example.org"},
        "warmth-q2": {"asked": digest_words(WORDS.format("two")), "state": "open"},
        "warmth-q3": {"asked": digest_words(WORDS.format("three")), "notes": "Never lost"},
        "stage-one-2": {"asked": digest_words("Knead in step 2\nshould\nFold it over and press."), "state": "done"},
    }
    return made.write(tmp_path / "oven.json", made.plain("0.1.0", answers, project={"name": "The oven"}))


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_a_fresh_file_has_nothing_to_do(file: Path, run: Run) -> None:
    """Same words: every answer is kept; what looks personal is a note, and the exit code stays 0."""
    code, said = run("answers", "check", str(file))
    assert code == 0
    assert said[:-2] == [
        f"{file}:1: note: answers/warmth-q1/notes: The text holds what looks like an e-mail address. "
        "Delete it if it is about a person.",
        f"{file}: The file was last saved with today's version of the guidance: 0.1.0.",
    ]
    assert said[-2].startswith(f"{file}: Still asked in the same words: 4. Reworded, to confirm: 0. No longer asked: 0")
    assert said[-1] == "1 file read: 0 problems, 1 note."


def test_a_file_survives_a_later_version(project: Path, file: Path, run: Run, tmp_path: Path) -> None:
    """Kept, reworded, retired and new are told rightly; the file is carried over, and nothing in it is lost."""
    made.later(project)
    assert support.lines(project) == []
    before = read(file)
    assert run("answers", "check", str(file))[1][1] == (
        f"{file}: The file was last saved with version 0.1.0 of the guidance. Today's is 0.2.0, in preparation."
    )
    code, said = run("answers", "migrate", str(file))
    assert code == 0
    assert said[0] == "The file was last saved with today's version of the guidance: 0.2.0, in preparation."
    assert said[1].startswith("Still asked in the same words: 1. Reworded, to confirm: 2. No longer asked: 1. New on ")
    at = said.index("warmth-q2: The words have changed. Read them again, then confirm the answer or change it.")
    assert said[at + 1 : at + 3] == [
        "  Asked then: Is this sample question number two?",
        "  Asked now: Is this sample question number [-two?-] {+two, and is it warm?+}",
    ]
    at = said.index("warmth-q3: This is no longer asked, since version 0.2.0. The answer stays in the file.")
    assert said[at + 1 : at + 3] == [
        "  In its place stands warmth-q5.",
        "  Asked then: Is this sample question number three?",
    ]
    assert "warmth-q5: This is asked now, and the file has no answer." in said
    assert read(file) == before | {"guidance": "0.2.0", "saved": "2026-06-01"}

    told = run("answers", "migrate", str(file), "--out", str(tmp_path / "new.json"), "--format", "json")[1]
    report = json.loads("\n".join(told))
    assert report["counts"] | {"new": 0} == {"kept": 1, "reworded": 2, "retired": 1, "new": 0}
    assert {"id": "warmth-q3", "fate": "retired", "then": WORDS.format("three"), "since": "0.2.0",
            "replaced_by": "warmth-q5"} in report["answers"]  # fmt: skip

    code, said = run("answers", "migrate", str(file), "--confirm", "warmth-q2", "stage-one-2")
    assert (code, "Reworded, to confirm: 0." in said[1]) == (0, True)
    now = digest_words("Is this sample question number two, and is it warm?")
    assert read(file)["answers"]["warmth-q2"] == {"asked": now, "state": "open"}
    assert read(file)["answers"]["warmth-q3"] == before["answers"]["warmth-q3"]
    again = file.read_bytes()
    assert run("answers", "migrate", str(file))[0] == 0
    assert file.read_bytes() == again


def test_words_that_nobody_kept(project: Path, file: Path, run: Run) -> None:
    """An answer to words of no release, such as of a version in preparation, says so."""
    values = read(file)
    values["answers"]["warmth-q1"]["asked"] = "0" * 12
    made.write(file, values)
    code, said = run("answers", "migrate", str(file), "--out", "-")
    assert (code, json.loads("\n".join(said))) == (0, values)
    assert "  Asked then: We do not hold the words that were asked then." in run("answers", "migrate", str(file))[1]


def test_problems_are_told_and_nothing_is_written(file: Path, run: Run) -> None:
    values = read(file)
    values["answers"]["warmth-q9"] = {"asked": "0123456789ab", "state": "x"}
    before = made.write(file, values).read_bytes()
    wrong = f'{file}:1: answers/warmth-q9/state: "x" is not one of the choices. Write '
    code, said = run("answers", "migrate", str(file))
    assert (code, len(said), said[0].startswith(wrong)) == (1, 1, True)
    code, said = run("answers", "check", str(file))
    assert (code, said[0].startswith(wrong), said[-1]) == (1, True, "1 file read: 1 problem, 1 note.")
    told = json.loads("\n".join(run("answers", "check", str(file), "--format", "json")[1]))
    assert [each["field"] for each in told["problems"]][:1] == ["answers/warmth-q9/state"]
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("migrate a b", "give one file."),
        ("check a --out b", "--out and --confirm go with migrate."),
        ("migrate FILE --confirm warmth-q4", '"warmth-q4" can\'t be confirmed: the file has no answer to it.'),
        ("migrate FILE --out OTHER", "OTHER is there already. Choose another name with --out."),
    ],
)
def test_a_wrong_call(file: Path, tmp_path: Path, run: Run, words: str, expected: str) -> None:
    """And no file is written over."""
    other = made.write(tmp_path / "other.json", {})
    names = {"FILE": str(file), "OTHER": str(other)}
    code, said = run("answers", *(names.get(word, word) for word in words.split()))
    assert (code, said) == (2, [f"accord answers: {expected.replace('OTHER', str(other))}"])
    assert read(other) == {}


def test_a_yaml_file_stays_and_json_is_written_beside_it(run: Run, tmp_path: Path) -> None:
    yaml = tmp_path / "sheet.yml"
    yaml.write_text('format: accord-answers-1\nguidance: "0.1.0"\nsaved: "2026-05-01"\n', encoding="utf-8")
    before = yaml.read_bytes()
    assert run("answers", "migrate", str(yaml))[0] == 0
    assert (yaml.read_bytes(), (tmp_path / "sheet.json").is_file()) == (before, True)


def test_files_that_are_none(run: Run, tmp_path: Path) -> None:
    """A file that is not there, a folder and a link are told in one line each."""
    (tmp_path / "link.json").symlink_to("/etc/passwd")
    for name, why in (("none.json", "no such file or directory"), ("", "is a directory"), ("link.json", "too many")):
        path = tmp_path / name
        code, said = run("answers", "check", str(path))
        assert code == 1
        assert said[0].startswith(f"{path}:1: This can't be read ({why}")
        assert said[0].endswith("Look at what it is, and who may read it.")


__all__ = ["run"]
