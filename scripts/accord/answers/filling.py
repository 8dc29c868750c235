"""Which answers say something for a field of a document, which are open, and which are to older words."""

from accord.answers.answers import Answer, Answers
from accord.answers.export_words import OPEN, WORDS
from accord.answers.states import STATES
from accord.guidance.asked import QUESTION, Asked
from accord.guidance.known import Known
from accord.guidance.layout import Layout, LayoutField

APART = "not-applicable"


def says(answer: Answer | None, kind: str) -> bool:
    """Say whether an answer fills anything. A question that is ticked as answered and has no words fills nothing."""
    if answer is None or answer.state == "open":
        return False
    told = bool(answer.notes or answer.evidence)
    return told or answer.state == APART or (bool(answer.state) and kind != QUESTION)


def filled(field: LayoutField, file: Answers, known: Known) -> bool:
    """Say whether anything in the file fills a field."""
    blocks = ((file.project, field.project), (file.decision, field.decision))
    if any(values.get(name) for values, names in blocks for name in names):
        return True
    return any(says(file.answers.get(name), known.asked[name].kind) for name in field.answers)


def silent(field: LayoutField, file: Answers, known: Known) -> list[Asked]:
    """Return what a field could rest on and nobody has answered so far."""
    return [known.asked[name] for name in field.answers if not says(file.answers.get(name), known.asked[name].kind)]


def gaps(layout: Layout, file: Answers, known: Known) -> list[LayoutField]:
    """Return the fields that nothing fills."""
    return [field for field in layout.fields if not filled(field, file, known)]


def is_older(asked: Asked, answer: Answer) -> bool:
    """Say whether an answer is to words that have changed since."""
    return answer.asked != asked.digest


def is_open(asked: Asked, answer: Answer) -> bool:
    """Say whether an answer leaves something to do."""
    return answer.state in OPEN or not answer.state or is_older(asked, answer)


def opened(layout: Layout, file: Answers, known: Known) -> list[tuple[Asked, Answer]]:
    """Return the open answers of a file, in the order of the sheets: all, or those that the layout's fields name."""
    named = set(layout.answers)
    answered = ((asked, file.answers[name]) for name, asked in known.asked.items() if name in file.answers)
    return [pair for pair in answered if is_open(*pair) and (not named or pair[0].id in named)]


def state(asked_kind: str, answer: Answer) -> str:
    """Return the words of an answer's state."""
    return STATES[asked_kind].get(answer.state, WORDS["no-state"])
