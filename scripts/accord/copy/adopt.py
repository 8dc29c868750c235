"""Makes a copy a council's own: asks for its settings or takes them, judges them, and writes them in one step each."""

import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from accord.copy.draft import NONE, SITE, LocalDraft, Value
from accord.copy.rules.local_files import LOGO
from accord.files.atomic import write_new, write_over
from accord.files.problem import CalledWrongly
from accord.project import reading
from accord.register.writing.terminal import agreed, ask, say

STOPPED = "Nothing is written."
NEEDED = ("authority", "council", "name", "contact")
FOLLOWS = ("council", "name")  # from the authority
GROUPS = {
    "authority": "Whose copy this is",
    "address": "Where it is (both may wait)",
    "logo": "How it looks (all of it may wait)",
    "accessibility_contact": "What a public body must say about accessibility (it may wait until you publish)",
    "privacy_contact": "What it must say about privacy (it may wait until you publish)",
    "security_contact": "Where a weakness can be reported (it may wait)",
}
NEXT = """\
Next: accord check, then make site, then commit data/local/. To sign: accord sign.
Where you publish it, set the variable UPSTREAM to the https address of upstream's repository."""


def adopt(root: Path, as_of: date, given: Mapping[str, Value], again: bool = False) -> int:
    """Write the settings of a copy. What people read goes to standard error, and the names of files to standard output.

    `given` are settings by name; `logo` among them is a file's path. Return 0 where they are written or the user
    decides against it, 1 on problems.

    Raises:
        CalledWrongly: settings are there and `again` is not said, or one is missing and there is nobody to ask.
        EOFError: nobody answers any more.
        OSError: a file can't be written.
    """
    if (root / SITE).exists() and not again:
        raise CalledWrongly(f"{SITE} is there already. To change it, add --again; what you leave out stays.")
    draft = LocalDraft(reading.load(root), as_of)
    draft.keep()
    for name, value in given.items():
        if fault := draft.take(name, value):
            raise CalledWrongly(fault)
    draft.known()
    asking = _asks(draft, given)
    if asking:
        _ask(draft, given)
    problems = [problem for problem in draft.problems() if problem.severity == "problem"]
    for problem in problems:
        say(str(problem))
    if problems:
        say(STOPPED)
        return 1
    if asking:
        say(f"\n{SITE}:\n\n{draft.raw().decode()}\nAll of this becomes public. Name offices, and no person.\n")
        if not agreed("Write it?"):
            say(STOPPED)
            return 0
    _write(draft, again)
    _next(draft)
    return 0


def _asks(draft: LocalDraft, given: Mapping[str, Value]) -> bool:
    """Say whether the user is asked: in a terminal, where something is missing or nothing was given."""
    known = draft.values
    lacking = [name for name in NEEDED if not (known.get(name) or (name in FOLLOWS and not known.get("authority")))]
    if sys.stdin.isatty():
        return bool(lacking) or not given
    if known.get("authority") and (unknown := draft.of("authority")):
        raise CalledWrongly(f"{unknown[0].wrong} {unknown[0].cure}")
    if lacking:
        options = ", ".join(f"--{name}" for name in lacking)
        raise CalledWrongly(f"missing: {options}. In a terminal, the command asks for it.")
    return False


def _ask(draft: LocalDraft, given: Mapping[str, Value]) -> None:
    """Ask for every setting in the order of the file."""
    say("Press Enter alone to take what stands in [brackets], or to leave a thing for later.")
    say(f"A hyphen ({NONE}) takes a setting away. Ctrl-C stops, and nothing is written.")
    for name, about in draft.schema.items():
        if name in given and not draft.of(name):
            continue
        if name in GROUPS:
            say(f"\n{GROUPS[name]}\n{'-' * len(GROUPS[name])}")
        words = f"{about['description']}{_form(name, about)}"
        ask(name, words, name in NEEDED, draft.shown(name), partial(draft.answer, name))


def _form(name: str, about: Mapping[str, object]) -> str:
    """Return the words that say what may be answered."""
    if name == "logo":
        return " Give the path of a .png file; it is copied."
    if name == "authority":
        return " The name or the code does too."
    if isinstance(choices := about.get("enum"), list):
        return f" One of: {', '.join(choices)}."
    if about.get("type") == "array":
        return " Put semicolons between them."
    return f" Write {str(about['x-expected']).replace(' in quotes', '')}." if "pattern" in about else ""


def _write(draft: LocalDraft, again: bool) -> None:
    """Write the logo, then the settings. Where the second can't be written, a new logo goes again."""
    root = draft.project.root
    files = {LOGO: draft.logo} if draft.logo is not None else {}
    done: list[Path] = []
    try:
        for name, raw in (files | {SITE: draft.raw()}).items():
            (write_over if again else write_new)(root / name, raw)
            done.append(root / name)
    except OSError:
        for path in () if again else done:
            path.unlink()
        with suppress(OSError):  # it holds something, or was never made
            (root / SITE).parent.rmdir()
        raise
    for path in done:
        print(path.relative_to(root).as_posix())
    if again and not draft.values.get("logo"):
        (root / LOGO).unlink(missing_ok=True)


def _next(draft: LocalDraft) -> None:
    """Say what is still to be filled in, and what comes next."""
    missing = draft.missing()
    say(f"\nBefore you publish, fill in {len(missing)} more in {SITE}:" if missing else "\nNothing is left to fill in.")
    for problem in missing:
        say(f"  {problem.field}: {problem.cure.removeprefix('Add it: ')}")
    if missing:
        say('Edit the file, or run "accord adopt --again". Until then "accord check" names them: no site is built.')
    say(NEXT)
