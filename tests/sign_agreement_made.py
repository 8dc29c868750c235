"""Makes the set of tests/sign_agreement.json: records of the sample, spoilt as people and pranks do."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from accord.model.record_fields import fields
from accord.read.project import Project
from accord.record import make
from tests.sign_agreement import MADE, Case, case, sample

DIGEST = "sha256:31b169320bb5c41eaa2c166c41b5b8e8680c67d75db3f6429adf38f54b2a62cd"
TARGET = "sha256:56986425ad685e754c0c8aa672f06b5e6bd66f32736b39d88fe15bd596cbf604"
CLAUSES = ("warmth-1", "warmth-2", "patience-1")
GOOD: dict[str, tuple[str, str, dict[str, str]]] = {
    "signed": ("test-shop", "2026-05-02", {"organisation": "Test Shop", "kind": "organisation", "role": "Head",
               "version": "1.1.0", "digest": DIGEST, "statement": "We bake."}),
    "reviewed": ("market-bakery", "2026-05-02", {"role": "Head", "version": "1.1.0", "digest": DIGEST,
                 "warmth-1": "kept", "warmth-2": "partly", "warmth-2_why": "Soon.", "patience-1": "kept"}),
    "corrected": ("crumbshire", "2026-05-02", {"target": TARGET, "field": "role", "value": "Head",
                  "reason": "A slip."}),
    "succeeded": ("market-bakery", "2026-05-02", {"successor": "yeast-works", "reason": "We merged."}),
    "withdrawn": ("night-bakery", "2026-05-02", {"role": "Head", "reason": "We close."}),
}  # fmt: skip
SIGNS = "ab zÀéèıŁαЖжՀ̀̈́ªʼ𝐀𝓫ﬁ①²\u00a0\u200b\u2028\u3164\ufe0f\u1c89\u0378\t\r@.:/-\"\\{}'“ 中\u0301"
WORDS = st.text(SIGNS, max_size=12)
TRICKY = st.sampled_from([
    "", "kept", "keptt", "partly", "not yet", "local-authority", "council", "supplier", "in use", "Piloting",
    "2026-02-29", "2026-05-02", "2024-02-29", "2026-13-01", "2026-5-2", "2 May 2026", "0001-01-01", "2025-08-01",
    "1.1.0", "1.0.0", "1.0", "01.0.0", "2.0.0", DIGEST, DIGEST.upper(), "sha256:0", "E06999903", "E08999900",
    "E06999903, E06999903", "E06999901,E08999904", "E0699990", "E06999999", "https://example.org/", "http://example.org",
    "HTTP://example.org", "www.example.org", "https://example.org:80/", "https://a@example.org/", "https://localhost/x",
    "https://intranet.local/", "https://1.2.3.4/", "https://[::1]/", "https://exämple.org/", "https://example.org/a b",
    "https://example.org/(x)", "mailto:a@example.org", "a@example.org", "see @us", "javascript:alert(1)", "https://e.org/?q=<",
    "https://e.org/%C3%A9#x", "yeast-works", "market-bakery", "ovenby", "Upper Mill", "x" * 300, "x" * 301, "é" * 2000,
    "y" * 2001, "two  spaces", " lead", "trail ", "role", "organisation", "warmth-1_why", "version", "colour",
])  # fmt: skip
NAMES = st.sampled_from([
    *("organisation", "kind", "ons_code", "role", "decided", "decision_url", "version", "digest", "use_of_ml", "url"),
    *("reserves_warmth-1", "reserves_warmth-9", "warmth-1", "warmth-2_why", "patience-1_evidence", "warmth-3"),
    *("target", "statement", "field", "value", "successor", "reason", "rolle", "dat", "statment", "reason_why"),
])  # fmt: skip
SET = st.tuples(st.just("set"), st.integers(0, 12), TRICKY | WORDS)
ADD = st.tuples(st.just("add"), NAMES, TRICKY | WORDS)
ODD = st.tuples(st.sampled_from(["drop", "swap", "twice"]), st.integers(0, 12), st.just(""))
CHANGES = st.lists(SET | SET | ADD | ADD | ODD, min_size=1, max_size=3)
Change = tuple[str, int | str, str]


def record(event: str, changes: list[Change]) -> tuple[str, bytes]:
    """Return the path and the bytes of a good record of an event, changed."""
    slug, day, values = GOOD[event]
    said = {"event": event, "signatory": slug, "date": day, **values}
    rows = [(spec.name, said[spec.name]) for spec in fields(event, CLAUSES) if spec.name in said]
    for what, name, value in changes:
        rows = _changed(rows, what, name, value)
    text = "".join(f'{name}: "{make._escaped(value)}"\n' for name, value in rows)
    return f"commitment/signatories/{slug}/{day}-{event}.yml", text.encode("utf-8", "replace")


def _changed(rows: list[tuple[str, str]], what: str, name: int | str, value: str) -> list[tuple[str, str]]:
    if isinstance(name, str):
        return rows if name in dict(rows) else [*rows, (name, value)]
    at = name % len(rows)
    new = {"set": [(rows[at][0], value)], "drop": [], "swap": [], "twice": [rows[at], rows[at]]}[what]
    moved = [rows[at]] if what == "swap" else []
    return [*rows[:at], *new, *rows[at + 1 :], *moved]


def judged(project: Project, name: str, event: str, changes: Any) -> Case:
    """Return a made-up record with what the check says of it, in the sample project."""
    path, raw = record(event, changes)
    return case(make.extended(project, path, raw), name, path, raw)


def written(examples: int = 600) -> None:
    """Write the set."""
    project = sample()
    found: list[Case] = []

    @settings(max_examples=examples, derandomize=True, database=None, deadline=None, phases=[Phase.generate])
    @given(st.sampled_from(sorted(GOOD)), CHANGES)
    def collect(event: str, changes: list[Change]) -> None:
        found.append(judged(project, str(len(found)), event, changes))

    collect()
    once = list({each["text"]: each for each in found}.values())
    around = {each["path"]: {"heir": each.pop("heir"), "history": each.pop("history")} for each in once}
    text = json.dumps({"around": around, "cases": once}, ensure_ascii=True, indent=0)
    MADE.write_text(f"{text}\n", encoding="utf-8")
    print(len(once), "records,", sum(bool(each["expected"]) for each in once), "of them with problems")
