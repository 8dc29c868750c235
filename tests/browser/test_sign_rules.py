"""The signing page's scripts and `accord check` say the same of the same records, in the real browser."""

from __future__ import annotations

import json
from typing import Any

import pytest

from accord.read.project import Project
from tests import sign_agreement as agreement
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
JUDGE = """async ([address, context, cases]) => {
    const { judge } = await import(`${address}assets/sign/rules.js`);
    return cases.map((each, place) => {
        const own = { ...(context[place] ?? context[0]), history: each.history, heir: each.heir };
        return judge(own, each.text, each.path).map((problem) =>
            [problem.line, problem.field, problem.wrong, problem.cure]);
    });
}"""


@pytest.fixture(scope="module")
def sample() -> Project:
    return agreement.sample()


def _differences(open_page: Open, address: str, context: list[Any], cases: list[agreement.Case]) -> list[Any]:
    page, watch = open_page("privacy/")
    found = page.evaluate(JUDGE, [address, context, cases])
    assert watch.away == []
    pairs = zip(cases, found, strict=True)
    return [(case["name"], case["path"], said) for case, said in pairs if sorted(said) != sorted(case["expected"])]


def test_bad_inputs_get_the_same_words(open_page: Open, address: str) -> None:
    """Every bad record of tests/bad/ gets the verdict and the words that the check has for it."""
    cases, contexts = agreement.bad_inputs()
    assert sum(bool(case["expected"]) for case in cases) > 80
    assert _differences(open_page, address, contexts, cases) == []


def test_the_made_up_set_gets_the_same_words(open_page: Open, address: str, sample: Project) -> None:
    """So does every record of the set that Hypothesis made."""
    assert _differences(open_page, address, [agreement.context(sample)], agreement.made()) == []


def test_a_difference_would_be_seen(open_page: Open, address: str, sample: Project) -> None:
    """The comparison is not empty: another limit in the rules gives another verdict."""
    spoilt = json.loads(json.dumps(agreement.context(sample)))
    spoilt["rules"]["messages"]["empty"]["wrong"] = "Nothing."
    assert _differences(open_page, address, [spoilt], agreement.made())


def test_copies_of_a_text_have_the_same_digests(open_page: Open, address: str, sample: Project) -> None:
    """What computers make of a text by themselves is told by the same digests, worked out in the browser."""
    page, _ = open_page("privacy/")
    script = """async ([address, text]) => (await import(`${address}assets/sign/digest.js`))
        .copies(new TextEncoder().encode(text))"""
    for number, raw in ((number, text.raw) for number, text in sample.commitment.texts.items()):
        expected = agreement.context(sample)["copies"][number]
        assert page.evaluate(script, [address, raw.decode()]) == expected
