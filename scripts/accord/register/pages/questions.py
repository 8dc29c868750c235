"""What a reader may ask a signatory: made from what it has not kept, not answered, or not said."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from accord.commitment.text import Version
from accord.register.pages.history import CLAUSE
from accord.register.pages.words import count, reviews, time
from accord.register.register import Signatory
from accord.register.standing import COUNTED

ASK = {
    "partly": Markup("You said that you keep this in part. Which part is missing, and when will it come?"),
    "not-yet": Markup("You said that you do not keep this yet. What is in the way, and by when will you keep it?"),
    "not-applicable": Markup("You said that this does not apply to you. Why not, and when did you last look?"),
}
RESERVED = Markup("You left this promise out when you signed. What would have to change for you to make it?")
SILENT = Markup("Your review does not speak of this promise. Do you keep it?")
BY_STATE = {
    "waiting": "Which public page or minute shows that you signed?",
    "lapsed": "Do you still mean to keep these promises? When will you publish a review?",
    "to-sign-again": "When will you decide about the newer text?",
    "withdrawn": "Which of these promises do you still keep?",
    "succeeded": "Who answers for these promises now?",
    "inherits": "Do you keep the promises that you take over? When will you decide whether to sign yourself?",
    "erased": "Did you sign the Commitment? Do you keep its promises?",
}
UNREPORTED = Markup("You have not reported on any promise yet. Which do you keep today, and how can we see that?")
SINCE = Markup("You have not reported since you signed on {}. Which do you keep today, and how can we see that?")
UNSHOWN = Markup("Your review says “kept” to {}, without a link that shows it. What shows it?")
ALL_KEPT = Markup("Its newest review says “kept” to every promise. You can ask to see what shows it.")


def general(s: Signatory, as_of: date) -> Iterator[Markup]:
    """Yield the questions that concern the signature as a whole, as it stands on a day."""
    standing, signed = s.standing, s.signing
    state, due = standing.state, standing.review_due
    if state in BY_STATE:
        yield Markup(BY_STATE[state])  # noqa: S704  our own words
    if due and due <= as_of and state in {"review-due", "to-sign-again"}:
        yield Markup("Your review was due on {}. When will you publish it?").format(time(due))
    if signed and not standing.review and state in COUNTED:
        yield SINCE.format(time(signed.date)) if reviews(s) else UNREPORTED
    if state in COUNTED and (bare := unshown(s)):
        yield UNSHOWN.format(count(bare, "promise", "promises"))


def unshown(s: Signatory) -> int:
    """Return to how many promises the newest review says “kept” and gives no address of evidence."""
    review = s.standing.review
    names = [name for name in review.fields if CLAUSE.fullmatch(name)] if review else []
    return sum(bool(review and s.value(review, n) == "kept" and not s.value(review, f"{n}_evidence")) for n in names)


def by_clause(s: Signatory, version: Version | None) -> Iterator[tuple[str, Markup]]:
    """Yield a clause's id and the question that its answer, or its reservation, calls for.

    None before a steward has confirmed that the answers are its own, and none after it has ended its signature.
    """
    if s.standing.state not in COUNTED:
        return
    review, signed = s.standing.review, s.signing
    reserved = signed.reservations if signed else {}
    for clause in version.text.clauses if version else ():
        answer = s.value(review, clause.id) if review else ""
        if clause.id in reserved:
            yield clause.id, RESERVED
        elif answer in ASK:
            yield clause.id, ASK[answer]
        elif review and not answer:
            yield clause.id, SILENT
