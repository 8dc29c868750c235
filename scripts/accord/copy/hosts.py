"""Where a branch is opened as a proposal: the address of a host's page, as far as the remotes' addresses tell."""

import re
from pathlib import Path

from accord.change.git import ask

# https://host/path, ssh://git@host/path and git@host:path, without who logs in. No sign in it can lead elsewhere.
_FORMS = (
    r"https://(?:[^/@]*@)?([a-z0-9.-]+)/([A-Za-z0-9._/-]+)",
    r"ssh://(?:[^/@]*@)?([a-z0-9.-]+)(?::[0-9]+)?/([A-Za-z0-9._/-]+)",
    r"(?:[a-z0-9_-]+@)([a-z0-9.-]+):([A-Za-z0-9._/-]+)",
)


def web(address: str) -> tuple[str, str] | None:
    """Return the host and the path of a repository's page, or None where the address is of another form."""
    for form in _FORMS:
        if (found := re.fullmatch(form, address)) and ".." not in found[2]:
            return found[1], found[2].strip("/").removesuffix(".git")
    return None


def remote(root: Path, name: str) -> str:
    """Return the address of a remote, or an empty string."""
    answer = ask(root, "config", "--get", f"remote.{name}.url")
    return answer.line if answer.code == 0 else ""


def remotes(root: Path) -> list[str]:
    return ask(root, "remote").line.split()


def opening(own: str, upstream: str, branch: str, base: str) -> str:
    """Return the address at which a pushed branch is proposed to upstream, or an empty string where nobody can tell."""
    mine, theirs = web(own), web(upstream)
    if mine is None or theirs is None or mine[0] != theirs[0]:
        return ""
    if mine[0] == "github.com":
        owner = mine[1].partition("/")[0]
        return f"https://github.com/{theirs[1]}/compare/{base}...{owner}:{branch}?expand=1"
    if "gitlab" in mine[0]:
        return f"https://{mine[0]}/{mine[1]}/-/merge_requests/new?merge_request%5Bsource_branch%5D={branch}"
    return ""
