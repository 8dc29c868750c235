"""The worksheets as a page shows them: what is asked, in groups, each with plain controls that also print.

Nothing here decides anything: what is asked, on which sheet and with which states, guidance/sheets.py and
answers/states.py say. docs/assets/worksheet/ brings the controls to life.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from accord.answers.states import DECISIONS, STATES
from accord.files.problem import counted
from accord.guidance.asked import PRACTICE, QUESTION, RECOMMENDATION, SUPPLIER, Asked
from accord.guidance.guidance import Guidance
from accord.guidance.sheets import ACTION_PLAN, SHOULD_WE, Sheet, sheets
from accord.guidance.sheets import SUPPLIER as SUPPLIER_SHEET
from accord.pages.templating import render
from accord.register.pages.words import USE


@dataclass(frozen=True, slots=True)
class Words:
    """What the controls of one kind of question are called. `open` says that the last part is not folded."""

    notes: str
    how: str = ""
    page: str = ""
    extra: str = "Evidence, actions and approval"
    role: str = "Who does it"
    by: str = "By when"
    open: bool = False


WORDS = {
    QUESTION: Words("Your answer, or what is missing", role="Who finds out", by="By when"),
    PRACTICE: Words("What you did, or why not", "How to do this", "All about this practice, with its reasons"),
    RECOMMENDATION: Words("What you plan", "First steps", "What it asks, and first steps for each role", open=True),
    SUPPLIER: Words("What the supplier says", extra="Evidence that you hold, actions and approval", role="Who asks"),
}
CARDS = {
    SHOULD_WE: "Questions about the problem, the place and the people. It ends in yes, not yet or no.",
    ACTION_PLAN: "What you do about each recommendation, who does it and by when.",
    SUPPLIER_SHEET: "What to see before you sign or renew a contract, and what the supplier shows you.",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked. `hint` and `more` may hold [[marks]]; `more` and `keep` are folded away.

    `twin_sheet` and `twin_page` are the sheet that asks the same, and its place there.
    """

    id: str
    kind: str
    legend: str
    states: dict[str, str]
    address: str
    force: str = ""
    hint: str = ""
    more: tuple[str, ...] = ()
    keep: str = ""
    twin_sheet: str = ""
    twin_page: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What folds together: a whole group, or where a sheet has one group, a thing asked."""

    label: str
    asked: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    label: str
    address: str
    summary: str


def worksheet(g: Guidance, base: str, name: str) -> str:
    """Return a worksheet. Raises ValueError: there is no such sheet."""
    (sheet,) = (sheet for sheet in _sheets(g) if sheet.id == name)
    kind = sheet.items[0].kind
    groups = tuple(_groups(g, sheet))
    decides = DECISIONS if name == SHOULD_WE else {}
    return render("worksheet.html", g, base, sheet=sheet, groups=groups, words=WORDS[kind], uses=USE, decides=decides)


def worksheets(g: Guidance, base: str, _: str) -> str:
    """Return the list of all worksheets."""
    cards = [Card(sheet.id, sheet.label, sheet.page, CARDS.get(sheet.id) or _practices(sheet)) for sheet in _sheets(g)]
    return render("worksheet_cards.html", g, base, cards=cards)


def compare(g: Guidance, base: str, _: str) -> str:
    """Return the part of the page that compares two files."""
    return render("worksheet_compare.html", g, base)


def _practices(sheet: Sheet) -> str:
    return f"{len(sheet.items)} practices: how far you are with each, and where the evidence is."


def _sheets(g: Guidance) -> tuple[Sheet, ...]:
    return sheets(g.of, lambda name: g.entries[name].label)


def _groups(g: Guidance, sheet: Sheet) -> Iterable[Group]:
    """Yield the items under the headings of the page: framework elements, groups for suppliers, or one for all."""
    items = {asked.id: _item(g, asked) for asked in sheet.items}
    if sheet.id not in {SHOULD_WE, SUPPLIER_SHEET}:
        label = "The recommendations" if sheet.id == ACTION_PLAN else "The practices of this stage"
        yield Group("items", label, tuple(Part(item.legend, (item,)) for item in items.values()))
        return
    suppliers = g.supplier_questions.groups
    for element in (*g.contexts, *g.tiers, *g.values, *g.principles) if sheet.id == SHOULD_WE else suppliers:
        own = tuple(items[question.id] for question in element.questions if question.id in items)
        if own:
            yield Group(element.id, element.label, (Part(counted(len(own), "question"), own),))


def _item(g: Guidance, asked: Asked) -> Item:
    label, page = _twin(g, asked)
    address = g.entries[asked.at].address
    base = Item(asked.id, asked.kind, asked.label, STATES[asked.kind], address, twin_sheet=label, twin_page=page)
    if asked.kind == RECOMMENDATION:
        return replace(base, hint=next(rec.summary for rec in g.recommendations if rec.id == asked.at))
    if asked.kind == SUPPLIER:
        return replace(base, hint=f"To attach: {asked.words.partition(chr(10))[2]}.")
    if asked.kind == QUESTION:
        return base
    practice = g.practices[asked.at]
    return replace(base, force=practice.force, more=practice.steps, keep="; ".join(practice.evidence))


def _twin(g: Guidance, asked: Asked) -> tuple[str, str]:
    """Return the name of the sheet that asks the same, and its place there; nothing where there is none."""
    twin = next((name for pair in g.release.twins if asked.id in pair for name in pair if name != asked.id), None)
    sheet = next((sheet for sheet in g.sheets if any(item.id == twin for item in sheet.items)), None)
    return (sheet.label, f"{sheet.page}#{twin}") if sheet else ("", "")
