"""Programs of others that judge the site, where they are at hand. None is part of the project."""

from __future__ import annotations

import json
import os
import random
import shutil
import sys

from tests.browser.conftest import served
from tests.built.pages import names
from tests.conftest import FLAGS, NAMES
from tests.measure.ground import DEMO, LIVE, ROOT, Fails, Ground, NotTried, run
from tests.measure.pages import DOCUMENTS, size

GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}  # points of 100


def lighthouse(ground: Ground) -> str:
    """Lighthouse, on a slow phone, gives the heaviest page of each part of the site its points (LIGHTHOUSE)"""
    command = _at_hand("LIGHTHOUSE", "lighthouse")
    site = ground.site(LIVE)
    kinds: dict[str, str] = {}
    for page in sorted(names(site), key=lambda page: size(site / page)):
        if not page.startswith(("404", DOCUMENTS)):
            kinds[page.partition("/")[0]] = page
    browser = next((path for name in NAMES if (path := shutil.which(name))), "")
    flags = f"--chrome-flags=--headless=new {' '.join(FLAGS)}"
    lowest = dict.fromkeys(GOALS, (101, ""))
    with served(site, packed=True) as address:
        for page in kinds.values():
            options = ["--output=json", "--quiet", flags, f"--only-categories={','.join(GOALS)}"]
            told = json.loads(_output([command, f"{address}{page}", *options], CHROME_PATH=browser))["categories"]
            lowest = {name: min(lowest[name], (round(told[name]["score"] * 100), page)) for name in GOALS}
    words = [f"{name} {points} ({page})" for name, (points, page) in lowest.items()]
    if any(lowest[name][0] < goal for name, goal in GOALS.items()):
        raise Fails(f"lowest of {len(kinds)} pages: {', '.join(words)}")
    return f"{len(kinds)} pages"


def html(ground: Ground) -> str:
    """the Nu HTML checker finds no error on any page (VNU: its vnu.jar)"""
    sites = [str(ground.site(sample)) for sample in (LIVE, DEMO)]
    words = ["java", "-jar", _at_hand("VNU", "vnu.jar"), "--skip-non-html", "--errors-only", "--format", "json"]
    found = [
        f"{each['message']} ({each.get('url', '')})"
        for each in json.loads(_output([*words, "--stdout", *sites]))["messages"]
    ]
    return _none(found)


def papers(_: Ground) -> str:
    """LibreOffice opens each paper made of answers, and a committee paper has at most five sides (SOFFICE)"""
    return _tested("-k", "libreoffice", "tests/browser/test_papers.py", SOFFICE=_at_hand("SOFFICE", "soffice"))


def workflows(_: Ground) -> str:
    """zizmor finds nothing in the workflows (ZIZMOR)"""
    words = [_at_hand("ZIZMOR", "zizmor"), "--offline", "--no-exit-codes", "--no-progress", "--format", "json"]
    return _none([str(each["ident"]) for each in json.loads(_output([*words, str(ROOT / ".github")]))])


def every_view(_: Ground) -> str:
    """every page, on phone and desktop, by day and by night, has no accessibility fault that axe finds"""
    return _tested("-k", "all_that_holds", "--every-view", "tests/browser/test_every_page.py")


def quick(_: Ground) -> str:
    """200,000 rows of results are counted in a second, and who types a threshold waits for nothing"""
    return _tested("-k", "quickly", "tests/browser/test_results.py", ACCORD_TIMED="1")


def _tested(*words: str, **settings: str) -> str:
    words = ("-m", "pytest", "-n", "auto", "-p", "no:cacheprovider", "--timeout=900", *words)
    done = run([sys.executable, *words], settings, cwd=ROOT)
    if done.returncode:
        raise Fails(done.stdout[-2000:])
    return ""


def fuzzed(ground: Ground) -> str:
    """no random hostile input breaks a promise (our own fuzzer)"""
    return _drawn(ground.fuzz, "tests/test_fuzz.py")


def repeated(_: Ground) -> str:
    """every property and state machine of the tests holds for 500 examples with a new seed"""
    return _drawn(500, "-m", "hypothesis")


def _drawn(number: int, *words: str) -> str:
    """Test as many random examples with a new seed."""
    seed = f"--hypothesis-seed={random.randrange(2**32)}"
    _tested(seed, *words, ACCORD_EXAMPLES=str(number))
    return f"{number:,} examples, {seed}"


def _none(found: list[str]) -> str:
    if found:
        raise Fails(f"{len(found)} findings, such as: {found[0]}")
    return ""


def _at_hand(setting: str, name: str) -> str:
    """Return the program, or the .jar that needs java, which the environment names; else what is installed."""
    path = os.environ.get(setting) or shutil.which(name)
    if not path or (path.endswith(".jar") and not shutil.which("java")):
        raise NotTried(f"{name} is not here; {setting} may name it")
    return path


def _output(words: list[str], **settings: str) -> str:
    """Return what a program wrote, whatever its status: these programs have their own idea of failure."""
    done = run(words, settings)
    if not done.stdout.strip():
        raise NotTried(f"{words[0]} does not work here: {done.stderr[-300:]}")
    return done.stdout
