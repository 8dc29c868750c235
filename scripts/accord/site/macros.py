"""The macros: what a page of docs/ may call. Each takes the guidance, the way to the root, and at most one id."""

from collections.abc import Callable

from accord.answers.pages import exports
from accord.answers.pages.worksheet import compare, worksheet, worksheets
from accord.families.letter import letter
from accord.guidance.pages import documents, stage_documents
from accord.guidance.pages.cards import card, cards
from accord.guidance.pages.changes import changes
from accord.guidance.pages.crosswalks import crosswalk
from accord.guidance.pages.data_files import data_files
from accord.guidance.pages.figure_counts import MARKS
from accord.guidance.pages.figures import figure
from accord.guidance.pages.matrix import matrix
from accord.guidance.pages.practice_page import practice_page
from accord.guidance.pages.report import report
from accord.pages.templating import render
from accord.register.pages import proposed
from accord.register.pages import versions as commitment
from accord.register.pages.clauses import promise
from accord.register.pages.register import show_register
from accord.register.published import Published

Macro = Callable[[Published, str, str], str]


def _group(name: str) -> Macro:
    """Return a macro that shows all elements of one kind in full."""

    def show(g: Published, base: str, _: str) -> str:
        return render("framework_group.html", g, base, elements=getattr(g, name))

    return show


def _whole(template: str) -> Macro:
    """Return a macro that shows a template of the whole guidance; what the page asks with is its `argument`."""

    def show(g: Published, base: str, argument: str) -> str:
        return render(template, g, base, argument=argument)

    return show


def _one(template: str, kind: str, group: str) -> Macro:
    """Return a macro that shows the element with the id that it is given; the template calls it by its kind."""

    def show(g: Published, base: str, name: str) -> str:
        (found,) = (each for each in getattr(g, group) if each.id == name)
        return render(template, g, base, **{kind: found})

    return show


def _numbers(g: Published, base: str, _: str) -> str:
    return render("numbers.html", g, base, shapes=MARKS)


MACROS: dict[str, Macro] = {
    "before_buying": _whole("before_buying.html"),
    "bibtex": _whole("bibtex.html"),
    "card": card,
    "cards": cards,
    "changes": changes,
    "commitment_contents": commitment.contents,
    "commitment_digests": commitment.digests,
    "commitment_proposed": proposed.show,
    "commitment_status": commitment.status,
    "commitment_text": commitment.text,
    "commitment_versions": commitment.versions,
    "contract_clauses": _whole("contract_clauses.html"),
    "context": _one("context.html", "context", "contexts"),
    "crosswalk": crosswalk,
    "crosswalks": _whole("crosswalks.html"),
    "current_documents": documents.current,
    "data_changes": _whole("data_changes.html"),
    "data_files": data_files,
    "documents": documents.documents,
    "documents_before_use": stage_documents.documents_before_use,
    "door": _one("door.html", "door", "doors"),
    "doors": _whole("doors.html"),
    "exports": exports.exports,
    "families_more": _whole("families_more.html"),
    "family_questions": _whole("family_questions.html"),
    "field_guide": _whole("field_guide.html"),
    "figure": figure,
    "framework_list": _whole("framework_list.html"),
    "gates": _whole("gates.html"),
    "glossary": _whole("glossary.html"),
    "helplines": _whole("helplines.html"),
    "law_places": _whole("law_places.html"),
    "led_here": _whole("led_here.html"),
    "letter": letter,
    "matrix": matrix,
    "numbers": _numbers,
    "practice": practice_page,
    "principles": _group("principles"),
    "promise": promise,
    "recommendation": _one("recommendation.html", "rec", "recommendations"),
    "recommendation_cards": _whole("recommendation_cards.html"),
    "register": show_register,
    "report": report,
    "results": _whole("results.html"),
    "roles": _whole("roles.html"),
    "sign_form": commitment.sign_form,
    "sign_sheet": commitment.sign_sheet,
    "sources": _whole("sources.html"),
    "stage": _one("stage.html", "stage", "stages"),
    "stage_documents": stage_documents.stage_documents,
    "stop_signs": _whole("stop_signs.html"),
    "study": _one("study.html", "source", "sources"),
    "tiers": _whole("tiers.html"),
    "values": _group("values"),
    "virtues": _group("virtues"),
    "which_sheets": _whole("which_sheets.html"),
    "worksheet": worksheet,
    "worksheet_compare": compare,
    "worksheets": worksheets,
}
