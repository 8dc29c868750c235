"""What a reader may ask a signatory: made from what it has not kept, not answered, or not said."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from accord.commitment.text import Version
from accord.register.pages.words import CLAUSE, TEXTS, count, reviews, time
from accord.register.register import Signatory
from accord.register.standing import COUNTED

ASK = {name: Markup(words) for name, words in TEXTS["questions"].items()}  # noqa: S704  our own words
REPORTS = ("partly", "not-yet", "not-applicable")


def general(s: Signatory, as_of: date) -> Iterator[Markup]:
    """Yield the questions that concern the signature as a whole, as it stands on a day."""
    standing, signed = s.standing, s.signing
    state, due = standing.state, standing.review_due
    if state in ASK:
        yield ASK[state]
    if due and due <= as_of and state in {"review-due", "to-sign-again"}:
        yield ASK["late"].format(time(due))
    if signed and not standing.review and state in COUNTED:
        yield ASK["since"].format(time(signed.date)) if reviews(s) else ASK["unreported"]
    if state in COUNTED and (bare := unshown(s)):
        yield ASK["unshown"].format(count(bare, "promise", "promises"))


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
            yield clause.id, ASK["reserved"]
        elif answer in REPORTS:
            yield clause.id, ASK[answer]
        elif review and not answer:
            yield clause.id, ASK["silent"]
