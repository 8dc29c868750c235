"""From checked trees to the typed model. Call it only on a project that has no problems."""

from dataclasses import replace
from datetime import date

from accord.commitment.build import commitment
from accord.commitment.consultation import Consultation, Suggestion
from accord.guidance import elements as kinds
from accord.guidance.citation import bibtex
from accord.guidance.field_guide import guides
from accord.guidance.guidance import Guidance
from accord.guidance.layout import Layout, PaperWords
from accord.guidance.local import Local, LocalSite, Note
from accord.guidance.paper import Paper
from accord.guidance.reading import elements
from accord.guidance.releases import Frozen, in_order
from accord.project.reading import FOLDERS, LOCALS, SINGLES, Project

PLACES = {
    **{kind: f"data/{folder}/" for folder, kind in FOLDERS.items()},
    **{kind: f"data/{name}" for name, kind in SINGLES.items()},
    **{kind: place for place, kind in LOCALS.items()},
    "front-matter": "docs/",
    "version": "commitment/versions/",
}


def build(project: Project, as_of: date) -> Guidance:
    """Return the guidance as at the day `as_of`.

    Raises IndexError, TypeError, ValueError: the project has problems that `accord check` names.
    """
    some = elements(project).of
    framework = kinds.FrameworkElement
    site = some("site", kinds.Site)[0]
    notes = {note.id: note for note in some("local-note", Note)}
    local = next((Local(own, notes, site.name) for own in some("local-site", LocalSite)), None)
    texts = commitment(project)
    return Guidance(
        tiers=some("tier", framework),
        values=some("value", framework),
        principles=some("principle", framework),
        virtues=some("virtue", framework),
        contexts=some("context", framework),
        stages=some("stage", kinds.Stage),
        recommendations=some("recommendation", kinds.Recommendation),
        roles=some("role", kinds.Role),
        terms=some("term", kinds.Term),
        sources=some("source", kinds.Source),
        doors=some("door", kinds.Door),
        search=some("search", kinds.SearchWords)[0],
        release=some("guidance", kinds.Release)[0],
        site=_own(site, local.site) if local else site,
        clauses=some("clause", kinds.ClauseWords),
        commitment=texts,
        as_of=as_of,
        fields=guides(project.schemas, PLACES),
        frozen=in_order(some("guidance-release", Frozen)),
        local=local,
        cards=some("card", kinds.Card),
        figures=some("figure", kinds.Figure),
        consultations=some("consultation", Consultation),
        suggestions=some("suggestion", Suggestion),
        letter=some("letter", kinds.Letter)[0],
        helplines=some("helplines", kinds.Helplines)[0],
        supplier_questions=some("supplier", kinds.SupplierQuestions)[0],
        data=some("api", kinds.PublishedData)[0],
        bibtex=bibtex(project.tree),
        papers=some("document", Paper),
        layouts=some("export", Layout),
        paper_words=some("papers", PaperWords)[0],
    )


def _own(site: kinds.Site, local: LocalSite) -> kinds.Site:
    """Return the settings of a council's copy: what upstream says of itself is not said of the copy."""
    return replace(site, name=local.name, address=local.address, security_contact=local.security_contact)
