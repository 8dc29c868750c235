"""A clause's id means one promise for ever: numbers rise by one, and one that was given up is not used again."""

from collections.abc import Iterator

from accord.commitment.build import NUMBER
from accord.commitment.folder import Texts, read_texts
from accord.commitment.text import Clause, Text, parts
from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield clauses out of order, twice, with a gap before them, or with an id that was retired."""
    before: list[Text] = []
    for path, text in in_order(read_texts(inputs.project)):
        yield from _numbers(path, text, before)
        before.append(text)


def in_order(folder: Texts) -> Iterator[tuple[str, Text]]:
    """Yield each text that could be read with its path: the versions by number, and the draft last."""
    for number in sorted(filter(NUMBER.match, folder.texts), key=parts):
        if text := folder.texts[number].text:
            yield folder.texts[number].path, text
    if folder.draft and folder.draft.text:
        yield folder.draft.path, folder.draft.text


def _numbers(path: str, text: Text, before: list[Text]) -> Iterator[Problem]:
    used = {name for earlier in before for name in earlier.by_id}
    alive = set(before[-1].by_id) if before else set()
    seen: dict[str, Clause] = {}
    last: dict[str, int] = {}
    for clause in text.clauses:
        if clause.id in seen:
            wrong = f"{clause.label} stands twice (first on line {seen[clause.id].line})."
            yield Problem(path, clause.line, "", wrong, "Give each clause its own number.")
        elif clause.id in used - alive:
            wrong = f"{clause.label} was given up in an earlier version, and its number is not used again."
            yield Problem(path, clause.line, "", wrong, "Give the clause the next number that no version has had.")
        elif clause.number < last.get(clause.value, 0):
            wrong = f"{clause.label} stands after {_label(clause, last[clause.value])}."
            yield Problem(path, clause.line, "", wrong, "Put the clauses of a value in the order of their numbers.")
        else:
            yield from _gap(path, clause, last.get(clause.value, 0), used)
        seen.setdefault(clause.id, clause)
        last[clause.value] = max(clause.number, last.get(clause.value, 0))


def _gap(path: str, clause: Clause, last: int, used: set[str]) -> Iterator[Problem]:
    missing = [n for n in range(last + 1, clause.number) if f"{clause.value}-{n}" not in used]
    if missing:
        wrong = f"{clause.label} leaves a gap: no text has {shown(_label(clause, missing[0]))}."
        yield Problem(path, clause.line, "", wrong, "Number the clauses of a value 1, 2, 3 and so on.")


def _label(clause: Clause, number: int) -> str:
    return f"{clause.label.rpartition(' ')[0]} {number}"
