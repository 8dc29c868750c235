"""What pages call for, as blocks of the book: each macro that shows data has its counterpart here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from accord.guidance.credit import REVIEW
from accord.guidance.elements import FrameworkElement, Recommendation, Source, Stage, Term
from accord.guidance.guidance import Guidance
from accord.guidance.parts import Ask, Practice
from accord.pages.view import FORCE, SHOWS, STRENGTH, View
from accord.paper.blocks import Block, Heading, Listing, Paragraph, Run, Runs
from accord.paper.prose import Prose
from accord.paper.words import cited

OURS = {"review": "The label is the review’s. The words below it are ours."}
OWN = "Ours: the review’s executive summary does not name it."
Part = Callable[[Guidance, Prose, str], Iterator[Block]]


def _elements(group: str) -> Part:
    def show(g: Guidance, prose: Prose, name: str) -> Iterator[Block]:
        found: tuple[FrameworkElement, ...] = getattr(g, group)
        for element in found:
            if name in ("", element.id):
                yield from _element(g, prose, element)

    return show


def _element(g: Guidance, prose: Prose, element: FrameworkElement) -> Iterator[Block]:
    yield Heading(2, element.label, element.id)
    yield Paragraph(prose.runs(element.summary), "lead")
    if element.quote:
        quoted = (
            Run(f"In the review’s words: “{element.quote}” "),
            *prose.mark(REVIEW, ""),
            Run(". The rest is ours."),
        )
        yield Paragraph(quoted, "small")
    else:
        yield Paragraph((Run(OURS.get(element.provenance, OWN)),), "small")
    yield Heading(3, "What it means in children’s social care")
    yield from _prose(prose, element.meaning)
    if element.situation:
        yield Paragraph(_led("Illustration, invented but typical", prose.runs(element.situation.text)))
        yield Paragraph(_led("What to notice", prose.runs(element.situation.notice)))
    if element.evidence:
        yield Heading(3, "What is known")
        yield Listing(tuple(_cited(prose, fact.text, fact.source) for fact in element.evidence))
    yield Heading(3, "Questions to ask")
    yield _list(prose, (question.text for question in element.questions))
    if element.not_yet:
        yield Heading(3, "Signs that the answer is “not yet” or “no”")
        yield _list(prose, element.not_yet)
    yield Heading(3, "What it asks of you")
    yield _asks(g, prose, element.asks)


def _questions(g: Guidance, prose: Prose, _: str) -> Iterator[Block]:
    for element in (*g.tiers[:1], *g.values, *g.principles):
        yield Heading(3, element.label)
        yield _list(prose, (question.text for question in element.questions))


def _roles(g: Guidance, prose: Prose, _: str) -> Iterator[Block]:
    for role in g.roles:
        yield Heading(2, role.label, role.id)
        yield from _prose(prose, (role.summary, role.aims))


def _stage(g: Guidance, prose: Prose, name: str) -> Iterator[Block]:
    (stage,) = (stage for stage in g.stages if stage.id == name)
    yield Paragraph((Run(f"Stage {stage.order} of {len(g.stages)}. {stage.summary}"),), "lead")
    yield Heading(2, "What this stage is for")
    yield from _prose(prose, stage.purpose)
    yield Heading(2, "Who is there")
    yield _asks(g, prose, stage.people)
    yield Heading(2, "What to do")
    for practice in stage.practices:
        yield from _practice(g, prose, practice)
    yield Heading(2, "Stop here if …")
    yield _list(prose, (sign.text for sign in stage.stop))
    yield Heading(2, "What goes wrong here")
    for pitfall in stage.pitfalls:
        yield Heading(3, pitfall.title, pitfall.id)
        yield from _prose(prose, (pitfall.text,))
    yield from _families(prose, stage, Heading(2, "What a family may ask"))
    yield Heading(2, "What happened elsewhere")
    for case in stage.cases:
        yield Heading(3, case.title, case.id)
        yield Paragraph((Run(f"{SHOWS[case.shows]}. {View(g, '').day(case.date)}."),), "small")
        yield Paragraph(_cited(prose, case.text, case.source))
        yield Paragraph(_led("What we take from it", prose.runs(case.lesson)))
    yield Heading(2, "What we do not know")
    yield from _prose(prose, (stage.gaps,))


def _practice(g: Guidance, prose: Prose, practice: Practice) -> Iterator[Block]:
    yield Heading(3, practice.title, practice.id)
    law = tuple(run for name in practice.law for run in (Run(" "), *prose.mark(name, "")))
    yield Paragraph((Run(FORCE[practice.force], bold=True), *law))
    yield Paragraph(_led("Why", prose.runs(practice.why)))
    yield Paragraph(_led("How", prose.runs(practice.how)))
    yield Paragraph((Run("Keep as evidence:", bold=True),))
    yield _list(prose, practice.evidence)
    yield Paragraph(_led("Who", _links(g, prose, practice.roles)))
    yield Paragraph(_led("Serves", _links(g, prose, (*practice.principles, *practice.values))))


def _recommendation(g: Guidance, prose: Prose, name: str) -> Iterator[Block]:
    (rec,) = (rec for rec in g.recommendations if rec.id == name)
    yield Paragraph((Run(f"Recommendation {rec.order} of {len(g.recommendations)}. {rec.summary}"),), "lead")
    quoted = f"The title is our wording. In the review’s words: “{rec.quote}” "
    yield Paragraph((Run(quoted), *prose.mark(REVIEW, ""), Run(".")), "small")
    for heading, paragraphs in (("What it asks", rec.asks), ("Why it matters", rec.why)):
        yield Heading(2, heading)
        yield from _prose(prose, paragraphs)
    yield Heading(2, "Who can act")
    yield _asks(g, prose, rec.who)
    yield Heading(2, "First steps")
    for part in rec.first_steps:
        yield Heading(3, g.entries[part.role].label)
        yield _list(prose, part.steps)
    yield Heading(2, "Signs of progress")
    yield _list(prose, rec.progress)
    yield Heading(2, "What has happened since 2020")
    yield from _since(g, prose, rec)
    yield Heading(2, "What we do not know")
    yield from _prose(prose, (rec.gaps,))


def _since(g: Guidance, prose: Prose, rec: Recommendation) -> Iterator[Block]:
    if not rec.since:
        yield Paragraph((Run("We found no development that we could date and source."),))
        return
    view = View(g, "")
    told = (_led(view.day(e.date), _cited(prose, e.text, e.source)) for e in rec.since)
    yield Listing(tuple(told))


def _buying(g: Guidance, prose: Prose, _: str) -> Iterator[Block]:
    for stage in g.stages:
        if wanted := [practice for practice in stage.practices if practice.before_buying]:
            yield Heading(2, stage.label)
            yield Listing(tuple(_bought(prose, practice) for practice in wanted))


def _bought(prose: Prose, practice: Practice) -> Runs:
    kept = prose.runs(f"Keep: {'; '.join(practice.evidence)}.")
    title = prose.mark(practice.id, "")
    return (Run(f"{FORCE[practice.force]}: ", bold=True), *title, Run(". "), *prose.runs(practice.why), Run(" "), *kept)


def _stops(g: Guidance, prose: Prose, _: str) -> Iterator[Block]:
    for stage in g.stages:
        yield Heading(2, stage.label)
        yield Paragraph((Run("Stop if …"),))
        yield _list(prose, (sign.text for sign in stage.stop))


def _family_questions(g: Guidance, prose: Prose, _: str) -> Iterator[Block]:
    for stage in g.stages:
        yield from _families(prose, stage, Heading(3, stage.label))


def _families(prose: Prose, stage: Stage, heading: Heading) -> Iterator[Block]:
    yield heading
    for question in stage.family_questions:
        yield Paragraph(tuple(Run(run.text, bold=True, link=run.link) for run in prose.runs(question.text)))
        yield Paragraph(_led("A good answer", prose.runs(question.answer)))


def _glossary(g: Guidance, prose: Prose, _: str) -> Iterator[Block]:
    ordered = sorted(g.terms, key=lambda term: term.label.casefold())
    for letter, group in groupby(ordered, key=lambda term: _letter(term.label)):
        yield Heading(2, letter)
        for term in group:
            yield from _term(prose, term)


def _term(prose: Prose, term: Term) -> Iterator[Block]:
    yield Heading(3, term.label, term.id)
    if term.aliases:
        yield Paragraph((Run(f"Also: {', '.join(term.aliases)}."),), "small")
    yield Paragraph(_cited(prose, term.definition, term.source))


def _sources(g: Guidance, prose: Prose, _: str) -> Iterator[Block]:
    ordered = sorted(g.sources, key=lambda source: source.cite.casefold())
    for letter, group in groupby(ordered, key=lambda source: _letter(source.cite)):
        yield Heading(2, letter)
        for source in group:
            yield from _source(g, prose, source)


def _source(g: Guidance, prose: Prose, source: Source) -> Iterator[Block]:
    view = View(g, "")
    yield Heading(3, source.cite, source.id)
    authors = f"{source.authors}. " if source.authors else ""
    rest = Run(f". {source.publisher}, {view.day(source.date)}.")
    where = (Run(" "), Run(source.url, link=source.url)) if source.url else ()  # paper has no links
    yield Paragraph((Run(authors), Run(source.title, italic=True), rest, *where))
    about = f"{source.kind.capitalize()}; {STRENGTH[source.strength]}; checked {view.day(source.checked)}."
    yield Paragraph((Run(about),), "small")
    yield from _prose(prose, (source.read,))
    yield _list(prose, source.says)


def _all_stages(g: Guidance, prose: Prose, _: str) -> Iterator[Block]:
    items = ((*prose.mark(stage.id, ""), Run(f": {stage.summary}")) for stage in g.stages)
    yield Listing(tuple(items), numbered=True)


def _all_recommendations(g: Guidance, prose: Prose, _: str) -> Iterator[Block]:
    items = ((*prose.mark(rec.id, ""), Run(f": {rec.summary}")) for rec in g.recommendations)
    yield Listing(tuple(items), numbered=True)


def _letter(words: str) -> str:
    first = next((sign for sign in words if sign.isalnum()), "")
    return first.upper() if first.isalpha() else "0 to 9"


def _prose(prose: Prose, paragraphs: Iterable[str]) -> Iterator[Block]:
    yield from (Paragraph(prose.runs(text)) for text in paragraphs)


def _list(prose: Prose, items: Iterable[str]) -> Listing:
    return Listing(tuple(prose.runs(item) for item in items))


def _asks(g: Guidance, prose: Prose, asks: Iterable[Ask]) -> Listing:
    return Listing(tuple(_led(g.entries[ask.role].label, prose.runs(ask.text)) for ask in asks))


def _cited(prose: Prose, text: str, source: str) -> Runs:
    """Return words with the source that they rest on, unless they name it themselves."""
    more = (Run(" "), *prose.mark(source, "")) if source and source not in cited(text) else ()
    return (*prose.runs(text), *more)


def _led(head: str, runs: Runs) -> Runs:
    return (Run(f"{head}: ", bold=True), *runs)


def _links(g: Guidance, prose: Prose, names: Iterable[str]) -> Runs:
    made = [run for name in names for run in (Run(", "), *prose.mark(name, ""))]
    return (*made[1:], Run("."))


PARTS: dict[str, Part] = {
    "before_buying": _buying,
    "contexts": _elements("contexts"),
    "family_questions": _family_questions,
    "glossary": _glossary,
    "principles": _elements("principles"),
    "recommendation": _recommendation,
    "recommendation_cards": _all_recommendations,
    "roles": _roles,
    "should_we_questions": _questions,
    "sources": _sources,
    "stage": _stage,
    "stage_cards": _all_stages,
    "stop_signs": _stops,
    "tier": _elements("tiers"),
    "tiers": _elements("tiers"),
    "values": _elements("values"),
    "virtues": _elements("virtues"),
}
# On paper these would be pictures of links, or offer what the reader holds.
LEFT_OUT = frozenset({"documents", "figure_framework", "figure_lifecycle", "framework_cards"})
