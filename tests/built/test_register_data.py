"""What programs take from the built site: JSON, CSV, feed and badges agree with each other, and count no mere claim."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
from jsonschema import Draft202012Validator

from accord.files.digests import digest
from tests.built.pages import Built, parsed, words
from tests.built.test_pages import target
from tests.support import OWN_COPY

SVG = "{http://www.w3.org/2000/svg}"
COUNTED = {"signed", "review-due", "to-sign-again", "lapsed"}
CLAIMED = ("bramblemere", "Bramblemere")


def told(site: Path, name: str = "signatories") -> Any:
    return json.loads((site / "api" / f"{name}.json").read_text(encoding="utf-8"))


def test_every_api_file_holds_to_its_schema(each_site: Path) -> None:
    """Each is valid against the schema that it names, which refuses a field of another name, and leads to files."""
    api = each_site / "api"
    files = {path.stem: path for path in api.glob("*.json") if not path.stem.endswith(".schema")}
    assert not [path for path in api.rglob("*.json") if "[[" in path.read_text("utf-8")], "a mark of our own"
    assert {*files, "signatory"} == {path.stem for path in (api / "schema").glob("*.json")}
    assert files.keys() >= {"versions", "signatories"}
    for path in (*files.values(), *(api / "signatories").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        schema = json.loads((path.parent / content["$schema"]).read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        assert list(validator.iter_errors(content)) == [], path
        assert list(validator.iter_errors({**content, "surprise": 1})), path
    assert {path.stem for path in (api / "signatories").glob("*.json")} == {
        s["slug"] for s in told(each_site)["signatories"]
    }
    for entry in (*told(each_site)["signatories"], *told(each_site, "versions")["versions"]):
        assert (each_site / target("index.html", entry["address"])).is_file()


def test_the_spreadsheet_says_what_the_data_says(each_site: Path) -> None:
    """Row for row; each value quoted; what people open holds no cell that a spreadsheet would take for a formula."""
    raw = (each_site / "api" / "signatories.csv").read_bytes().decode()
    rows = list(csv.reader(io.StringIO(raw, newline=""), strict=True))
    data = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert [{key: value for key, value in row.items() if value} for row in data] == told(each_site)["signatories"]
    opened = (each_site / "commitment" / "signatories" / "signatories.csv").read_bytes().decode("utf-8-sig")
    safe = list(csv.reader(io.StringIO(opened, newline=""), strict=True))
    assert [[cell.removeprefix("'") for cell in row] for row in safe] == rows
    assert all(cell[:1] not in {"=", "+", "-", "@", "\t", "\r"} for row in safe for cell in row)
    assert all(re.fullmatch(r'"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*', line) for line in raw.split("\r\n")[:-1])


def test_a_feed_reader_reads_the_feed(each_site: Path) -> None:
    """Every entry has what a reader shows and an id of its own, newest first, and its link leads to a file."""
    read = feedparser.parse((each_site / "feed.xml").read_bytes())
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.id
    assert read.feed.updated_parsed
    found = read.entries
    assert found
    assert len({entry.id for entry in found}) == len(found)
    assert all(entry.title and entry.summary and entry.updated_parsed for entry in found)
    assert [entry.updated for entry in found] == sorted((entry.updated for entry in found), reverse=True)
    for entry in found:
        link = urlsplit(entry.link)
        assert OWN_COPY or not link.scheme  # data/site.yml gives no address; a council's settings may
        place = f"{link.path.lstrip('/')}#{link.fragment}" if link.scheme else entry.link
        assert (each_site / target("feed.xml", place)).is_file(), entry.link


def test_each_signatory_has_its_records(demo: Path, root: Path) -> None:
    """As written and in their order, with what a correction says instead; of an erased one what is left."""
    records = told(demo, "signatories/alderwick")["records"]
    assert [each["event"] for each in records] == ["signed", "reviewed", "signed", "reviewed"]
    for each in records:
        raw = (root / "tests/demo/commitment/signatories/alderwick" / each["file"]).read_bytes()
        assert each["digest"] == digest(raw)
        assert "".join(f'{name}: "{value}"\n' for name, value in each["fields"].items()).encode() == raw
    assert any("corrected" in each for each in told(demo, "signatories/inglewater")["records"])
    assert not any("fields" in each for each in told(demo, "signatories/quill-consulting")["records"])


def test_every_authority_is_listed(site: Path, root: Path) -> None:
    """None is left out, and none has an empty field."""
    listed = told(site, "authorities")["authorities"]
    slugs = re.findall(r"(?m)^    slug: (.+)$", (root / "data" / "authorities.yml").read_text(encoding="utf-8"))
    assert [each["slug"] for each in listed] == slugs
    assert all(all(each.values()) for each in listed)


def test_badges_say_version_date_and_standing(each_site: Path) -> None:
    """One for each signatory that was ever confirmed: well-formed, no script, no address, the words of the data."""
    listed = {entry["slug"]: entry for entry in told(each_site)["signatories"]}
    made = {path.stem: path for path in (each_site / "badges").glob("*.svg")}
    confirmed = {slug for slug, entry in listed.items() if entry["confirmed"] == "yes"}
    assert confirmed <= made.keys() <= listed.keys()
    for slug, path in made.items():
        tree = ET.fromstring(path.read_bytes())
        assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= {
            "svg", "title", "desc", "rect", "g", "circle", "path", "text",
        }  # fmt: skip
        text = " ".join("".join(element.itertext()) for element in tree.iter(f"{SVG}text"))
        assert listed[slug]["name"] in text
        assert f"Signed {listed[slug]['version']} on " in text
        year, _, day = listed[slug]["signed"].split("-")
        assert re.search(rf"Signed [0-9.]+ on {int(day)} [A-Z][a-z]+ {year}", text)
        assert re.search("As at [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}", text)
        shown = (each_site / "commitment" / "signatories" / slug / "index.html").read_text(encoding="utf-8")
        assert listed[slug]["standing"].replace("-", " ") in text.lower()
        assert listed[slug]["standing"].replace("-", " ") in shown.lower()


def test_claims_are_counted_nowhere(demo: Path) -> None:
    """Who has only claimed is in no number, no badge, no page and no feed: only how many wait is told."""
    listed = told(demo)["signatories"]
    confirmed = [entry for entry in listed if entry["standing"] in COUNTED]
    slug, name = CLAIMED
    assert slug not in {entry["slug"] for entry in listed}
    assert not [place for place in (f"commitment/signatories/{slug}", f"badges/{slug}.svg") if (demo / place).exists()]
    assert int(told(demo)["confirmed"]) == len(confirmed) > 0
    main = words(Built("r", parsed(demo / "commitment" / "signatories" / "index.html")).all("main")[0])
    assert f"{len(confirmed)} organisations have a confirmed signature" in main
    assert "2 records wait for a steward." in main
    councils = [entry for entry in confirmed if entry["kind"] == "local-authority"]
    assert re.search(rf"Of [0-9]+ councils with children’s services, {len(councils)} have one", main)
    status = words(Built("c", parsed(demo / "commitment" / "index.html")).all("main")[0])
    holding = [entry for entry in confirmed if entry["version"].startswith("2.")]
    assert f"{len(holding)} organisations have a confirmed signature that holds for this version" in status
    assert name not in (demo / "feed.xml").read_text(encoding="utf-8")


def test_nobody_is_on_the_live_site_yet(site: Path, root: Path) -> None:
    """While the repository holds no record, there is no count, badge or page of a signatory."""
    records = list((root / "commitment" / "signatories").glob("*/*.yml"))
    listed = told(site)["signatories"]
    assert len({path.parent.name for path in records} ^ {entry["slug"] for entry in listed}) == 0
    if not records:
        assert not (site / "badges").exists()
        assert not list((site / "commitment" / "signatories").glob("*/index.html"))
        assert (site / "api" / "signatories.csv").read_bytes().count(b"\r\n") == 1
