"""Bad inputs of the published versions: their chain, their class, and who agreed."""

from __future__ import annotations

import pytest

from tests.test_rules_bytes import Case
from tests.versions_made import AGREED, ASKED, LAST, NONE, VERSIONS, gone, hurry, publish, said, steps, swap

REASON = "Two stewards say at some length why the words promise no more and no less than those before."
TITLE = ("# The bakers' promise", "# All bakers' promise")
TABLE = (
    # The chain
    Case(
        "a name that is no number",
        steps(publish(), lambda root: (root / f"{VERSIONS}2.0.0.md").rename(root / f"{VERSIONS}2.0.md")),
        (
            f"{VERSIONS}2.0.0.yml:1: The text of version 2.0.0 is missing. Bring the .md file back from git.",
            f'{VERSIONS}2.0.md:1: "2.0" is not the number of a version. Move the file, or name it like 1.2.0.',
        ),
    ),
    Case(
        "no description",
        steps(publish(), gone(f"{VERSIONS}2.0.0.yml")),
        (
            f"{VERSIONS}2.0.0.md:1: Nothing describes version 2.0.0: its .yml file is missing. "
            "Bring it back from git; after a release that was cut short, run the same release again.",
        ),
    ),
    Case(
        "a chain that goes on after a text that is missing",
        steps(
            publish(),
            publish("2.1.0", TITLE, previous="2.0.0", class_="clarifying", reason=REASON),
            hurry("2.1.0"),
            gone(f"{VERSIONS}2.0.0.md"),
        ),
        (f"{VERSIONS}2.0.0.yml:1: The text of version 2.0.0 is missing. Bring the .md file back from git.",),
    ),
    Case(
        "other words under a digest",
        steps(publish(), swap(f"{VERSIONS}2.0.0.md", *TITLE)),
        (
            f"{VERSIONS}2.0.0.md:1: digest: These are not the bytes of 2.0.0 that were published. "
            "Bring them back from git. Words change only in a new version.",
        ),
    ),
    Case(
        "a last line without its end",
        steps(publish(), swap(f"{VERSIONS}2.0.0.md", "the others.\n", "the others.")),
        (
            f"{VERSIONS}2.0.0.md:1: digest: This is 2.0.0 with a missing last line end: the words are the same and the "
            "bytes are not. Check the file out again, and save it with no other program.",
            f"{VERSIONS}2.0.0.md:27: The last line has no line end. Press Enter once after it.",
        ),
    ),
    Case(
        "the text of another version",
        steps(publish(), lambda root: (root / f"{VERSIONS}2.0.0.md").write_bytes((root / LAST).read_bytes())),
        (
            f"{VERSIONS}2.0.0.md:1: digest: This is the text of 1.1.0, under the number 2.0.0. "
            "Check both files out again: each text keeps its own name.",
        ),
    ),
    Case(
        "another number inside",
        publish(version="2.1.0"),
        (
            f'{VERSIONS}2.0.0.yml:1: version: The version is "2.1.0", and the file is named 2.0.0. '
            "Bring both files back from git.",
        ),
    ),
    Case(
        "another version before",
        publish(
            previous="1.0.0", previous_digest="sha256:31b169320bb5c41eaa2c166c41b5b8e8680c67d75db3f6429adf38f54b2a62cd"
        ),
        (f'{VERSIONS}2.0.0.yml:5: previous: The version before is 1.1.0, and the file says "1.0.0". Write 1.1.0.',),
    ),
    Case(
        "another digest before",
        publish(previous_digest=NONE),
        (
            f'{VERSIONS}2.0.0.yml:6: previous_digest: The version before is 1.1.0, and the file says "{NONE}". '
            "Write sha256:31b169320bb5c41eaa2c166c41b5b8e8680c67d75db3f6429adf38f54b2a62cd.",
        ),
    ),
    Case(
        "a day before the last release",
        steps(publish(released="2025-08-31"), hurry("2.0.0")),
        (
            f"{VERSIONS}2.0.0.yml:2: released: The day is before that of 1.1.0, 2025-09-01. "
            "Write the day on which it was published.",
        ),
    ),
    Case(
        "a first version that follows another",
        swap(f"{VERSIONS}1.0.0.yml", "summary", f'previous: "0.9.0"\nprevious_digest: {NONE}\nsummary'),
        (
            f"{VERSIONS}1.0.0.yml:5: previous: The first version follows no other. Delete the field.",
            f"{VERSIONS}1.0.0.yml:6: previous_digest: The first version follows no other. Delete the field.",
        ),
    ),
    Case(
        "a first version of another class",
        steps(swap(f"{VERSIONS}1.0.0.yml", "class: first", "class: clarifying"), hurry("1.0.0")),
        (f'{VERSIONS}1.0.0.yml:3: class: 1.0.0 is the first version, and says "clarifying". Write first.',),
    ),
    Case(
        "a second first version",
        publish(class_="first"),
        (
            f"{VERSIONS}2.0.0.yml:3: class: 2.0.0 says that it is the first version, and 1.1.0 is older. "
            "Its class is editorial, clarifying or substantive.",
        ),
    ),
    Case(
        "a number that no first version has",
        steps(
            publish("0.1.0", TITLE, of=f"{VERSIONS}1.0.0.md", class_="first", previous="", released="2024-01-01"),
            publish("1.0.0", of=f"{VERSIONS}1.0.0.md", previous="0.1.0", released="2025-01-01"),
            hurry("1.0.0"),
        ),
        (
            f"{VERSIONS}0.1.0.yml:3: class: The number 0.1.0 does not fit the class first. "
            "A first version is 1.0.0, or another number that ends in .0.0.",
        ),
    ),
    Case(
        "a number of another class",
        steps(publish("1.2.0"), lambda root: (root / ASKED).rename(root / "data/consultations/1.2.0.yml")),
        (
            f"{VERSIONS}1.2.0.yml:3: class: The number 1.2.0 does not fit the class substantive. "
            "After 1.1.0 comes 2.0.0.",
        ),
    ),
    # Its class, and who agreed
    Case(
        "nothing changed",
        steps(publish("1.1.1", of=LAST, class_="editorial"), hurry("1.1.1")),
        (f"{VERSIONS}1.1.1.yml:1: version: The text is that of 1.1.0. Take this version out: nothing changed.",),
    ),
    Case(
        "too light, whatever the reason",
        steps(publish("1.1.1", class_="editorial", reason=REASON), hurry("1.1.1")),
        (
            f"{VERSIONS}1.1.1.yml:3: class: The class editorial is too light: the words that changed make it "
            "substantive. The lightest class that they allow is clarifying with a reason.",
        ),
    ),
    Case(
        "lighter without a reason",
        steps(publish("1.2.0", TITLE, of=LAST, class_="clarifying"), hurry("1.2.0")),
        (
            f"{VERSIONS}1.2.0.yml:3: class: The class clarifying is lighter than the words alone make it "
            "(substantive). Write the reason of two stewards, or make it substantive.",
        ),
    ),
    Case(
        "heavier without a reason",
        steps(publish("1.2.0", ("promise\n", "promise!\n"), of=LAST, class_="clarifying"), hurry("1.2.0")),
        (
            f"{VERSIONS}1.2.0.yml:3: class: The class clarifying is heavier than the words alone make it "
            "(editorial). Write the reason of two stewards, or make it editorial.",
        ),
    ),
    Case(
        "a reason that gives none",
        steps(publish("1.2.0", TITLE, of=LAST, class_="clarifying", reason="ok"), hurry("1.2.0")),
        (
            f"{VERSIONS}1.2.0.yml:8: reason: The text has 2 characters. "
            "Write why the class is right, for readers, in 60 to 1,200 characters.",
        ),
    ),
    Case(
        "nobody agreed",
        steps(publish(), swap(f"{VERSIONS}2.0.0.yml", AGREED, "")),
        (
            f"{VERSIONS}2.0.0.yml:1: agreed: A version needs two stewards who agree, and it names none. "
            'Name them: "accord release" takes --agreed NAME twice.',
        ),
    ),
    Case(
        "one steward agreed",
        steps(publish(), swap(f"{VERSIONS}2.0.0.yml", "  - south\n", "")),
        (f"{VERSIONS}2.0.0.yml:8: agreed: The list has 1 of at least 2 entries. Add what is missing.",),
    ),
    Case(
        "one steward agreed twice",
        steps(publish(), swap(f"{VERSIONS}2.0.0.yml", "south", "north")),
        (f"{VERSIONS}2.0.0.yml:8: agreed: The list has the same entry twice. Delete one of them.",),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_exactly_these_lines(case: Case) -> None:
    assert said(case) == case.expected
