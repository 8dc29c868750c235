"""What a council's copy publishes of its projects, and the page of changes: whole, and hostile values as typed."""

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from accord.answers.pages import worksheet_data
from accord.copy.assessments import assessments
from accord.copy.pages import projects
from accord.guidance.asked import digest_words
from accord.guidance.pages import changes, published
from accord.guidance.releases import in_order
from accord.pages.frame import Frames
from accord.register.published import Published
from accord.site.workspace import open_checked
from tests import answers_made as made
from tests import support
from tests.calls import begun
from tests.render_commitment import shell

SITE = "data/local/site.yml"
SETTINGS = (support.HERE / "sample_on" / "copy" / SITE).read_bytes()
PROJECT = {"name": "The <b>oven</b>", "organisation": "Ovenby", "purpose": "Bread is late.", "office": "Head baker"}
WORDS = "Is this sample question number {}?"
TAGS = re.compile(r"<[^>]+>")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy's project: the sample's next version, with one file that was made for the version before."""
    project = begun("release_guidance", tmp_path).root
    support.write(project, SITE, SETTINGS)
    answers = {
        "warmth-q1": {"asked": digest_words(WORDS.format("one")), "state": "answered",
                      "notes": "Yes.\n{{ 7*7 }} [[warmth]]",
                      "evidence": [{"text": "<i>minutes</i>", "url": "https://www.example.org/a?b=\"c"[:28]}],
                      "role": "baker", "by": "2026-07-01", "approved_by": "<b>Head</b>", "approved": "2026-05-01",
                      "more": [{"what": "<u>Knead</u>", "who": "Two bakers", "by": "2026-08-01"}]},
        "warmth-q2": {"asked": digest_words(WORDS.format("two")), "state": "open"},
        "warmth-q3": {"asked": digest_words(WORDS.format("three")), "state": "answered", "notes": "Gone, and kept."},
        "supplier-q1": {"asked": "0" * 12, "state": "said"},
    }  # fmt: skip
    decision = {"answer": "not-yet", "reasons": "One.\nTwo.", "decided": "2026-05-01", "look_again": "2026-05-20"}
    values = made.plain(
        "0.1.0", answers, project=PROJECT, decision=decision, earlier=[{"about": "<i>Try</i> it", "answer": "no"}]
    )
    made.write(project / "data/local/assessments/oven.json", values)
    return project


@pytest.fixture
def guidance(copy: Path) -> Published:
    return open_checked(copy, support.AS_OF).guidance


@pytest.fixture
def shown(guidance: Published, copy: Path) -> dict[str, str]:
    found = assessments(open_checked(copy, support.AS_OF).project)
    return dict(projects.files(guidance, Frames(shell), found))


def words(page: str) -> str:
    """Return what a page says, its marks gone and its references read."""
    flat = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), TAGS.sub(" ", page))
    return " ".join(flat.split())


def test_a_project_is_told_in_words(shown: dict[str, str]) -> None:
    """Decision, answers, what is open, what has changed, and what is asked no more: nothing is left out."""
    page = shown["projects/oven/index.html"]
    told = words(page)
    for sentence in (
        "Not yet. On 1 May 2026.",
        "<i>Try</i> it: No.",
        "To do: <u>Knead</u>. Who: Two bakers. By 1 August 2026.",
        "Approved by: <b>Head</b>, 1 May 2026.",
        "One. Two.",
        "The council will look again on 20 May 2026. As at 1 June 2026, that day has passed, and nothing newer is",
        "Answered. Yes. {{ 7*7 }} [[warmth]]",
        "Who: Baker. By 1 July 2026.",
        "The words have changed since, and the answer is not confirmed. Asked then: Is this sample question number",
        "To the supplier: Q1 How hot does the oven get?",
        "Asked then: We do not hold the words that were asked then.",
        "The guidance does not ask these any more. The council’s answers stay here.",
        "This is no longer asked, since version 0.2.0. The answer stays in the file. Answered. Gone, and kept.",
        "The file was last saved with version 0.1.0 of the guidance. Today's is 0.2.0, in preparation.",
        "The <b>oven</b>",
    ):
        assert sentence in told, sentence
    assert "<b>" not in page
    assert "<i>" not in page
    assert 'href="https&#58;' in page or 'href="https:' in page


def test_the_file_is_published_as_we_write_it(shown: dict[str, str], copy: Path) -> None:
    """The whole file can be loaded into a worksheet, byte for byte as the program writes it; the list leads to it."""
    source = json.loads((copy / "data/local/assessments/oven.json").read_text(encoding="utf-8"))
    assert json.loads(shown["projects/oven/answers.json"]) == source
    assert shown["projects/oven/answers.json"].startswith('{\n  "format": "accord-answers-1",\n')
    assert "The <b>oven</b> Bread is late. Not said Not yet 1 May 2026 0.1.0" in words(shown["projects/index.html"])


def test_an_empty_list_says_nothing_about_use(guidance: Published) -> None:
    told = words(dict(projects.files(guidance, Frames(shell), ()))["projects/index.html"])
    assert "No project is published" in told
    assert "This says nothing about whether it uses machine learning." in told


def test_the_page_of_changes(guidance: Published) -> None:
    page = changes.changes(guidance, "../", "")
    assert "## Version 0.2.0, in preparation" in page.replace("&#46;", ".").replace("&#44;", ",")
    assert "A second loaf. What to do Taste it again." in words(page)


def test_the_data_of_releases(guidance: Published, copy: Path) -> None:
    """Each file fits its schema: what is asked, what each release asked, what is gone, and every wording."""
    files = dict(worksheet_data.files(guidance, open_checked(copy, date(2026, 6, 1)).project.schemas))
    files |= dict(published.kept_schemas())
    for name, text in files.items():
        if "schema" in name:
            continue
        content = json.loads(text)
        schema = json.loads(files[f"{name.rpartition('/')[0]}/{content['$schema']}"])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(content, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**content, "surprise": 1}, schema)
    told = json.loads(files["api/worksheets.json"])
    assert (told["version"], told["preparation"], told["versions"]) == ("0.2.0", "yes", ["0.1.0"])
    assert json.loads(files["api/guidance/retired.json"])["items"] == {
        "warmth-q3": {"kind": "question", "asked": digest_words(WORDS.format("three")), "words": WORDS.format("three"),
                      "last": "0.1.0", "retired": "0.2.0", "replaced_by": "warmth-q5"}
    }  # fmt: skip
    today = WORDS.format("two").replace("two?", "two, and is it warm?")
    assert json.loads(files["api/guidance/wordings.json"])["items"]["warmth-q2"] == {
        digest_words(words): words for words in (WORDS.format("two"), today)
    }
    assert json.loads(files["api/guidance/0.1.0.json"])["items"]["warmth-q2"]["words"] == WORDS.format("two")


def test_releases_stand_in_order_of_their_numbers() -> None:
    found = in_order(support.element("guidance-release", version=each) for each in ("0.10.0", "0.9.0"))
    assert [each.version for each in found] == ["0.9.0", "0.10.0"]
