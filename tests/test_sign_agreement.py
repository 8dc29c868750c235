"""The set that the signing page is compared with is what the check says today, and is wide enough."""

from __future__ import annotations

from accord.read import record as records
from accord.record import make
from accord.render.commitment import sign_letters
from accord.rules.record_words import alphabet
from tests import sign_agreement as agreement


def test_the_made_up_set_is_of_today() -> None:
    """Each record of the set gets from the check just the words that stand in the set."""
    project = agreement.sample()
    wrong = []
    for case in agreement.made():
        raw = case["text"].encode()
        now = agreement.case(make.extended(project, case["path"], raw), case["name"], case["path"], raw)
        if now["expected"] != case["expected"]:
            wrong.append(case["name"])
    assert wrong == [], "run: python -m tests.sign_agreement"


def test_the_set_is_wide() -> None:
    """It has good and bad records of each event that the page offers."""
    cases = agreement.made()
    events = {found.event for case in cases if (found := records.name(case["path"]))}
    assert events == {"signed", "reviewed", "corrected", "succeeded", "withdrawn"}
    assert sum(not case["expected"] for case in cases) > 5
    assert len({problem[2] for case in cases for problem in case["expected"]}) > 100


def test_what_is_left_aside_is_known() -> None:
    """What the check says of bad records and the page can't: other records, file names, and how a key is built."""
    cases, _ = agreement.bad_inputs()
    aside = {case["name"] for case in cases if case["aside"]}
    assert aside == {
        "record_fields/values-2",  # a key: the page makes its keys itself
        "record_history/succeeded-by-the-same",  # whether a successor is on the register, a note
        "record_names/gap",
        "record_names/gap-in-the-middle",
        "record_names/same-twice",
        "record_successors/circle",
        "record_successors/unknown",
    }


def test_letters_are_told_as_the_check_tells_them() -> None:
    """The ranges give, for every character up to the last alphabet, what the rule of words gives."""
    told = sign_letters.letters()
    found = {
        code: name
        for name in ("styled", "latin", "greek", "cyrillic", "armenian", "cherokee", "coptic")
        for first, last in told[name]
        for code in range(first, last + 1)
    }
    hidden = {code for first, last in told["hidden"] for code in range(first, min(last, 0x20000) + 1)}
    codes = [code for code in range(0x80, 0x20000) if code not in hidden and not 0x3400 <= code <= 0x9FFF]
    wrong = [hex(code) for code in codes if found.get(code, "") != alphabet.__wrapped__(chr(code)).lower()]
    assert wrong == []
