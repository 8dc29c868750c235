"""The page of published data: it names what there is, its lines run as printed, and the citation is right."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from accord.guidance.pages.data_files import unnamed
from accord.project.element import Element
from accord.site.workspace import open_checked
from tests.browser.conftest import served
from tests.built.pages import HTML, Built, parsed, words

LINES = 3  # of Python, R and JavaScript
READS = (r"nrow\(read\.csv\(URL\)\)", r"length\(jsonlite::fromJSON\(URL, simplifyVector = FALSE\)\$[a-z_]+\)")
R = re.compile(rf"print\(({'|'.join(READS)})\)".replace("URL", r'"[^"\s]+"'))


def printed(site: Path, root: Path) -> Iterator[tuple[Element, str, str, str]]:
    """Yield each file that the page has lines for, with its line of Python, of R and of JavaScript."""
    data = open_checked(root).guidance.data
    files = [file for group in data.groups for file in group.files if file.list]
    page = Built("api/", parsed(site / "api" / "index.html"))
    lines = ["".join(code.itertext()) for pre in page.all("pre") for code in pre.iter(f"{HTML}code")]
    assert len(lines) == LINES * len(files) > LINES
    for place, file in enumerate(files):
        python, r, script = lines[LINES * place : LINES * (place + 1)]
        yield file, python, r, script


def entries(site: Path, file: Element) -> int:
    """Return how many entries a file has, read by this test."""
    raw = (site / (file.example or file.address)).read_text("utf-8")
    if file.list == "rows":
        return len(list(csv.reader(io.StringIO(raw, newline="")))) - 1
    return len(json.loads(raw)[file.list])


def test_the_lines_of_python_run_as_printed(site: Path, root: Path) -> None:
    """Each line says how many entries there are. The site's address leads to the built site, as a proxy would."""
    with served(site) as address:
        for file, line, _, _ in printed(site, root):
            command = [sys.executable, "-I", "-c", line]
            done = subprocess.run(command, env={"http_proxy": address}, capture_output=True, text=True, check=True)
            assert int(done.stdout) == entries(site, file), line


def test_the_lines_of_r_have_the_form_of_r(site: Path, root: Path) -> None:
    """Where there is no R, their form is all that is looked at."""
    for file, _, line, _ in printed(site, root):
        assert R.fullmatch(line), line
        assert f'/{file.example or file.address}"' in line


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not here: `apt install r-base-core r-cran-jsonlite`")
def test_the_lines_of_r_run_as_printed(site: Path, root: Path) -> None:
    lines = [(file, line) for file, _, line, _ in printed(site, root)]
    with served(site) as address:
        command = ["Rscript", "--vanilla", "-e", "\n".join(line for _, line in lines)]
        env = os.environ | {"http_proxy": address}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.stdout.split("\n") == [*(f"[1] {entries(site, file)}" for file, _ in lines), ""], done.stderr


def test_the_page_names_what_is_published(site: Path, root: Path) -> None:
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    guidance, no_data = open_checked(root).guidance, {"api/signatories/a.json", "x/api.json.txt"}
    more = {"api/bread.json", "x/y.csv", "x.ics", "api/signatories/a/b.json"}
    less = {"feed.xml", "api/schema/glossary.json", "api/guidance/0.3.0.json"}
    assert list(unnamed(guidance, there | no_data)) == []
    told = {f"data/api.yml: {name} is published and not named here. Add it, with what it holds." for name in more}
    told |= {f"data/api.yml: {name} is named here and not published. Take it out, or put its address right."
             for name in less}  # fmt: skip
    assert sorted(unnamed(guidance, (there | more) - less)) == sorted(told)


def test_sources_lead_to_what_practices_name(site: Path, root: Path) -> None:
    """An id of a law is in sources.json, with its title; and where words lead, there is that anchor."""
    told = json.loads((site / "api/sources.json").read_text())
    assert told["version"] == open_checked(root).guidance.release.version
    sources = {each["id"]: each for each in told["sources"]}
    stages = json.loads((site / "api/lifecycle.json").read_text())["stages"]
    laws = [law for stage in stages for practice in stage["practices"] for law in practice.get("law", ())]
    assert laws
    assert all(sources[law]["title"] and sources[law]["strength"] for law in laws)
    leads = list(links(stages))
    assert leads
    for lead in leads:
        page, _, anchor = lead["address"].partition("#")
        assert anchor in {"", *Built(page, parsed(site / page / "index.html")).ids}, lead


def links(value: Any) -> Iterator[dict[str, str]]:
    """Yield where words of a value lead, and see that the words are in the text beside them."""
    if isinstance(value, dict):
        for lead in value.get("links", ()):
            assert lead["words"] in json.dumps(value, ensure_ascii=False)
            yield lead
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from links(inner)


def test_the_citation_is_that_of_the_file(site: Path, root: Path) -> None:
    (code,) = Built("cite/", parsed(site / "cite" / "index.html")).all("pre")
    told = words(code)
    cited = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    review = cited["references"][0]
    assert told.count("@") == 2
    assert f"title = {{{{{cited['title']}}}}}" in told
    assert f"version = {{{cited['version']}}}" in told
    names = " and ".join("{family-names}, {given-names}".format(**each) for each in review["authors"])
    assert f"author = {{{names}}}" in told
    assert f"doi = {{{review['doi']}}}" in told
