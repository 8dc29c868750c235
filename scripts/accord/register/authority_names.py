"""Names of organisations by their words: which authority somebody means, and which two names a reader takes for one."""

import re
from collections.abc import Iterable

from accord.files.messages import table
from accord.files.problem import listed, shown
from accord.register.authorities import Authority

_TABLE = table(__file__)
# Letters, digits and signs that look like a small letter, or are that letter with a mark. A fixed list of the signs
# that records allow (characters.py), so that no verdict depends on the Unicode that a Python knows. A long s is an s
# and looks like an f, so the two are one here.
_FOLD = str.maketrans(
    {sign: letter for letter, signs in _TABLE["like"].items() for sign in signs} | dict.fromkeys("'‘’")
)
PAIRS = _TABLE["pairs"]  # two letters that look like one


def _fold(text: str) -> str:
    folded = text.lower().translate(_FOLD)
    for two, one in PAIRS:
        folded = folded.replace(two, one)
    return folded


# What says that it is a council, and not which. "London" does so before "Borough" alone: the City is of London.
JOINING_WORDS, COUNCIL_WORDS = _TABLE["joining"], _TABLE["council"]
JOINING, COUNCIL = ({_fold(word) for word in words} for words in (JOINING_WORDS, COUNCIL_WORDS))
_LONDON = re.compile(rf"\b{_fold('london')} (?={_fold('boro')})")
_FIRST = "|".join(_fold(word) for word in ("londonborough", "royalborough", "borough", "city", "county", "council"))
_LAST = "|".join(_fold(word) for word in ("metropolitanborough", "londonborough", "borough", "city", "county"))
_RUN_TOGETHER = re.compile(f"^(?:the)?(?:{_FIRST}){_fold('of')}(?:the)?|(?:{_LAST})?{_fold('council')}$")  # in a slug


def _words(name: str) -> list[str]:
    """Return the words of a name, their letters folded, without those that only join."""
    words = " ".join(re.findall("[a-z]+", _fold(name)))
    return [word for word in _LONDON.sub("", words).split() if word not in JOINING]


def reads_like(name: str) -> str:
    """Return a form that is equal for names which a reader takes for one; empty where a name says only "council".

    Case, accents, spaces, punctuation and look-alike letters are set aside, and at both ends what says "a council".
    """
    words = _words(name)
    while words and words[0] in COUNCIL:
        words.pop(0)
    while words and words[-1] in COUNCIL:
        words.pop()
    return _RUN_TOGETHER.sub("", _fold("".join(words)))


def forms(authorities: Iterable[Authority]) -> dict[str, list[Authority]]:
    """Return authorities by the form of each of their names. Make it once where many names are asked after."""
    found: dict[str, list[Authority]] = {}
    for authority in authorities:
        for form in dict.fromkeys(map(reads_like, authority.names)):
            found.setdefault(form, []).append(authority)
    found.pop("", None)
    return found


def named(authorities: Iterable[Authority], words: str) -> list[Authority]:
    """Return those of whom a name, common name or earlier name reads like these words."""
    return forms(authorities).get(reads_like(words), [])


def find(authorities: Iterable[Authority], words: str) -> list[Authority]:
    """Return those that the words may mean: whose name they are first, then those whose name has all of the words."""
    everyone = tuple(authorities)
    exact = named(everyone, words)
    asked = set(_words(words)) - COUNCIL
    near = (a for a in everyone if a not in exact and any(asked <= set(_words(name)) for name in a.names))
    return [*exact, *near] if asked else exact


def suggestion(authorities: Iterable[Authority], words: str) -> str:
    """Return ` Did you mean "…" or "…"?` with the short names of up to three that the words may mean, or ""."""
    slugs = [shown(a.slug) for a in find(authorities, words)][:3]
    return f" Did you mean {listed(slugs, 'or')}?" if slugs else ""
