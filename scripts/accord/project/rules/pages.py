"""Every stage, worksheet, recommendation, card and door has its page: what is on no page, nobody reads."""

from collections.abc import Iterator

from accord.files.nodes import line_at
from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs

# For each kind, the page's address and the line that calls for it; {0} stands for the file's name.
PLACES = {
    "stage": ("lifecycle/{0}/", '{{{{ stage("{0}") }}}}'),
    "recommendation": ("recommendations/{0}/", '{{{{ recommendation("rec-{0}") }}}}'),
    "worksheet": ("toolkit/worksheets/{0}/", '{{{{ worksheet("{0}") }}}}'),
    "card": ("toolkit/cards/{0}/", '{{{{ card("card-{0}") }}}}'),
    "door": ("start/{0}/", '{{{{ door("for-{0}") }}}}'),
}
# What a page's front matter repeats, because menus and searches read it, and the data's name for it.
COPIES = {kind: {"title": "label", "summary": "summary"} for kind in ("stage", "recommendation")}


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield things whose page is missing, or does not call for them."""
    pages = {page.address: page for page in inputs.project.pages}
    for kind, (place, call) in PLACES.items():
        for document in inputs.project.of_kind("stage" if kind == "worksheet" else kind):
            name = document.stem.removeprefix("for-")
            address, line = place.format(name), call.format(name)
            if address not in pages:
                wrong = f"There is no page at {shown(address)} for it."
                cure = f"Add docs/{address.removesuffix('/')}.md with the line {line}, and name it in mkdocs.yml."
                yield Problem(document.path, 1, "", wrong, cure, lacks=address)
                continue
            page = pages[address]
            if not any(row.startswith(line.partition("(")[0]) or line[-15:] in row for _, row in page.lines):
                wrong = f"The page does not show {document.path}."
                yield Problem(page.path, 1, "", wrong, f"Add the line {line}.")
            for given, name in COPIES.get(kind, {}).items():
                words, there = document.scalar(name), " ".join(page.meta(given).split())
                if words and words.value.strip() != there:
                    wrong = f"The {given} {shown(there)} is not what {document.path}:{words.line} says."
                    at = line_at(page.front, (given,))
                    yield Problem(page.path, at, given, wrong, "Make the two the same.")
