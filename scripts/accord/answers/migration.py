"""How a file of answers stands to today's guidance, and the file carried over to it. Nothing is ever dropped.

An answer whose words have changed keeps the digest of the words that it answered until somebody confirms it. So a file
tells, however often it was saved since, which answers nobody has looked at again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from accord.answers.answers import Answers
from accord.guidance.known import Known

FateName = Literal["kept", "reworded", "retired", "new"]
FATES: tuple[FateName, ...] = ("kept", "reworded", "retired", "new")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one thing asked. `then` are the words of that time where we hold them, `now` today's.

    `since` is the first version that asks no more; `replaced_by` the id that asks about it now, where one is named.
    """

    id: str
    fate: FateName
    then: str = ""
    now: str = ""
    since: str = ""
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The fates of a file's answers and of what is new: in the order of the sheets, what is retired last."""

    old: str
    new: str
    fates: tuple[Fate, ...]

    def of(self, fate: FateName) -> tuple[Fate, ...]:
        return tuple(each for each in self.fates if each.fate == fate)

    @property
    def nothing_to_do(self) -> bool:
        return len(self.of("kept")) == len(self.fates)


def report(file: Answers, known: Known) -> Report:
    """Return how a file stands to what is asked today."""
    return Report(file.guidance, known.release.version, (*_asked(file, known), *_retired(file, known)))


def _asked(file: Answers, known: Known) -> Iterator[Fate]:
    for sheet in known.sheets:
        used = any(item.id in file.answers for item in sheet.items)
        for item in sheet.items:
            answer = file.answers.get(item.id)
            if answer is None:
                if used:
                    yield Fate(item.id, "new", now=item.words)
            elif answer.asked == item.digest:
                yield Fate(item.id, "kept", item.words, item.words)
            else:
                then = known.wordings.get(item.id, {}).get(answer.asked, "")
                yield Fate(item.id, "reworded", then, item.words)


def _retired(file: Answers, known: Known) -> Iterator[Fate]:
    for name in sorted(file.answers):
        if name in known.gone:
            gone = known.gone[name]
            then = known.wordings[name].get(file.answers[name].asked, gone.wording.words)
            yield Fate(name, "retired", then, since=gone.retired, replaced_by=known.heirs.get(name, ""))


def carried(file: Answers, known: Known, confirmed: Iterable[str], saved: str) -> Answers:
    """Return the file as of today's guidance. `confirmed` are ids whose answers stand for today's words too.

    A file to which nothing happens keeps the day on which it was saved: to carry over twice is to carry over once.

    Raises KeyError: a confirmed id has no answer in the file, or is asked no more.
    """
    fresh = {name: replace(file.answers[name], asked=known.asked[name].digest) for name in confirmed}
    after = replace(file, guidance=known.release.version, answers={**file.answers, **fresh})
    return file if after == file else replace(after, saved=saved)
