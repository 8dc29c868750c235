"""Every file of the Commitment and the register that no hand-written page stands for."""

from collections.abc import Iterator

from accord.pages.frame import Frames, Shell
from accord.register.pages import badges, data, feed, register, sign_data, versions
from accord.register.pages.signatory import Pages
from accord.register.published import Published


def generated(g: Published, shell: Shell) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each file, one at a time: ten thousand pages never lie in memory at once.

    `shell` gives the rendered overrides/register.html for the way to the root (see frame.py).
    """
    frames = Frames(shell)
    yield from versions.pages(g, frames)
    yield from register.pages(g, frames)
    made = Pages(g, frames)
    for signatory in g.register.signatories:
        yield made.page(signatory)
    yield from badges.badges(g.register)
    yield from data.files(g)
    yield from sign_data.files(g)
    yield "feed.xml", feed.feed(g)
