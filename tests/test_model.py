"""The model holds all that the data holds, and its ids have their places."""

from pathlib import Path
from typing import Any

import pytest

from accord.files.nodes import plain
from accord.guidance.build import PLACES
from accord.guidance.elements import FrameworkElement
from accord.guidance.reading import elements
from accord.project import element, reading
from accord.project.ids import definitions
from accord.register.published import Published, publish
from tests import support

FRAMEWORK = ("tier", "value", "principle", "virtue", "context")
SCHEMAS = support.own_schemas()


@pytest.fixture(scope="module", params=["sample", "repository"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> reading.Project:
    """Return the sample project, then the real one."""
    if request.param == "repository":
        return reading.load(support.ROOT)
    return reading.load(support.sample(tmp_path_factory.mktemp("sample")))


@pytest.fixture(scope="module")
def guidance(project: reading.Project) -> Published:
    return publish(project, support.AS_OF)


def test_every_kind_has_a_place() -> None:
    # Answers stand in a copy's data/local/ or in nobody's repository, and have a reader of their own (test_answers.py).
    assert {*PLACES} == {*SCHEMAS.by_name} - {"common", "answers"}


def test_an_element_holds_what_was_read(project: reading.Project) -> None:
    """Nothing is lost or changed on the way into the model, and what a file leaves out is empty."""
    for kind in (*reading.FOLDERS.values(), *reading.SINGLES.values()):
        read = {each.path: each.node for each in project.of_kind(kind)}
        for each in elements(project).of(kind):
            value: Any = plain(read[each.path])
            assert element.plain(each) == element.plain(_tuples({**value, "path": each.path}))
            assert vars(each).keys() - {"path"} == SCHEMAS[kind]["properties"].keys()
            assert not any(vars(each)[name] for name in SCHEMAS[kind]["properties"].keys() - value.keys())


def _tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _tuples(inner) for name, inner in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def test_an_element_never_changes_and_has_no_other_field() -> None:
    term = support.element("term", path="data/glossary/x.yml", label="x", aliases=["y"])
    assert (term.aliases, term.source, term.related) == (("y",), "", ())
    assert (term.but(label="z").label, term.label) == ("z", "x")
    with pytest.raises(AttributeError, match=r"Element data/glossary/x\.yml a field labels"):
        _ = term.labels
    with pytest.raises(AttributeError, match="never changes, nor does its field label"):
        term.label = "z"


@pytest.mark.parametrize("kind", FRAMEWORK)
def test_the_kinds_of_the_framework_are_shown_alike(kind: str) -> None:
    """Each has the fields of all five, because one template shows them; its own come first."""
    names = set().union(*(SCHEMAS[each]["properties"] for each in FRAMEWORK))
    found = support.element(kind)
    assert isinstance(found, FrameworkElement)
    assert not any(getattr(found, name) for name in names)
    whole = support.element(kind, **dict.fromkeys(SCHEMAS[kind]["properties"], "x"))
    assert all(getattr(whole, name) == "x" for name in SCHEMAS[kind]["properties"])


def test_every_id_has_an_entry(project: reading.Project, guidance: Published) -> None:
    """Each id that a file defines has a place on the site, of its own kind, and there are no others."""
    entries = guidance.entries
    assert {e.id: e.kind for e in entries.values()} == {each.id: each.kind for each in definitions(project)}
    for entry in entries.values():
        assert entry.label
        assert entry.address == (entry.page if entry.own else f"{entry.page}#{entry.id}")
        assert entry.page == "" or entry.page.endswith("/")


def test_relations_go_both_ways(guidance: Published) -> None:
    """Each relation that a file names is shown on both pages, once, and nothing is related to itself."""
    shown = guidance.related
    for one, others in shown.items():
        assert len(others) == len(set(others))
        assert one not in others
        assert all(one in shown[other] for other in others)
    related: list[Any] = [*guidance.values, *guidance.stages, *guidance.recommendations, *guidance.terms]
    for each in related:
        assert set(each.related) <= set(shown.get(each.id, ()))
    for recommendation in guidance.recommendations:
        assert set(recommendation.practices) <= set(shown[recommendation.id])


def test_questions_know_their_practices(guidance: Published) -> None:
    for question, practices in guidance.asked_by.items():
        assert practices == tuple(p.id for p in guidance.practices.values() if question in p.questions)


def test_things_in_order_are_in_order(guidance: Published) -> None:
    """Elements with a number come by number, the others by label."""
    for group in (guidance.tiers, guidance.values, guidance.stages, guidance.recommendations, guidance.roles):
        assert [int(each.order) for each in group] == list(range(1, len(group) + 1))
    assert [t.label.casefold() for t in guidance.terms] == sorted(t.label.casefold() for t in guidance.terms)


def test_a_broken_project_is_not_built(tmp_path: Path) -> None:
    """The model is for checked projects: what is missing is an error, and no half model comes out."""
    (support.sample(tmp_path) / "data" / "site.yml").unlink()
    with pytest.raises(ValueError, match="not enough values"):
        publish(reading.load(tmp_path), support.AS_OF)
