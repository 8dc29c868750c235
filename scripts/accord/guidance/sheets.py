"""The worksheets: which sheet asks what, in which order. Everything asked is asked on exactly one sheet."""

from collections.abc import Iterator
from dataclasses import dataclass

from accord.guidance.asked import Asked, Asking, of_suppliers, practices, questions, recommendation
from accord.project.ids import Label

SHOULD_WE, ACTION_PLAN, SUPPLIER = "should-we", "action-plan", "supplier"
LABELS = {
    SHOULD_WE: "Should we be doing this?",
    ACTION_PLAN: "What is to be done: an action plan",
    SUPPLIER: "What to ask a supplier",
}
FOLDER = "toolkit/worksheets/"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet. `items` stand in the order in which the sheet asks them."""

    id: str
    label: str
    items: tuple[Asked, ...]

    @property
    def page(self) -> str:
        """Return the sheet's address below the site's root."""
        return f"{FOLDER}{self.id}/"


def sheets(content: Asking, label: Label) -> tuple[Sheet, ...]:
    """Return the sheets in the order of the work: should we, each stage, the action plan, the supplier.

    `label` gives the words of a link to an id, for marks that have none of their own.
    """
    return tuple(_sheets(content, label))


def asked(listed: tuple[Sheet, ...]) -> dict[str, Asked]:
    """Return all that the sheets ask, by id."""
    return {item.id: item for sheet in listed for item in sheet.items}


def _sheets(content: Asking, label: Label) -> Iterator[Sheet]:
    framework = (*content.contexts, *content.tiers[:1], *content.values, *content.principles)
    whole = tuple(item for element in framework for item in questions(element, label))
    yield Sheet(SHOULD_WE, LABELS[SHOULD_WE], whole)
    for stage in content.stages:
        yield Sheet(stage.id, stage.label, tuple(practices(stage, label)))
    actions = tuple(recommendation(rec, label) for rec in content.recommendations)
    yield Sheet(ACTION_PLAN, LABELS[ACTION_PLAN], actions)
    if content.supplier_questions:
        yield Sheet(SUPPLIER, LABELS[SUPPLIER], tuple(of_suppliers(content.supplier_questions, label)))
