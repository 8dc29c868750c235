"""The macros: what a page of docs/ may call. Each takes the guidance, the way to the root, and at most one id."""

from collections.abc import Callable

from accord.answers.pages import exports
from accord.answers.pages.worksheet import compare, worksheet, worksheets
from accord.families.letter import letter
from accord.guidance.elements import FrameworkElement
from accord.guidance.pages import documents
from accord.guidance.pages.cards import card, cards
from accord.guidance.pages.changes import changes
from accord.guidance.pages.figure_counts import MARKS
from accord.guidance.pages.figures import figure
from accord.guidance.pages.matrix import matrix
from accord.guidance.pages.practice_page import practice_page
from accord.guidance.pages.report import report
from accord.pages.templating import render
from accord.register.pages import versions as commitment
from accord.register.pages.clauses import promise
from accord.register.pages.register import show_register
from accord.register.published import Published

Macro = Callable[[Published, str, str], str]


def _group(name: str) -> Macro:
    """Return a macro that shows all elements of one kind in full."""

    def show(g: Published, base: str, _: str) -> str:
        elements: tuple[FrameworkElement, ...] = getattr(g, name)
        return render("framework_group.html", g, base, elements=elements)

    return show


def _whole(template: str) -> Macro:
    """Return a macro that shows a template of the whole guidance."""

    def show(g: Published, base: str, _: str) -> str:
        return render(template, g, base)

    return show


def _tier(g: Published, base: str, name: str) -> str:
    return render("framework_group.html", g, base, elements=[t for t in g.tiers if t.id == name or not name])


def _stage(g: Published, base: str, name: str) -> str:
    (stage,) = (stage for stage in g.stages if stage.id == name)
    return render("stage.html", g, base, stage=stage)


def _context(g: Published, base: str, name: str) -> str:
    (context,) = (context for context in g.contexts if context.id == name)
    return render("context.html", g, base, context=context)


def _recommendation(g: Published, base: str, name: str) -> str:
    (rec,) = (rec for rec in g.recommendations if rec.id == name)
    return render("recommendation.html", g, base, rec=rec)


def _door(g: Published, base: str, name: str) -> str:
    (door,) = (door for door in g.doors if door.id == name)
    return render("door.html", g, base, door=door)


def _study(g: Published, base: str, name: str) -> str:
    return render("study.html", g, base, source=g.source_by_id[name])


def _helplines(g: Published, base: str, place: str) -> str:
    return render("helplines.html", g, base, place=place)


def _numbers(g: Published, base: str, _: str) -> str:
    return render("numbers.html", g, base, shapes=MARKS)


MACROS: dict[str, Macro] = {
    "before_buying": _whole("before_buying.html"),
    "card": card,
    "cards": cards,
    "changes": changes,
    "commitment_contents": commitment.contents,
    "commitment_digests": commitment.digests,
    "commitment_status": commitment.status,
    "commitment_text": commitment.text,
    "commitment_versions": commitment.versions,
    "contract_clauses": _whole("contract_clauses.html"),
    "context": _context,
    "current_documents": documents.current,
    "data_files": _whole("data_files.html"),
    "documents": documents.documents,
    "door": _door,
    "doors": _whole("doors.html"),
    "exports": exports.exports,
    "families_more": _whole("families_more.html"),
    "law_places": _whole("law_places.html"),
    "family_questions": _whole("family_questions.html"),
    "field_guide": _whole("field_guide.html"),
    "figure": figure,
    "framework_list": _whole("framework_list.html"),
    "gates": _whole("gates.html"),
    "gate_documents": _whole("gate_documents.html"),
    "gate_sum": _whole("gate_sum.html"),
    "glossary": _whole("glossary.html"),
    "helplines": _helplines,
    "letter": letter,
    "matrix": matrix,
    "numbers": _numbers,
    "practice": practice_page,
    "principles": _group("principles"),
    "promise": promise,
    "recommendation": _recommendation,
    "recommendation_cards": _whole("recommendation_cards.html"),
    "register": show_register,
    "report": report,
    "roles": _whole("roles.html"),
    "sign_form": commitment.sign_form,
    "sign_sheet": commitment.sign_sheet,
    "sources": _whole("sources.html"),
    "stage": _stage,
    "stop_signs": _whole("stop_signs.html"),
    "study": _study,
    "tier": _tier,
    "tiers": _whole("tiers.html"),
    "values": _group("values"),
    "virtues": _group("virtues"),
    "worksheet": worksheet,
    "worksheet_compare": compare,
    "worksheets": worksheets,
}
