"""The typed model and the schemas say the same, and the model holds all that the data holds."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from accord.commitment.consultation import Consultation, Suggestion
from accord.files import schema as schemas
from accord.files.disk import Disk
from accord.files.nodes import plain
from accord.guidance import elements, parts
from accord.guidance import releases as guidance_releases
from accord.guidance.build import PLACES
from accord.guidance.layout import Layout, PaperWords
from accord.guidance.paper import Paper
from accord.guidance.reading import typed
from accord.project import reading
from accord.project.ids import definitions
from accord.register.published import Published, publish
from tests import support

# The kinds that share one class: its fields are those of all of them.
FRAMEWORK = ("tier", "value", "principle", "virtue", "context")
CLASSES: dict[str, type] = {
    "stage": elements.Stage,
    "recommendation": elements.Recommendation,
    "role": elements.Role,
    "term": elements.Term,
    "source": elements.Source,
    "door": elements.Door,
    "guidance": elements.Release,
    "guidance-release": guidance_releases.Frozen,
    "site": elements.Site,
    "clause": elements.ClauseWords,
    "card": elements.Card,
    "consultation": Consultation,
    "suggestion": Suggestion,
    "letter": elements.Letter,
    "helplines": elements.Helplines,
    "papers": PaperWords,
    "supplier": elements.SupplierQuestions,
    "api": elements.PublishedData,
    "search": elements.SearchWords,
    "document": Paper,
    "export": Layout,
    "figure": elements.Figure,
}
SCHEMAS = schemas.load(Disk(support.ROOT))


@pytest.fixture(scope="module", params=["sample", "repository"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> reading.Project:
    """Return the sample project, then the real one."""
    if request.param == "repository":
        return reading.load(support.ROOT)
    return reading.load(support.sample(tmp_path_factory.mktemp("sample")))


@pytest.fixture(scope="module")
def guidance(project: reading.Project) -> Published:
    """Return the model of the project."""
    return publish(project, support.AS_OF)


def _names(cls: type) -> set[str]:
    return {field.name for field in dataclasses.fields(cls)} - {"path"}


def _required(cls: Any) -> set[str]:
    return {f.name for f in dataclasses.fields(cls) if f.default is dataclasses.MISSING} - {"path"}


def _inner(hint: Any) -> Any:
    """Return the class inside `tuple[X, ...]`, `X | None` and their mixtures."""
    while get_origin(hint) is tuple or isinstance(hint, types.UnionType):
        hint = next(choice for choice in get_args(hint) if choice is not types.NoneType)
    return hint


def _agree(cls: Any, schema: dict[str, Any]) -> None:
    assert _names(cls) == set(schema["properties"])
    assert _required(cls) == set(schema["required"])
    _parts_agree(cls, schema)


def _parts_agree(cls: Any, schema: dict[str, Any]) -> None:
    hints = get_type_hints(cls)
    for name, inner in schema["properties"].items():
        hint, listed = hints[name], inner.get("type") == "array"
        assert (get_origin(hint) is tuple) == listed, name
        form = inner["items"] if listed else inner
        if "properties" in form:
            _agree(_inner(hint), form)
        elif isinstance(form.get("additionalProperties"), dict):  # words by key, which the schema names
            assert get_origin(hint) is Mapping
        else:
            assert _inner(hint) is str


@pytest.mark.parametrize("kind", CLASSES)
def test_fields_are_those_of_the_schema(kind: str) -> None:
    """A class has the schema's fields, at every depth, and needs those that the schema requires."""
    _agree(CLASSES[kind], SCHEMAS[kind])


def test_fields_of_the_framework_are_those_of_its_five_schemas() -> None:
    """The one class of the framework has every field of its kinds, and needs what all of them require."""
    five = [SCHEMAS[kind] for kind in FRAMEWORK]
    assert _names(elements.FrameworkElement) == set().union(*(schema["properties"] for schema in five))
    assert _required(elements.FrameworkElement) == set.intersection(*(set(schema["required"]) for schema in five))
    for schema in five:
        _parts_agree(elements.FrameworkElement, schema)


def test_every_kind_has_a_class_and_a_place() -> None:
    """No kind of file is forgotten, and each has a place."""
    own = {"authorities"}  # a list with a reader of its own (test_authorities.py)
    assert {*CLASSES, *FRAMEWORK, *own} == {*reading.FOLDERS.values(), *reading.SINGLES.values()}
    # Answers stand in a copy's data/local/ or in nobody's repository, and have a reader of their own (test_answers.py).
    assert {*PLACES} == {*SCHEMAS.by_name} - {"common", "answers"}


def test_a_typed_value_goes_back_to_what_was_read(project: reading.Project) -> None:
    """Nothing is lost or changed on the way into the model."""
    for document in project.documents:
        cls: Any = elements.FrameworkElement if document.kind in FRAMEWORK else CLASSES.get(document.kind)
        if cls:
            value: Any = plain(document.node)
            made = dataclasses.asdict(typed(cls, {**value, "path": document.path}))
            assert _without_empty(made) == {**value, "path": document.path} | _without_empty(value)


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item not in ("", (), [], None)}
    if isinstance(value, tuple | list):
        return [_without_empty(item) for item in value]
    return value


def test_a_field_that_only_a_schema_has_is_named() -> None:
    """Whoever adds a field to a schema reads which class lacks it."""
    with pytest.raises(TypeError, match=r"has takes, and the class accord\.guidance\.parts\.Question has not"):
        typed(parts.Question, {"id": "one", "text": "Why?", "takes": "A day."})


def test_a_list_is_not_made_of_a_word() -> None:
    """A project that was not checked is refused, not taken apart letter by letter."""
    with pytest.raises(TypeError):
        typed(elements.Term, {"path": "x", "id": "x", "label": "x", "definition": "x", "aliases": "bread"})


def test_every_id_has_an_entry(project: reading.Project, guidance: Published) -> None:
    """Each id that a file defines has a place on the site, of its own kind, and there are no others."""
    entries = guidance.entries
    assert {e.id: e.kind for e in entries.values()} == {each.id: each.kind for each in definitions(project)}
    for entry in entries.values():
        assert entry.label
        assert entry.address == (entry.page if entry.own else f"{entry.page}#{entry.id}")
        assert entry.page == "" or entry.page.endswith("/")


def test_every_entry_of_the_repository_has_its_page() -> None:
    """The page that an id lives on is there: a mark would lead nowhere otherwise."""
    real = reading.load(support.ROOT)
    entries = publish(real, date(2026, 11, 22)).entries.values()
    made = {entry.page for entry in entries if entry.own}  # a practice has a page of its own, which no file stands for
    assert {entry.page for entry in entries} - made <= {page.address for page in real.pages}


def test_relations_go_both_ways(guidance: Published) -> None:
    """Each relation that a file names is shown on both pages, once, and nothing is related to itself."""
    shown = guidance.related
    for one, others in shown.items():
        assert len(others) == len(set(others))
        assert one not in others
        assert all(one in shown[other] for other in others)
    related: list[Any] = [*guidance.values, *guidance.stages, *guidance.recommendations, *guidance.terms]
    for element in related:
        assert set(element.related) <= set(shown.get(element.id, ()))
    for recommendation in guidance.recommendations:
        assert set(recommendation.practices) <= set(shown[recommendation.id])


def test_questions_know_their_practices(guidance: Published) -> None:
    """A question is asked by exactly the practices that name it."""
    for question, practices in guidance.asked_by.items():
        assert practices == tuple(p.id for p in guidance.practices.values() if question in p.questions)


def test_things_in_order_are_in_order(guidance: Published) -> None:
    """Elements with a number come by number, the others by label."""
    for group in (guidance.tiers, guidance.values, guidance.stages, guidance.recommendations, guidance.roles):
        assert [int(element.order) for element in group] == list(range(1, len(group) + 1))
    assert [t.label.casefold() for t in guidance.terms] == sorted(t.label.casefold() for t in guidance.terms)


def test_a_broken_project_is_not_built(tmp_path: Path) -> None:
    """The model is for checked projects: what is missing is an error, and no half model comes out."""
    (support.sample(tmp_path) / "data" / "site.yml").unlink()
    with pytest.raises((TypeError, KeyError, IndexError, ValueError)):
        publish(reading.load(tmp_path), support.AS_OF)
