"""Bad inputs of the words that explain clauses."""

from __future__ import annotations

import pytest

from tests import support
from tests.test_rules_bytes import Case
from tests.versions_made import DRAFT, NONE, VERSIONS, gone, said, swap

PATIENCE, WARMTH = "data/clauses/patience-2.yml", "data/clauses/warmth-2.yml"
WORDING = """\
  - explains: {}
    plain: Ask what is in our bread, and we tell you.
    young: Ask us what is in your bread. We tell you.
    evidence:
      - role: baker
        text: A list of what is in each loaf.
      - role: baker
        text: The answer that you were given.
"""
OLDER = WORDING.format("sha256:daef3e23a02712ccee15f0a52a5baf54d0c7b70500a7f3017e1096007973ead6")
TABLE = (
    Case(
        "stale words",
        swap(DRAFT, "the last guest", "the very last guest"),
        (
            f"{PATIENCE}:8: wordings/1/explains: These words are stale: they explain a wording of Patience 2 that no "
            f"text has. Read {DRAFT}:22 and these words anew; where they agree, write "
            "sha256:4773195bb1fde6658460b97642cf1802942507a8088be39af9be14ec0d8b60fa.",
        ),
    ),
    Case(
        "words for one wording too many",
        swap(PATIENCE, "wordings:\n", f"wordings:\n{WORDING.format(NONE)}"),
        (f"{PATIENCE}:8: wordings/1/explains: These words explain a wording that no text has. Delete the entry.",),
    ),
    Case(
        "no words",
        gone(PATIENCE),
        (
            f"{DRAFT}:22: No words explain Patience 2. Write them in {PATIENCE}, "
            "for sha256:7d568482252e6a8e1650c9c33da0f619e8a11a35c656cbbc17d366ce2815bde0.",
        ),
    ),
    Case(
        "words for no clause",
        lambda root: support.write(
            root,
            "data/clauses/patience-7.yml",
            (root / PATIENCE).read_text("utf-8").replace("patience-2", "patience-7"),
        ),
        (
            "data/clauses/patience-7.yml:8: wordings/1/explains: No text has a clause with the id patience-7. "
            "Delete the file.",
        ),
    ),
    Case(
        "no words for an older wording",
        swap(WARMTH, OLDER, ""),
        (
            f"{WARMTH}:1: wordings: No words explain the wording of Warmth 2 in {VERSIONS}1.0.0.md. "
            "Read the clause, and add an entry at the top of the list for "
            "sha256:daef3e23a02712ccee15f0a52a5baf54d0c7b70500a7f3017e1096007973ead6.",
        ),
    ),
    Case(
        "the same wording twice",
        swap(WARMTH, OLDER, OLDER + OLDER.replace("Ask what", "Ask us what")),
        (f"{WARMTH}:24: wordings/3/explains: The same wording is explained twice. Keep one.",),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_exactly_these_lines(case: Case) -> None:
    assert said(case) == case.expected
