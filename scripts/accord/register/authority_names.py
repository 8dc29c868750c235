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


def forms(authorities: Iterable[Authority], typed: bool = False) -> dict[str, list[Authority]]:
    """Return authorities by the form of each name, or also of what people type. Make it once for many names."""
    found: dict[str, list[Authority]] = {}
    for authority in authorities:
        for form in dict.fromkeys(map(reads_like, (*authority.names, *(authority.also_typed if typed else ())))):
            found.setdefault(form, []).append(authority)
    found.pop("", None)
    return found


def named(authorities: Iterable[Authority], words: str) -> list[Authority]:
    """Return those of whom a name, common name, earlier name or short form reads like these words."""
    return forms(authorities, typed=True).get(reads_like(words), [])


def find(authorities: Iterable[Authority], words: str) -> list[Authority]:
    """Return those that the words may mean: whose name they are first, then those whose name has all of the words.

    Where none has them: those with words that begin so, else with words that only a slip of the keys tells apart.
    """
    everyone = tuple(authorities)
    found = named(everyone, words)
    asked = set(_words(words)) - COUNCIL if re.search("[a-z]", words, re.IGNORECASE) else set()
    for same in (str.__eq__, str.startswith, _slip) if asked else ():
        for each in everyone:
            names = (_words(name) for name in (*each.names, *each.also_typed))
            if each not in found and any(all(any(same(o, word) for o in name) for word in asked) for name in names):
                found = [*found, each]
        if found:
            break
    return found


def _slip(one: str, other: str) -> bool:
    """Say whether two words are one, but for a letter too many or two that changed places.

    One letter for another is no slip: Harlow is not Harrow.
    """
    short, long = sorted((one, other), key=len)
    more = {long[:at] + long[at + 1 :] for at in range(len(long))} if len(short) > 3 else set()
    return one == other or short in more or (one[0] == other[0] and sorted(one) == sorted(other))


def suggestion(authorities: Iterable[Authority], words: str) -> str:
    """Return ` Did you mean "…" or "…"?` with the short names of up to three that the words may mean, or ""."""
    slugs = [shown(a.slug) for a in find(authorities, words)][:3]
    return f" Did you mean {listed(slugs, 'or')}?" if slugs else ""
