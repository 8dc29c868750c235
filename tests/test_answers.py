"""Files of answers: what is written is read again, whatever was typed, and carrying over loses nothing."""

import dataclasses
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from accord.answers import book as answer_book
from accord.answers import reading
from accord.answers.answers import FIELDS, FORMAT, Answer, Answers, More, Proof, encoded, make, plain
from accord.answers.migration import carried, report
from accord.answers.states import DECISIONS, STATES
from accord.files import nodes as tree
from accord.files import schema as schemas
from accord.files.disk import Disk
from accord.files.problem import Unusable
from accord.guidance import reading as elements
from accord.guidance.asked import KINDS, digest_words
from accord.guidance.known import known
from accord.guidance.sheets import ACTION_PLAN, SHOULD_WE, SUPPLIER
from accord.project import reading as projects
from accord.project.ids import plainly
from accord.register.pages.words import USE
from accord.register.record import USES
from accord.site.workspace import open_checked
from tests import answers_made as made
from tests import support
from tests.support import ROOT

BOOK = made.book(ROOT)
KNOWN = BOOK.known
SCHEMA = schemas.load(Disk(ROOT))["answers"]
FILES = made.files(KNOWN)


def judged(name: str, raw: bytes) -> answer_book.Opened:
    return BOOK.judged(*reading.parse(name, raw))


@given(FILES)
def test_what_is_written_is_read(file: Answers) -> None:
    """Writing and reading is nothing at all, for values and for bytes, though Windows saved the file again with a mark
    at its front and other line ends; as YAML too. The schema takes what the rules take.
    """
    raw = encoded(file)
    for each in (raw, b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n")):
        opened = judged("x.json", each)
        assert (opened.problems, opened.answers) == ((), file)
    assert encoded(make(plain(file))) == raw
    assert judged("x.yml", yaml.safe_dump(plain(file), default_style='"').encode()).answers == file
    jsonschema.validate(json.loads(raw), SCHEMA)


@given(FILES)
def test_carrying_over_twice_is_carrying_over_once(file: Answers) -> None:
    """Nothing is dropped, nothing is confirmed by itself, and the second time changes nothing, the day included."""
    once = carried(file, KNOWN, (), "2099-01-01")
    assert once.answers == file.answers
    assert carried(once, KNOWN, (), "2099-12-31") == once
    found = report(once, KNOWN)
    assert {fate.id for fate in found.fates if fate.fate != "new"} == set(file.answers)


@given(FILES, st.data())
def test_a_confirmed_answer_is_kept(file: Answers, data: st.DataObject) -> None:
    reworded = [fate.id for fate in report(file, KNOWN).of("reworded")]
    chosen = data.draw(st.sets(st.sampled_from(reworded)) if reworded else st.just(set()))
    after = report(carried(file, KNOWN, chosen, "2099-01-01"), KNOWN)
    assert {fate.id for fate in after.of("reworded")} == set(reworded) - chosen


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda words: words.encode("utf-8", "surrogatepass")))
def test_any_bytes_get_a_verdict(raw: bytes) -> None:
    """No input ends the program; whatever is refused gets one clean line."""
    for name in ("x.json", "x.yml"):
        opened = judged(name, raw)
        assert (opened.answers is None) == bool(opened.problems)
        assert all(str(problem).isprintable() for problem in opened.problems)


@given(st.lists(st.sampled_from('{}[]",:\\u0d8 \ntrueNaN1-') | st.characters(), max_size=60).map("".join))
def test_what_we_read_python_reads_alike(words: str) -> None:
    """Our reader takes no text that the standard library refuses, and reads the same in it."""
    file, problems = reading.parse("x.json", words.encode("utf-8", "surrogatepass"))
    if file.node is not None:
        assert not problems
        assert tree.plain(file.node) == json.loads(words)


def test_the_words_asked_are_defined_once(root: Path) -> None:
    """The rules and the site agree on every id, word and digest; each thing is asked on one sheet, and has states."""
    model = known(open_checked(root).guidance)
    assert model.asked == KNOWN.asked
    assert {item.kind for item in model.asked.values()} == set(KINDS) == set(STATES)
    practices = open_checked(root).guidance.practices  # asked with their force: what was good practice may be law now
    assert all(model.asked[name].words.split("\n")[1] == each.force for name, each in practices.items())
    assert digest_words("a") == "ca978112ca1b"
    assert plainly("See [[a|the\n words]],  [[b]].", {"b": "two"}.__getitem__) == "See the words, two."
    listed = [item.id for sheet in KNOWN.sheets for item in sheet.items]
    assert sorted(listed) == sorted(model.asked)
    stages = sorted(path.stem for path in (root / "data" / "lifecycle").iterdir())
    first, *names, plan, supplier = (sheet.id for sheet in KNOWN.sheets if sheet.items)
    assert (first, sorted(names), plan, supplier) == (SHOULD_WE, stages, ACTION_PLAN, SUPPLIER)


def test_what_is_written_is_what_the_schema_describes() -> None:
    """The fields that the program writes stand in the schema, in that order, with the choices that pages offer."""
    whole = SCHEMA["properties"]
    answer = whole["answers"]["additionalProperties"]["properties"]
    blocks = {name: whole[name]["properties"] for name in FIELDS}
    assert {name: tuple(block) for name, block in blocks.items()} == FIELDS
    assert list(whole) == ["format", "guidance", "saved", *FIELDS, "earlier", "answers"]
    assert whole["earlier"]["items"]["properties"] == blocks["decision"]
    assert list(answer) == [field.name for field in dataclasses.fields(Answer)]
    for name, kind in (("evidence", Proof), ("more", More)):
        assert list(answer[name]["items"]["properties"]) == [field.name for field in dataclasses.fields(kind)]
    assert whole["format"]["enum"] == [FORMAT]
    assert tuple(blocks["project"]["use_of_ml"]["enum"]) == tuple(USE) == USES
    assert blocks["decision"]["answer"]["enum"] == list(DECISIONS)
    assert set(answer["state"]["enum"]) == {state for kind in STATES.values() for state in kind}


# What docs/assets/worksheet/judge.js reads of a schema, and what it may pass over.
READ = {"type", "enum", "properties", "required", "additionalProperties", "maxProperties", "items", "maxItems"}
READ |= {"minLength", "maxLength", "pattern", "format", "allOf", "x-expected"}
PASSED_OVER = {"$schema", "$id", "$defs", "title", "description"}


def test_the_page_reads_all_that_the_schema_says() -> None:
    """The worksheets' script knows few keywords of JSON Schema: each that the schema uses, in the way it is used."""
    parts = list(_parts(SCHEMA))
    assert len(parts) > 20
    for part in parts:
        assert part.keys() - READ - PASSED_OVER == set()
        assert part.get("minLength", 1) == 1
        assert part.get("format", "date") == "date"
        assert part.get("type", "string") in ("string", "object", "array")
        for one in part.get("allOf", ()):
            assert one.keys() == {"not", "x-problem", "x-cure"}
            assert one["not"].keys() == {"type", "pattern"}


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    yield schema
    others = [schema[name] for name in ("items", "additionalProperties") if schema.get(name)]
    for inner in (*schema.get("properties", {}).values(), *others):
        yield from _parts(inner)


@pytest.mark.parametrize(
    "words",
    ['version: "x"\n', "version: [a]\n", 'version: "1.0.0"\nchanges: none\n', 'version: "1.0.0"\nreleased: {a: b}\n'],
)
def test_a_broken_guidance_file_is_no_accident(tmp_path: Path, words: str) -> None:
    """The rules about fields speak, and no other rule fails over what they refuse."""
    root = support.sample(tmp_path)
    support.write(root, "data/guidance-releases/0.1.0.yml", 'version: "x"\ndate: []\nitems: [{id: [], words: {}}]\n')
    support.write(root, "data/guidance.yml", words)
    assert all(line.startswith("data/guidance") for line in support.lines(root))
    assert elements.known(projects.load(root)) is None


def test_nothing_is_said_of_what_cannot_be_read(tmp_path: Path) -> None:
    """Where the guidance has problems of its own, no answer is called wrong for it."""
    shutil.copytree(ROOT / "data" / "schema", tmp_path / "data" / "schema")
    with pytest.raises(Unusable, match="The guidance itself can't be read"):
        answer_book.of(projects.load(tmp_path))
