"""/projects/ of a council's copy: what it says of its own projects, as its files of answers have it. Upstream has none.

Values are shown as typed. Nothing is counted into a score, and an empty list is no statement about use.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from accord.answers.answers import Answer, encoded
from accord.answers.messages import REPORT
from accord.answers.migration import FATES, Report, report
from accord.answers.states import DECISIONS, OPEN, STATES
from accord.copy.assessments import Assessment
from accord.guidance.asked import SUPPLIER, Asked
from accord.guidance.known import Known, known
from accord.pages.encode import encode
from accord.pages.frame import Frames
from accord.pages.templating import render
from accord.register.pages import words
from accord.register.published import Published

PLACE = "projects/"


@dataclass(frozen=True, slots=True)
class Row:
    """An answer on a page. `fate` says how it stands to today's words; `then` are older words, where there are some."""

    id: str
    label: str
    address: str
    state: str
    answer: Answer
    notes: Markup
    role: str
    supplier: bool
    fate: str = ""
    then: Markup | None = None


def files(g: Published, frames: Frames, found: Sequence[Assessment]) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each file: the list, each project, and its answers as data."""
    assert g.local is not None
    asks = known(g)
    yield _list(g, frames, found)
    for each in found:
        yield _project(g, frames, each, asks)
        yield f"{_place(each)}answers.json", encoded(each.answers).decode()


def _list(g: Published, frames: Frames, found: Sequence[Assessment]) -> tuple[str, str]:
    assert g.local is not None
    council = g.local.site.council
    rows = [(each, _place(each)) for each in found]
    body = render("local/projects.html", g, "../", rows=rows, site=g.local.site, words=words, decisions=DECISIONS)
    summary = f"What {council} publishes about its own projects that use, or might use, machine learning."
    return frames.page(PLACE, "Our projects", summary, Markup(""), Markup(body))  # noqa: S704  our own template


def _project(g: Published, frames: Frames, each: Assessment, asks: Known) -> tuple[str, str]:
    assert g.local is not None
    found = report(each.answers, asks)
    sheets = [(sheet, [_row(g, item, each, found) for item in sheet.items if item.id in each.answers.answers])
              for sheet in asks.sheets]  # fmt: skip
    rows = [row for _, listed in sheets for row in listed]
    body = render(
        "local/project.html", g, "../../",
        each=each, file=each.answers, place=_place(each), site=g.local.site, words=words, decisions=DECISIONS,
        lines=lines, standing=list(_standing(found, asks)), sheets=[(s, listed) for s, listed in sheets if listed],
        open=[row for row in rows if row.answer.state in OPEN or not row.answer.state or row.fate == "reworded"],
        gone=[_gone(name, each, asks) for name in sorted(each.answers.answers) if name in asks.gone],
        report=REPORT,
    )  # fmt: skip
    name = each.answers.project["name"]
    trail = Markup('<li><a href="../">Our projects</a></li>')
    summary = f"What {g.local.site.council} says of this project, as saved on {words.iso_day(each.answers.saved)}."
    return frames.page(_place(each), name, summary, trail, Markup(body))  # noqa: S704  our own template


def lines(value: str) -> Markup:
    """Return a text of several lines as it was typed, its lines kept."""
    return Markup("<br>").join(encode(row) for row in value.split("\n") if row.strip())


def _standing(found: Report, asks: Known) -> Iterator[str]:
    new = asks.release.version
    name = new if asks.release.released else REPORT["preparation"].format(version=new)
    yield REPORT["same" if found.old == found.new else "older"].format(old=found.old, new=name)
    yield REPORT["counts"].format(**{fate: len(found.of(fate)) for fate in FATES})


def _row(g: Published, item: Asked, each: Assessment, found: Report) -> Row:
    answer = each.answers.answers[item.id]
    fate = next(fate for fate in found.fates if fate.id == item.id)
    state = STATES[item.kind].get(answer.state, "No state is chosen")
    then = lines(fate.then) if fate.fate == "reworded" and fate.then else None
    role = g.entries[answer.role].label if answer.role else ""
    address = g.entries[item.at].address
    return Row(
        item.id, item.label, address, state, answer, lines(answer.notes), role, item.kind == SUPPLIER, fate.fate, then
    )


def _gone(name: str, each: Assessment, asks: Known) -> Row:
    answer, gone = each.answers.answers[name], asks.gone[name]
    state = STATES[gone.wording.kind].get(answer.state, "No state is chosen")
    label = gone.wording.words.partition("\n")[0]
    return Row(
        name, label, "", state, answer, lines(answer.notes), answer.role, gone.wording.kind == SUPPLIER, gone.retired
    )


def _place(each: Assessment) -> str:
    return f"{PLACE}{each.slug}/"
