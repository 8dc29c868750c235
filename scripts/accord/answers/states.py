"""The states that an answer can have, by the kind of what is asked, and their words on a page and in a report.

A state says what there is to show. None of them is a score, and nothing adds them up.
"""

from accord.guidance.asked import PRACTICE, QUESTION, RECOMMENDATION, SUPPLIER

STATES: dict[str, dict[str, str]] = {
    QUESTION: {"answered": "Answered", "open": "Open: we do not know yet", "not-applicable": "Does not apply here"},
    PRACTICE: {"done": "Done", "partly": "Partly done", "not-yet": "Not yet", "not-applicable": "Does not apply here"},
    RECOMMENDATION: {"planned": "Planned", "doing": "Under way", "done": "Done", "not-ours": "Not ours to do"},
    SUPPLIER: {
        "shown": "Shown: we hold the evidence in writing",
        "said": "Said, and no evidence yet",
        "not-shown": "Not shown",
        "not-applicable": "Does not apply here",
    },
}
# States that leave something to do, whichever the kind.
OPEN = ("open", "partly", "not-yet", "planned", "doing", "said", "not-shown")
DECISIONS = {"yes": "Yes, on these conditions", "not-yet": "Not yet", "no": "No"}
