"""What the worksheets' scripts know of an answers file besides its schema: /api/answer-rules.json.

Made from what `accord answers` itself reads, so that there is one source. Every pattern is one that JavaScript reads
alike. Lengths count code points.
"""

from dataclasses import fields
from typing import Any

from accord.answers.answers import DECISION, FIELDS, FORMAT, Answer, Answers, More, Proof
from accord.answers.messages import COMPARED, MESSAGES, REPORT
from accord.answers.reading import LARGEST
from accord.answers.rules.answers_words import LOOKS
from accord.answers.states import DECISIONS, OPEN, STATES
from accord.files import schema_words
from accord.files.characters import HIDDEN
from accord.files.problem import LONGEST_SHOWN
from accord.files.schema import Schema
from accord.guidance.asked import KIND_WORDS
from accord.register.pages.words import USE


def rules(schema: Schema) -> dict[str, Any]:
    """Return what the scripts need to judge one file of answers by `schema`, and to report on it."""
    evidence = schema["properties"]["answers"]["additionalProperties"]["properties"]["evidence"]
    return {
        "answers_format": FORMAT,
        "fields": {
            "file": ("format", *_names(Answers)),
            **FIELDS,
            "earlier": FIELDS[DECISION],
            "answer": _names(Answer),
            "evidence": _names(Proof),
            "more": _names(More),
        },
        "open": OPEN,
        "limits": {
            "bytes": LARGEST,
            "evidence": evidence["maxItems"],
            "shown": LONGEST_SHOWN,
            "words": schema["$defs"]["words"]["maxLength"],
        },
        "shapes": {**schema_words.FORMS, "array": "a list"},
        "states": STATES,
        "kinds": KIND_WORDS,
        "decisions": DECISIONS,
        "uses": USE,
        "looks": [{"message": key, "pattern": pattern} for key, pattern in LOOKS],
        "hidden": HIDDEN,
        "messages": {
            key: {"wrong": wrong, "cure": cure} for key, (wrong, cure) in (schema_words.WORDS | MESSAGES).items()
        },
        "report": REPORT,
        "compared": COMPARED,
    }


def _names(kind: type[Answer | Answers | More | Proof]) -> tuple[str, ...]:
    """Return the fields of a part of a file, in the format's order."""
    return tuple(field.name for field in fields(kind))
