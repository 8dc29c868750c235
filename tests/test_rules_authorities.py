"""Bad lists of authorities: what names two, what is taken over by nobody, and what is no name, code or domain."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import support
from tests.test_rules_bytes import Case, outcome

LIST = "data/authorities.yml"
OWN = "Give each authority its own."
DOMAIN = "A domain is one council's own: find out whose."
CRUMBSHIRE = "    slug: crumbshire\n"
OTHER = "  - code: E10999909\n    name: Other Shire\n    type: county council\n    region: London\n"


def _with(*changes: tuple[str, str]) -> Callable[[Path], object]:
    """Return what replaces texts of the sample's list, each of which stands there once or more."""

    def spoil(root: Path) -> None:
        text = (root / LIST).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        support.write(root, LIST, text)

    return spoil


def _case(name: str, lines: tuple[str, ...], *changes: tuple[str, str]) -> Case:
    return Case(name, _with(*changes), tuple(f"{LIST}:{line}" for line in lines))


def _more(*rows: str) -> tuple[str, str]:
    """Return a change that adds lines to the last authority of the sample."""
    return CRUMBSHIRE, CRUMBSHIRE + "".join(f"    {row}\n" for row in rows)


TABLE = (
    _case(
        "a code of two",
        (
            f'12: authorities/2/code: The code E06999901 stands twice (first at "upper-mill"). {OWN}',
            f'35: authorities/5/code: The code E10999905 stands twice (first at "ovenby"). {OWN}',
        ),
        ("E06999902", "E06999901"),
        ("E08999900", "E10999905"),
    ),
    _case(
        "a short name of two",
        (f'44: authorities/6/slug: The short name "crumbshire" stands twice. {OWN}',),
        (CRUMBSHIRE, CRUMBSHIRE + OTHER + CRUMBSHIRE),
    ),
    _case(
        "ends before it begins",
        (
            "10: authorities/1/until: Upper Mill ends (2026-04-01) before it begins (2026-05-01). Put the two days "
            "right.",
        ),
        ('    until: "2026-04-01"', '    from: "2026-05-01"\n    until: "2026-04-01"'),
    ),
    _case(
        "nobody takes over",
        (
            "40: authorities/5/until: Crumbshire ends, and nobody takes over. Add `successors`: its duties have to go "
            "to somebody.",
        ),
        _more('until: "2026-04-01"'),
    ),
    _case(
        "taken over without a day",
        (
            "9: authorities/1/successors: Upper Mill has successors and no day on which it ends. Add `until`, or "
            "delete the successors.",
        ),
        ('    until: "2026-04-01"\n', ""),
    ),
    _case(
        "a successor that is not there",
        (
            '20: authorities/2/successors: No authority has the short name "ovenbee". Did you mean "ovenby"? Write the '
            "short name of one in this list.",
        ),
        ("      - ovenby", "      - ovenbee"),
    ),
    _case(
        "a successor that begins later",
        tuple(
            f"{line}: authorities/{number}/successors: Millbridge does not exist on the day on which it takes over "
            '(2026-04-01). Check the days of "millbridge".'
            for line, number in ((11, 1), (19, 2))
        ),
        ('from: "2026-04-01"', 'from: "2026-05-01"'),
    ),
    _case(
        "a successor whose beginning nobody knows",
        (
            "31: authorities/4/slug: Ovenby takes over from another, and no day is given on which it begins. Add "
            "`from`, so that it can't sign before that day.",
        ),
        ('    from: "1974-04-01"\n', ""),
    ),
    _case(
        "follows itself",
        (
            "12: authorities/1/successors: Upper Mill would follow itself. Take the short name out.",
            "30: authorities/3/successors: Millbridge would follow itself. Take the short name out.",
        ),
        ('    until: "2026-04-01"\n', '    from: "1974-04-01"\n    until: "2026-04-01"\n'),
        (
            '    from: "2026-04-01"\n',
            '    from: "2026-04-01"\n    until: "2026-05-01"\n    successors:\n      - upper-mill\n',
        ),
    ),
    _case(
        "neither a code nor a day",
        (
            "38: authorities/5/slug: Crumbshire has no code and no day on which it begins. Add `code`, or `from` if it "
            "is still to begin.",
        ),
        ("  - code: E10999905\n    name", "  - name"),
    ),
    _case(
        "begun without a code",
        (
            "39: note: authorities/5/from: Crumbshire has begun and has no code, so it can't sign. Add `code` once it "
            "is published.",
        ),
        ("  - code: E10999905\n    name", "  - name"),
        _more('from: "2026-06-01"'),
    ),
    _case(
        "a name of two",
        (
            '41: authorities/5/common_names: "City of 0venby" reads like a name of Ovenby. Keep it for the one that '
            "readers would think of.",
        ),
        _more("common_names:", "  - City of 0venby"),
    ),
    _case(
        "a name that says only what it is",
        (
            '41: authorities/5/common_names: "The County Council" says that it is a council, and not which. Write its '
            "place, or delete the name.",
        ),
        _more("common_names:", "  - The County Council"),
    ),
    _case(
        "a domain of two",
        (
            f"27: authorities/3/domains: crumbs.example is, or stands below, a domain of Crumbshire. {DOMAIN}",
            f"43: authorities/5/domains: crumbs.example is, or stands below, a domain of Millbridge. {DOMAIN}",
        ),
        ("    slug: millbridge\n", "    slug: millbridge\n    domains:\n      - crumbs.example\n"),
        _more("domains:", "  - crumbs.example"),
    ),
    _case(
        "a domain below another's",
        (f"27: authorities/3/domains: mill.crumbs.example is, or stands below, a domain of Crumbshire. {DOMAIN}",),
        ("    slug: millbridge\n", "    slug: millbridge\n    domains:\n      - mill.crumbs.example\n"),
        _more("domains:", "  - crumbs.example"),
    ),
    _case(
        "a domain kept by who takes over",
        (),
        *(
            (
                f"    slug: {slug}\n",
                f"    slug: {slug}\n    common_names:\n      - Mill Council\n    domains:\n      - mill.example\n",
            )
            for slug in ("upper-mill", "millbridge")
        ),
    ),
    *(
        _case(
            f"no domain: {domain}",
            (
                f'41: authorities/5/domains/1: "{domain}" has the wrong form. Write a council\'s own web domain in '
                "small letters, such as alderwick.gov.uk.",
            ),
            _more("domains:", f'  - "{domain}"'),
        )
        for domain in (
            "gov.uk",
            "Crumbs.example",
            "https://crumbs.example",
            "crumbs",
            "crumbs.example:80",
            "-a.example",
        )
    ),
    _case(
        "a source that is not there",
        ('40: authorities/5/source: "no-such-source" does not exist. Write the id of a source.',),
        _more("source: no-such-source"),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_a_bad_list_gives_exactly_these_lines(case: Case) -> None:
    """The lines about the list are these and no others. What records say of it is other rules'."""
    assert [line for line in outcome(case).lines if line.startswith(LIST)] == list(case.expected)
