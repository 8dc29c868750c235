"""The signing page's scripts and the check say the same of one record, over the rules that the published table holds.

What the check says beyond, of other records, authorities and names, is its own.
"""

import re
from dataclasses import asdict
from datetime import date

import pytest

from accord.commitment.build import commitment
from accord.files.characters import mended
from accord.project.reading import Project
from accord.register.authorities import authorities
from accord.register.folder import read_folder
from accord.register.pages.data import without_blanks
from accord.register.record_fields import fields
from accord.register.record_messages import MESSAGES
from accord.register.record_values import ODD_URLS
from accord.register.writing import make
from tests.browser.conftest import Open
from tests.browser.sign_officer import DAY, SIGN, project  # noqa: F401  (fixtures)

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
Values = dict[str, str]
SIGNED = {"event": "signed", "signatory": "x-shop", "kind": "organisation", "organisation": "X Shop", "role": "Head"}
COUNCIL = {"event": "signed", "signatory": "kestrelby", "kind": "local-authority", "role": "Head", "ons_code": "{code}"}
REVIEWED = {"event": "reviewed", "signatory": "inglewater", "role": "Head"}
WITHDRAWN = {"event": "withdrawn", "signatory": "inglewater", "role": "Head", "reason": "We end."}
HANDED = {"event": "succeeded", "signatory": "lantern-advice", "role": "Head", "successor": "kestrelby", "reason": "x"}
CORRECTED = {"event": "corrected", "signatory": "inglewater", "target": "{target}", "reason": "x"}
ROLES = ["Head", "Dr Ann Smith", "Cllr. B", "Lord Mayor", "a@b.example", "at @home", "Head 😊", "Zoë Ŵyn–Łódź €",
         "ж", "x" * 300, "x" * 301, "Mrs", "Sir X", "Director of Children’s Services"]  # fmt: skip
ADDRESSES = ["https://example.org/", "http://example.org", "HTTPS://example.org/", "www.example.org",
             "mailto:a@b.example", "https://a@example.org/", "https://example.org/@a", "https://192.0.2.1/", "https://localhost/x",
             "https://x.internal/", "https://example.org:8/", "https://exämple.org/", "https://example.org/a b",
             "https://example.org/o'x", "https://example.org/é", "nothing",
             "javascript:alert(1)", "https://m.example.org/ieList.aspx?CId=1&Id=(2)#a[3]"]  # fmt: skip
WORDS = ["a@b.example", "see @us", "y" * 2000, "y" * 2001, "\u200b", "\u00a0x"]
DECIDED = ["2026-11-20", "2026-11-23", "2020-01-01", "2026-02-30", "2026-13-01"]
KEPT = REVIEWED | {"answers": "kept"}
CASES: list[Values] = [
    *(SIGNED | {name: value} for name, values in {
        "role": ROLES, "url": ADDRESSES, "statement": WORDS, "decided": DECIDED, "use_of_ml": ["piloting", "often"],
        "date": ["2026-11-25", "2030-01-01", "2023-01-01"], "reserves_respect-1": ["Why."],
    }.items() for value in values),
    *({name: value for name, value in case.items() if name != gone} for case, gone in [
        (SIGNED, "role"), (SIGNED, "organisation"), (SIGNED, "kind"), (COUNCIL, "ons_code"), (WITHDRAWN, "reason"),
        (HANDED, "role"),
    ]),
    COUNCIL, REVIEWED, WITHDRAWN, HANDED, KEPT, COUNCIL | {"ons_code": "E1"},
    *(KEPT | more for more in [
        {"respect-1": "partly"}, {"respect-1": "partly", "respect-1_why": "Soon."}, {"respect-1": "perhaps"},
        {"respect-1_evidence": "http://example.org/"},
    ]),
    HANDED | {"successor": "Kestrelby Council"},
    *(CORRECTED | {"field": field} | ({"value": value} if value else {}) for field, value in [
        ("url", "https://example.org/"), ("url", "http://example.org/"), ("role", "x" * 301),
        ("decided", "2026-02-30"), ("role", ""),
    ]),
]  # fmt: skip
# What is said in other words, or at another place: the page asks question by question, and the check reads lines.
SAME = {"longest": "long"}
OF_THE_FILE = {"unanswered", "character"}  # the check names a line and no field
JUDGE = """async ([place, cases, meant]) => {
    const table = await import(`${place}assets/sign/table.js`);
    const json = async (name) => (await fetch(`${place}api/${name}.json`)).json();
    const known = { rules: await json("record-rules"), versions: (await json("versions")).versions, today: "DAY" };
    return cases.map((values, at) => [
        table.encode(known, values), table.judge(known, values, meant[at]).map(({ name, key }) => [name, key]),
    ]);
}""".replace("DAY", DAY)


Fault = tuple[str, str]


def _filled(case: Values, project: Project) -> Values:  # noqa: F811
    """Return a case with what it leaves to be filled in: its day, version, answers, code and target."""
    version = commitment(project).by_number["2.0.0"]
    kestrelby = authorities(project).slug("kestrelby")
    assert kestrelby is not None
    signing = next(r for r in read_folder(project).counting if r.signatory == "inglewater" and r.event == "signed")
    values = {"date": DAY} | case
    if case["event"] in {"signed", "reviewed"}:
        values |= {"version": version.number, "digest": version.digest}
    if answer := values.pop("answers", ""):
        values = {clause.id: answer for clause in version.text.clauses} | values
    filled = {"{code}": kestrelby.code, "{target}": signing.digest}
    return {name: filled.get(value, value) for name, value in values.items()}


def _of_the_check(project: Project, values: Values, text: str) -> set[Fault]:  # noqa: F811
    """Return what the check says of a record, as fields and keys of the table."""
    path = "commitment/signatories/{signatory}/{date}-{event}.yml".format(**values)
    found = make.problems(project, date.fromisoformat(DAY), path, text.encode())
    return {(each.field or _missing(each.wrong), _key(each.wrong, each.cure)) for each in found}


def _missing(wrong: str) -> str:
    found = re.fullmatch(r'The field "(.*)" is missing\.', wrong)
    return found[1] if found else ""


def _key(wrong: str, cure: str) -> str:
    if any(wrong == odd["wrong"] for odd in ODD_URLS):
        return "odd"
    said = f"{wrong} {cure}"
    forms = {key: re.sub(r"\\\{[a-z_]+\\\}", ".*", re.escape(" ".join(pair))) for key, pair in MESSAGES.items()}
    key = next(key for key, form in forms.items() if re.fullmatch(form, said))
    return SAME.get(key, key)


def _of_the_page(faults: list[list[str]]) -> set[Fault]:
    """Return what the page says, at the places where the check says it."""
    told = {(name.removesuffix("_why") if key == "why" else name, key) for name, key in faults}
    return {("" if key in OF_THE_FILE else name, key) for name, key in told}


def test_the_page_and_the_check_say_the_same(open_page: Open, address: str, project: Project) -> None:  # noqa: F811
    """The same fields, and the same messages of the table."""
    cases = [_filled(case, project) for case in CASES]
    specs = {spec.name: spec for spec in fields("signed")}
    meant = [without_blanks(asdict(specs[case["field"]])) if "field" in case else None for case in cases]
    told = open_page(SIGN)[0].evaluate(JUDGE, [address, cases, meant])
    found = [
        (case, page, check)
        for case, (text, faults) in zip(cases, told, strict=True)
        if (page := _of_the_page(faults)) != (check := _of_the_check(project, case, text))
    ]
    assert found == []
    assert len({key for _, faults in told for _, key in faults}) > 15
    assert sum(not faults for _, faults in told) > 8


PASTED = ["a\u00a0b\tc\r\nd", "\u00ad\u200bx\u200d\ufeff", "cafe\u0301", "\ufb01\u2011\uf0b7", "  two   ", "\u2028",
          "😊", "–—‘’", ""]  # fmt: skip


def test_pasted_text_is_made_plain_alike(open_page: Open, address: str) -> None:
    """By the page and by what receives records from paper and e-mail."""
    page, _ = open_page(SIGN)
    script = """async ([place, texts]) => {
        const { mended } = await import(`${place}assets/sign/table.js`);
        const rules = await (await fetch(`${place}api/record-rules.json`)).json();
        return texts.map((text) => mended(rules, text));
    }"""
    assert page.evaluate(script, [address, PASTED]) == [mended(text) for text in PASTED]
