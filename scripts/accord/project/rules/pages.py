"""Every stage, recommendation and door has its page: what is in the data and on no page, nobody reads."""

from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs

# For each kind, the page's address and the line that calls for it; {0} stands for the file's name.
PLACES = {
    "stage": ("lifecycle/{0}/", '{{{{ stage("{0}") }}}}'),
    "recommendation": ("recommendations/{0}/", '{{{{ recommendation("rec-{0}") }}}}'),
    "card": ("toolkit/cards/{0}/", '{{{{ card("card-{0}") }}}}'),
    "door": ("start/{0}/", '{{{{ door("for-{0}") }}}}'),
}


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield things whose page is missing, or does not call for them."""
    pages = {page.address: page for page in inputs.project.pages}
    for kind, (place, call) in PLACES.items():
        for document in inputs.project.of_kind(kind):
            name = document.stem.removeprefix("for-")
            address, line = place.format(name), call.format(name)
            if address not in pages:
                wrong = f"There is no page at {shown(address)} for it."
                cure = f"Add docs/{address.removesuffix('/')}.md with the line {line}, and name it in mkdocs.yml."
                yield Problem(document.path, 1, "", wrong, cure)
            elif line not in {row for _, row in pages[address].lines}:
                wrong = f"The page does not show {document.path}."
                yield Problem(pages[address].path, 1, "", wrong, f"Add the line {line}.")
