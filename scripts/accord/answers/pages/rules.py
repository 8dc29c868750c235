"""The rules of an answers file as data: /api/answer-rules.json, by which the worksheets judge a file in the browser.

Made from what `accord answers` itself reads, so that there is one source. Every pattern is one that JavaScript reads
alike. Lengths count code points.
"""

from __future__ import annotations

from typing import Any

from accord.answers.fields import BLOCKS, DEEPEST, FORMAT, LARGEST, MOST_ANSWERS, MOST_EVIDENCE, Spec, fields
from accord.answers.messages import COMPARED, MESSAGES, REPORT
from accord.answers.states import DECISIONS, STATES
from accord.answers.values import FORMS, LOOKS
from accord.files.characters import HIDDEN, WIDE_SPACES
from accord.files.json_words import KINDS as JSON_KINDS
from accord.files.json_words import SIGNS
from accord.files.problem import LONGEST_SHOWN
from accord.guidance.asked import KIND_WORDS
from accord.register.pages.record_rules import odd
from accord.register.pages.words import USE
from accord.register.record_values import INSIDE, ODD_URLS


def rules() -> dict[str, Any]:
    """Return everything that the worksheets' scripts need to judge one file of answers and to report on it."""
    return {
        "answers_format": FORMAT,
        "limits": {
            "bytes": LARGEST,
            "depth": DEEPEST,
            "answers": MOST_ANSWERS,
            "evidence": MOST_EVIDENCE,
            "shown": LONGEST_SHOWN,
        },
        "fields": {block: [_field(spec) for spec in fields(block).values()] for block in BLOCKS},
        "states": STATES,
        "kinds": KIND_WORDS,
        "decisions": DECISIONS,
        "uses": USE,
        "forms": {name: {"pattern": form.pattern, "expected": form.expected} for name, form in FORMS.items()},
        "odd_addresses": [odd(*row) for row in ODD_URLS],
        "inside": list(INSIDE),
        "looks": [{"message": key, "pattern": pattern} for key, pattern in LOOKS],
        "letters": {"hidden": HIDDEN, "spaces": WIDE_SPACES},
        "json": {"kinds": JSON_KINDS, "signs": SIGNS},
        "messages": {key: {"wrong": wrong, "cure": cure} for key, (wrong, cure) in MESSAGES.items()},
        "report": REPORT,
        "compared": COMPARED,
    }


def _field(spec: Spec) -> dict[str, Any]:
    """Return a field, what is empty left out."""
    values = {
        "name": spec.name,
        "form": spec.form,
        "about": spec.about,
        "needed": spec.needed,
        "choices": list(spec.choices),
        "limit": spec.limit,
    }
    return {key: value for key, value in values.items() if value not in ([], False)}
