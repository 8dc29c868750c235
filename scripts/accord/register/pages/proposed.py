"""The page of what the draft would change, and of what people said and what came of it."""

from accord.commitment.pages import redline
from accord.commitment.proposal import Proposed, consulted, number, proposed
from accord.guidance.pages.report import MAIL
from accord.pages.templating import render
from accord.project.reading import LOCAL
from accord.register.pages import words
from accord.register.pages.clauses import Explained
from accord.register.published import Published

VOICES = {**words.GROUPS, "others": "others"}
OUTCOMES, CLASSES = words.TEXTS["outcomes"], words.TEXTS["classes"]


def changes(g: Published) -> list[Proposed]:
    """Return what the draft would change, each with what is said of it."""
    told = consulted(g.commitment, g.consultations)
    return proposed(g.commitment, told.changes if told else ())


def show(g: Published, base: str, _: str) -> str:
    """Return what is proposed, old beside new, how to say what you think, and what people said."""
    found = changes(g)
    newest = g.commitment.versions[-1] if found else None
    upcoming = number(newest, found) if newest else ""
    mail = MAIL.search(g.site.contact)
    repository = g.repository_of(LOCAL).rstrip("/")
    voices = sorted(g.suggestions, key=lambda each: each.path, reverse=True)
    return render(
        "commitment/proposed.html", g, base,
        changes=found, newest=newest, upcoming=upcoming, told=consulted(g.commitment, g.consultations),
        again=any(each.amendment == "substantive" for each in found),
        mail=mail[0] if mail else "", issues=f"{repository}/issues/new" if repository else "",
        voices=voices, came=[(label, sum(v.outcome == name for v in voices)) for name, label in OUTCOMES.items()],
        outcomes=OUTCOMES, groups=VOICES, explained=Explained(g, base), redline=redline, words=words, classes=CLASSES,
    )  # fmt: skip
