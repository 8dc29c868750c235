"""`accord adopt` in a real terminal: it asks, again where an answer can't be right, and stops without a trace."""

from __future__ import annotations

from pathlib import Path

from tests import support
from tests.terminal import typed

SITE = "data/local/site.yml"


def test_the_whole_conversation(tmp_path: Path) -> None:
    """Slips of the keys are told and asked again; Enter takes what is offered, or leaves a thing for later."""
    root = support.sample(tmp_path / "sample")
    answers = [
        "Crumshire", "Crumbshire",  # did you mean
        "", "", "",  # council, name, contact: the third is needed
        "The bakery", "http://bakery.example", "https://bakery.example/", "",  # contact, address twice, repository
        "nowhere.png", "", "#cc88ff", '"#5d2a7d"', "", "",  # logo twice, colour twice (once in quotes), two more
        "Call us", "In 10 days", "Ask us", "partially", "partially compliant",
        "No test by people; The menu, mended by May", "", "In May, by a program",
        "The privacy office", "The council", "", "Nothing", "", "yes",
    ]  # fmt: skip
    status, said = typed(root, "adopt", *(f"{answer}\n" for answer in answers))
    assert status == 0, said
    assert "Traceback" not in said
    for words in (
        'No authority has the short name "crumshire". Did you mean "crumbshire"?',
        "This is needed.",
        "Write an address that starts with https://",
        "nowhere.png can't be read: No such file or directory.",
        "and 4.5 is the least. Choose a darker colour. Try again.",
        '"partially" is not one of the choices.',
        "Nothing is left to fill in.",
    ):
        assert words in said, said
    assert support.lines(root) == []
    text = (root / SITE).read_text(encoding="utf-8")
    assert 'accessibility_problems:\n  - "No test by people"\n  - "The menu, mended by May"\n' in text
    assert 'accessibility_prepared: "2026-06-01"' in text
    assert "repository" not in text
