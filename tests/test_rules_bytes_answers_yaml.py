"""Bad files of answers in YAML, and what is no file at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import support
from tests.test_rules_bytes import Case, outcome
from tests.test_rules_bytes_answers import FIELDS, JSON, SETTINGS, SITE, lay

YAML = "data/local/assessments/oven.yml"
TAG = "Delete the tag, or quote the value."
SOUND = b"""format: accord-answers-1
guidance: "0.1.0"
saved: "2026-05-01"
project: {name: The oven, organisation: Ovenby, purpose: Bread is late., office: Head baker}
"""


def odd(make: Callable[[Path], object]) -> Callable[[Path], object]:
    """Return what puts something that is no file in the place of one."""

    def spoil(root: Path) -> None:
        support.write(root, SITE, SETTINGS)
        (root / JSON).parent.mkdir(parents=True)
        make(root / JSON)

    return spoil


def yaml(name: str, raw: bytes, *wrong: str) -> Case:
    return Case(name, lay(YAML, raw), tuple(f"{YAML}:{line}" for line in wrong))


TABLE = (
    yaml(
        "YAML with an anchor",
        b"format: &a accord-answers-1\nguidance: *a\n",
        '1: The value has an anchor ("&a"). Delete the anchor, or quote the value.',
    ),
    yaml(
        "YAML with an alias",
        b"format: accord-answers-1\nguidance: *a\n",
        '2: The value is an alias ("*a"). Write the value itself, or quote it.',
    ),
    yaml(
        "YAML with a tag",
        b"format: !!python/object/apply:os.system [x]\n",
        f'1: The value has a tag ("tag:yaml.org,2002:python/object/apply:os.system"). {TAG}',
    ),
    yaml(
        "YAML with a field twice",
        b"format: accord-answers-1\nformat: accord-answers-1\n",
        '2: format: The field "format" stands twice (first on line 1). Keep one of them.',
    ),
    yaml("YAML with a tab", b"format:\taccord-answers-1\n", "1: The line has a tab. Use spaces."),
    yaml(
        "YAML with a merge key",
        b"<<: {format: accord-answers-1}\n" + SOUND,
        f'1: <<: There is no field "<<" here. {FIELDS}',
    ),
    yaml(
        "YAML in two documents",
        b"format: accord-answers-1\n---\nformat: x\n",
        '2: The file holds a second document (a line "---"). Put one thing in one file.',
    ),
    yaml(
        "YAML with too many values",
        b"answers: [" + b"a, " * 200_000 + b"]\n",
        "1: The file holds too many values. Split it into several files.",
    ),
    yaml(
        "YAML with a hidden sign",
        "format: a\u202eb\n".encode(),
        "1: The line has a hidden character (U+202E). Delete it.",
    ),
    Case(
        "a link",
        odd(lambda path: path.symlink_to("/etc/passwd")),
        (f"{JSON}:1: The file is a symbolic link, and its target would be published. Replace it by the file itself.",),
    ),
    Case(
        "a pipe",
        odd(os.mkfifo),
        (f"{JSON}:1: This can't be read (no plain file). Look at what it is, and who may read it.",),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_a_bad_file_of_answers_gives_exactly_these_lines(case: Case) -> None:
    """The words, the line and the field are those of the table, in little time."""
    assert outcome(case).lines == case.expected
