"""The worksheets: which sheet asks what, in which order. Everything asked is asked on exactly one sheet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from accord.guidance.asked import Asked, of_suppliers, practices, questions, recommendation
from accord.project.element import Element
from accord.project.ids import Label

Of = Callable[[str], tuple[Element, ...]]  # from a kind to its elements, in order

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


def sheets(of: Of, label: Label) -> tuple[Sheet, ...]:
    """Return the sheets in the order of the work: should we, each stage, the action plan, the supplier.

    `label` gives the words of a link to an id, for marks that have none of their own.
    """
    return tuple(_sheets(of, label))


def asked(listed: tuple[Sheet, ...]) -> dict[str, Asked]:
    """Return all that the sheets ask, by id."""
    return {item.id: item for sheet in listed for item in sheet.items}


def _sheets(of: Of, label: Label) -> Iterator[Sheet]:
    framework = (*of("context"), *of("tier")[:1], *of("value"), *of("principle"))
    whole = tuple(item for element in framework for item in questions(element, label))
    yield Sheet(SHOULD_WE, LABELS[SHOULD_WE], whole)
    for stage in of("stage"):
        yield Sheet(stage.id, stage.label, tuple(practices(stage, label)))
    yield Sheet(ACTION_PLAN, LABELS[ACTION_PLAN], tuple(recommendation(rec, label) for rec in of("recommendation")))
    for listed in of("supplier"):
        yield Sheet(SUPPLIER, LABELS[SUPPLIER], tuple(of_suppliers(listed, label)))
