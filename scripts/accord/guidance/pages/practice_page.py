"""A page for one practice: what to do, what to keep, who, why, and what goes wrong."""

from markupsafe import Markup

from accord.guidance.guidance import Guidance
from accord.guidance.pages.figures import figure
from accord.pages.templating import render


def practice_page(g: Guidance, base: str, name: str) -> str:
    """Return the page of the practice with the id `name`. Raises KeyError: there is none."""
    own = g.practices[name]
    (stage,) = (stage for stage in g.stages if own in stage.practices)
    related = g.related.get(name, ())
    return render(
        "practice.html",
        g,
        base,
        practice=own,
        stage=stage,
        figures=[Markup(figure(g, base, each.name)) for each in g.figures if each.practice == name],  # noqa: S704
        pitfalls=[each for each in stage.pitfalls if each.practice == name],
        cases=[each for each in stage.cases if each.practice == name],
        promises=[each for each in related if each in g.clause_words],
        frameworks=[(each, found) for each in g.crosswalks if (found := list(each.of(name)))],
        others=[each for each in related if each not in g.clause_words],
    )
