"""`accord answers`: files are judged, carried over to a later version of the guidance, compared and told in words."""

from __future__ import annotations

import json
from pathlib import Path

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
        "warmth-q1": {
            "asked": digest_words(WORDS.format("one")),
            "state": "answered",
            "notes": "Ring baker@example.org",
        },
        "warmth-q2": {"asked": digest_words(WORDS.format("two")), "state": "open"},
        "warmth-q3": {"asked": digest_words(WORDS.format("three")), "notes": "Never lost"},
        "stage-one-2": {"asked": digest_words("Knead in step 2\nshould\nFold it over and press."), "state": "done"},
    }
    return made.write(tmp_path / "oven.json", made.plain("0.1.0", answers, project={"name": "The oven"}))


def test_a_fresh_file_has_nothing_to_do(file: Path, run: Run) -> None:
    """Same words: every answer is kept; what looks personal is a note, and the exit code stays 0."""
    code, said = run("answers", "check", str(file))
    assert code == 0
    assert said == [
        f"{file}:1: note: answers/warmth-q1/notes: The text holds what looks like an e-mail address. "
        "Delete it if it is about a person.",
        f"{file}: The file was last saved with today's version of the guidance: 0.1.0.",
        f"{file}: Still asked in the same words: 4. Reworded, to confirm: 0. No longer asked: 0. "
        "New on sheets that you used: 18.",
        "1 file read: 0 problems, 1 note.",
    ]


def test_a_file_survives_a_later_version(project: Path, file: Path, run: Run) -> None:
    """Kept, reworded, retired and new are told rightly; the file is carried over, and nothing in it is lost."""
    made.later(project)
    assert support.lines(project) == []
    before = json.loads(file.read_text(encoding="utf-8"))
    code, said = run("answers", "migrate", str(file))
    assert code == 0
    assert said[:2] == [
        "The file was last saved with today's version of the guidance: 0.2.0, in preparation.",
        "Still asked in the same words: 1. Reworded, to confirm: 2. No longer asked: 1. "
        "New on sheets that you used: 19.",
    ]
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
    after = json.loads(file.read_text(encoding="utf-8"))
    assert after == before | {"guidance": "0.2.0", "saved": "2026-06-01"}
    assert run("answers", "check", str(file))[0] == 0

    code, said = run("answers", "migrate", str(file), "--confirm", "warmth-q2", "stage-one-2")
    assert code == 0
    assert "Reworded, to confirm: 0." in said[1]
    confirmed = json.loads(file.read_text(encoding="utf-8"))["answers"]
    assert confirmed["warmth-q2"] == {
        "asked": digest_words("Is this sample question number two, and is it warm?"),
        "state": "open",
    }
    assert confirmed["warmth-q3"] == before["answers"]["warmth-q3"]

    again = file.read_bytes()
    assert run("answers", "migrate", str(file), "--format", "json")[0] == 0
    assert file.read_bytes() == again


def test_a_version_in_preparation_says_so(project: Path, file: Path, run: Run) -> None:
    made.later(project)
    assert run("answers", "check", str(file))[1][1] == (
        f"{file}: The file was last saved with version 0.1.0 of the guidance. Today's is 0.2.0, in preparation."
    )


def test_a_report_for_programs(project: Path, file: Path, run: Run, tmp_path: Path) -> None:
    made.later(project)
    code, said = run("answers", "migrate", str(file), "--out", str(tmp_path / "new.json"), "--format", "json")
    told = json.loads("\n".join(said))
    assert code == 0
    assert told["counts"] == {"kept": 1, "reworded": 2, "retired": 1, "new": 19}
    assert {"id": "warmth-q3", "fate": "retired", "then": WORDS.format("three"), "since": "0.2.0",
            "replaced_by": "warmth-q5"} in told["answers"]  # fmt: skip


def test_words_that_nobody_kept(project: Path, file: Path, run: Run) -> None:
    """An answer to words of no release, such as of a version in preparation, says so."""
    values = json.loads(file.read_text(encoding="utf-8"))
    values["answers"]["warmth-q1"]["asked"] = "0" * 12
    made.write(file, values)
    code, said = run("answers", "migrate", str(file), "--out", "-")
    assert (code, json.loads("\n".join(said))) == (0, values)
    run("answers", "migrate", str(file))
    said = run("answers", "migrate", str(file))[1]
    assert "  Asked then: We do not hold the words that were asked then." in said


def test_two_files_are_compared(file: Path, run: Run, tmp_path: Path) -> None:
    values = json.loads(file.read_text(encoding="utf-8"))
    del values["answers"]["warmth-q3"]
    values["answers"]["warmth-q2"]["state"] = "answered"
    values["decision"] = {"answer": "no"}
    other = made.write(tmp_path / "other.json", values)
    assert run("answers", "compare", str(file), str(other)) == (
        0,
        [
            "Added: 1. Changed: 1. Removed: 1. The same: 3.",
            "",
            "warmth-q2: Different in the two files.",
            "  state: [-open-] {+answered+}",
            "",
            "warmth-q3: Only in the first file.",
            "  notes: [-Never lost-]",
            f"  asked: [-{digest_words(WORDS.format('three'))}-]",
            "",
            "decision/answer: Only in the second file.",
            "  {+no+}",
        ],
    )
    assert run("answers", "compare", str(file), str(file)) == (0, ["The two files say the same."])
    told = json.loads("\n".join(run("answers", "compare", str(file), str(other), "--format", "json")[1]))
    assert [each["place"] for each in told] == ["warmth-q2", "warmth-q3", "decision/answer"]


def test_a_file_is_shown_in_words(project: Path, file: Path, run: Run) -> None:
    made.later(project)
    code, said = run("answers", "show", str(file))
    assert code == 0
    assert said == [
        "Saved on 1 May 2026 with version 0.1.0 of the guidance.",
        "",
        "The project:",
        "  name: The oven",
        "",
        "Should we be doing this?: 2 of 18 have an answer.",
        "- Is this sample question number one? (warmth-q1)",
        "  Answered.",
        "  Ring baker@example.org",
        "- Is this sample question number two, and is it warm? (warmth-q2)",
        "  Open: we do not know yet.",
        "",
        "Kneading: 1 of 4 have an answer.",
        "- Knead twice in step 2 (stage-one-2)",
        "  Done.",
        "",
        "This is no longer asked, since version 0.2.0. The answer stays in the file.",
        "- Is this sample question number three? (warmth-q3)",
        "  No state is chosen.",
        "  Never lost",
    ]
    assert json.loads("\n".join(run("answers", "show", str(file), "--format", "json")[1])) == json.loads(
        file.read_text(encoding="utf-8")
    )


def test_problems_are_told_and_nothing_is_written(file: Path, run: Run) -> None:
    values = json.loads(file.read_text(encoding="utf-8"))
    values["answers"]["warmth-q9"] = {"asked": "0123456789ab", "state": "x"}
    before = made.write(file, values).read_bytes()
    states = "answered, open, done, partly, not-yet, planned, doing, not-ours, shown, said, not-shown or not-applicable"
    wrong = f'{file}:1: answers/warmth-q9/state: "x" is not one of the choices. Write {states}.'
    assert run("answers", "migrate", str(file)) == (1, [wrong])
    code, said = run("answers", "check", str(file))
    assert (code, said[0], said[-1]) == (1, wrong, "1 file read: 1 problem, 1 note.")
    told = json.loads("\n".join(run("answers", "check", str(file), "--format", "json")[1]))
    assert [each["field"] for each in told["problems"]][:1] == ["answers/warmth-q9/state"]
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("show", "a", "b"), "accord answers: give one file."),
        (("compare", "a"), "accord answers: give two files, the older first."),
        (("show", "a", "--out", "b"), "accord answers: --out and --confirm go with migrate."),
    ],
)
def test_a_wrong_call(run: Run, words: tuple[str, ...], expected: str) -> None:
    assert run("answers", *words) == (2, [expected])


def test_what_can_not_be_confirmed(file: Path, run: Run) -> None:
    code, said = run("answers", "migrate", str(file), "--confirm", "warmth-q4")
    assert (code, said) == (2, ['accord answers: "warmth-q4" can\'t be confirmed: the file has no answer to it.'])


def test_no_file_is_written_over(file: Path, run: Run, tmp_path: Path) -> None:
    """Another file is safe, and a YAML file stays: JSON is written beside it."""
    other = made.write(tmp_path / "other.json", {})
    code, said = run("answers", "migrate", str(file), "--out", str(other))
    assert (code, said) == (2, [f"accord answers: {other} is there already. Choose another name with --out."])
    yaml = tmp_path / "sheet.yml"
    yaml.write_text('format: accord-answers-1\nguidance: "0.1.0"\nsaved: "2026-05-01"\n', encoding="utf-8")
    before = yaml.read_bytes()
    assert run("answers", "migrate", str(yaml))[0] == 0
    assert (yaml.read_bytes(), (tmp_path / "sheet.json").is_file()) == (before, True)


def test_files_that_are_none(run: Run, tmp_path: Path) -> None:
    """A file that is not there, a folder and a link are told in one line each."""
    (tmp_path / "link.json").symlink_to("/etc/passwd")
    cure = "Look at what it is, and who may read it."
    for name, why in (("none.json", "no such file or directory"), ("", "is a directory"), ("link.json", "too many")):
        path = tmp_path / name
        code, said = run("answers", "show", str(path))
        assert code == 1
        assert said[0].startswith(f"{path}:1: This can't be read ({why}")
        assert said[0].endswith(cure)


__all__ = ["run"]
