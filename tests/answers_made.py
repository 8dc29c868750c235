"""Files of answers for tests: made at random, and a made-up later version of the sample project's guidance."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from accord.answers import book as answer_book
from accord.answers.answers import Answer, Answers, More, Proof
from accord.answers.states import STATES
from accord.guidance.known import Known
from accord.project import reading
from tests.test_characters import shown_characters

# What somebody may type: whatever shows, and what is hostile in HTML, Markdown, templates, spreadsheets and logs.
HOSTILE = ("<script>alert(1)</script>", "{{ 7*7 }}", "[[warmth]]", "=1+1", "a|b", "::error::x", '"', "\\", "é", "😀")
SIGNS = shown_characters


def line() -> st.SearchStrategy[str]:
    words = st.text(SIGNS, min_size=1, max_size=40).map(lambda text: unicodedata.normalize("NFC", text))
    return st.one_of(st.sampled_from(HOSTILE), words)


def lines() -> st.SearchStrategy[str]:
    return st.lists(line(), min_size=1, max_size=3).map("\n".join)


def address() -> st.SearchStrategy[str]:
    return st.sampled_from(["", "https://www.example.org/a?b=c#d", "https://example.org"])


def days() -> st.SearchStrategy[str]:
    return st.dates().map(lambda day: day.isoformat())


def block(**fields: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({}, optional=fields)


def files(known: Known) -> st.SearchStrategy[Answers]:
    """Return files that have no problem: any field there or not, any digest, any id that is or was asked."""
    names = [*known.asked, *known.gone]
    one = st.sampled_from(names).flatmap(lambda name: st.tuples(st.just(name), _answer(known, name)))
    project = block(
        name=line(), organisation=line(), purpose=lines(), use_of_ml=st.sampled_from(["none", "in-use"]),
        supplier=line(), office=line(), url=address().filter(bool),
    )  # fmt: skip
    decision = block(
        about=line(),
        answer=st.sampled_from(["yes", "not-yet", "no"]), reasons=lines(), conditions=lines(), office=line(),
        decided=days(), look_again=days(),
    )  # fmt: skip
    answers = st.lists(one, max_size=8).map(lambda pairs: dict(sorted(dict(pairs).items())))
    return st.builds(
        Answers,
        st.just(known.release.version),
        days(),
        project,
        decision,
        st.lists(decision.filter(bool), max_size=2).map(tuple),
        answers,
    )


def _answer(known: Known, name: str) -> st.SearchStrategy[Answer]:
    own = known.asked[name].digest if name in known.asked else "0" * 12
    return st.builds(
        Answer,
        st.sampled_from([own, "0123456789ab"]),
        st.sampled_from(["", *STATES[known.kind(name)]]),
        st.one_of(st.just(""), lines()),
        st.lists(st.sampled_from(["1", "2", "9"]), max_size=2, unique=True).map(tuple),
        st.lists(st.builds(Proof, line(), address()), max_size=3).map(tuple),
        st.sampled_from(["", *known.roles]),
        st.one_of(st.just(""), days()),
        st.lists(st.builds(More, line(), line(), days(), st.sampled_from(["", "yes"])), max_size=2).map(tuple),
        st.one_of(st.just(""), line()),
        st.one_of(st.just(""), line()),
        st.one_of(st.just(""), days()),
    )


def book(root: Path) -> answer_book.Book:
    """Return what the files of a project are judged by."""
    return answer_book.of(reading.load(root))


def plain(version: str, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a file's values."""
    return {"format": "accord-answers-1", "guidance": version, "saved": "2026-05-01", **more, "answers": answers}


def write(path: Path, values: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return path


# Words that nothing may take for more than words.
UNSAFE = '<img src=x onerror="document.title=1">{{ 7*7 }}[[care]]</script>'


def good(known: Known) -> dict[str, Any]:
    """Return the values of a file that holds something of everything that the project itself asks."""
    proof = [{"text": "Minutes", "url": "https://example.org/minutes"}, {"text": UNSAFE}]
    asked = {name: item.digest for name, item in known.asked.items()}
    return {
        "format": "accord-answers-1",
        "guidance": known.release.version,
        "saved": "2026-11-22",
        "project": {"name": "Early help flag", "organisation": "Crumbshire Council", "purpose": "Families\nwait.",
                    "use_of_ml": "piloting", "office": "Data team", "url": "https://example.org/p?q=%C3%A9#x"},
        "decision": {"answer": "not-yet", "reasons": "No “room” yet — 😀.", "decided": "2026-11-01"},
        "answers": {
            "care-q1": {"asked": asked["care-q1"], "state": "answered", "notes": 'Two\nlines "and" \\ more',
                        "evidence": proof},
            "care-q2": {"asked": "0123456789ab", "state": "open", "role": "analyst", "by": "2027-03-31"},
            "modelling-1": {"asked": asked["modelling-1"], "state": "partly", "notes": UNSAFE},
            "supplier-q1": {"asked": asked["supplier-q1"], "state": "said"},
            "rec-3": {"asked": asked["rec-3"], "state": "doing", "role": "director"},
        },
    }  # fmt: skip


def text(values: dict[str, Any]) -> str:
    """Return a file's text as the program writes it."""
    return f"{json.dumps(values, ensure_ascii=False, indent=2)}\n"
