"""What documents made from answers say around those answers: for `accord export` and for the worksheets on the site.

The worksheets' scripts get them in /api/exports.json, so that both make the same words. `{parts}` are filled in.
"""

WORDS: dict[str, str] = {
    "title": "{title}: {name}",
    "draft": "{title}: draft",
    "note": "A draft, made from answers",
    "check": "People must check every word before anyone relies on it. It is not legal advice.",
    "made": "Made from answers saved on {day}, with version {version} of the guidance.",
    "older": "Today’s guidance is version {version}. Answers to words that have changed since are marked.",
    "preparation": "{version}, in preparation",
    "count": "Fields that an answer fills: {filled} of {total}. Not filled: {gaps}.",
    "opened": "Answers that are open: {open}.",
    "no-gaps": "Nothing: every field has something in it. Whether it is enough, people must say.",
    "nothing-open": "None that the file holds. What was never answered is not in this list.",
    "no-state": "No state is chosen",
    "evidence": "Evidence: ",
    "who": "Who: {role}.",
    "by": "By {day}.",
    "old-words": "What is asked has been reworded since. Somebody has to confirm the answer.",
    "unanswered": "Not answered yet: ",
    "no-project": "The file says nothing about the project.",
    "no-decision": "The file holds no decision. “Not yet” and “no” are decisions too.",
    "no-answers": "The file holds no answers.",
    "some": "{there} of {all} have an answer.",
    "untouched": "Sheets without an answer: ",
    "no-retired": "Nothing: every answer is to something that is asked today.",
    "retired": "No longer asked, since version {version}.",
    "ask": "Ask to see: {evidence}.",
    "supplier-form": "For the supplier to fill in",
    "supplier-answer": "Answer",
    "supplier-proof": "Evidence, and where we can see it",
    "basis": "What this rests on",
}

# What the fields of the project and of the decision are called in a document.
PROJECT_LABELS = {
    "name": "Project",
    "organisation": "Organisation",
    "purpose": "The problem",
    "use_of_ml": "Use of machine learning",
    "supplier": "Supplier",
    "office": "Office that keeps the answers",
    "url": "Public page",
}
DECISION_LABELS = {
    "answer": "Decision",
    "reasons": "Reasons",
    "conditions": "Conditions, or what has to change",
    "office": "Decided by",
    "decided": "Day of the decision",
    "look_again": "To look again on",
}
# States that leave something to do, whichever the kind.
OPEN = ("open", "partly", "not-yet", "planned", "doing", "said", "not-shown")


def told(key: str, **parts: object) -> str:
    """Return words, parts filled in. Raises KeyError for a key or a part that is not there."""
    return WORDS[key].format(**parts)
