"""Where a signatory stands, in sentences with dates: the facts and what follows, no praise and no blame."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from accord.pages.encode import encode_all as typed
from accord.register.pages.signatories import named, shown
from accord.register.pages.words import METHOD, count, time
from accord.register.register import Register, Signatory

WAITING = Markup("A record of {} that says it signed version {} waits for a steward. It counts for nothing yet.")


def sentences(register: Register, s: Signatory) -> Iterator[Markup]:
    """Yield what is to be said, each one or two sentences."""
    state = s.standing.state
    if state == "inherits":
        names = Markup(", ").join(typed(named(register, slug)) for slug in s.inherits)
        yield Markup("It has not signed itself. The promises of these signatories come to it: {}.").format(names)
        return
    if state == "erased":
        yield Markup("A steward erased the record of its signing. What is left is the date, the ground and a digest.")
        return
    yield from _ended(register, s)
    yield from _signed(s)
    yield from _due(s, register.as_of)


def _ended(register: Register, s: Signatory) -> Iterator[Markup]:
    if s.standing.state == "withdrawn":
        yield Markup("It withdrew on {}. The record of what it signed stays.").format(time(s.standing.since))
        if s.standing.ended:
            yield Markup("Its reason: “{}”").format(shown(s, s.standing.ended, "reason"))
    if s.standing.state == "succeeded":
        names = Markup(", ").join(typed(named(register, slug)) for slug in s.successors)
        yield Markup("Since {} it is followed by: {}.").format(
            time(s.standing.since), names or "nobody on the register"
        )


def _signed(s: Signatory) -> Iterator[Markup]:
    record = s.signing
    if record is None:
        return
    version = typed(record.get("version"))
    confirmation = record.confirmation
    if confirmation is None:
        yield WAITING.format(time(record.date), version)
        return
    yield Markup("It signed version {} on {}.").format(version, time(record.date))
    how = METHOD.get(confirmation.get("method"), confirmation.get("method"))
    yield Markup("A steward confirmed this on {}, from {}.").format(time(confirmation.date), how)
    if s.claims:
        yield Markup("{} of this council for a steward. Nothing of that counts yet.").format(
            count(len(s.claims), "newer record waits", "newer records wait")
        )


def _due(s: Signatory, as_of: date) -> Iterator[Markup]:
    standing = s.standing
    if standing.sign_again:
        yield Markup("The text has changed in substance since. It has no confirmed signature on the newer text.")
    if standing.state == "lapsed" and standing.lapses:
        yield Markup("It published no review for two years, so its signature lapsed on {}.").format(
            time(standing.lapses)
        )
    elif standing.state in {"signed", "review-due", "to-sign-again"} and standing.review_due:
        late = standing.review_due <= as_of
        sentence = "Its yearly review was due on {}." if late else "Its next review is due on {}."
        yield Markup(sentence).format(time(standing.review_due))  # noqa: S704  our own words
