"""What a letter says to a signatory of its own records: where it stands, and how it answered for a promise.

It is said to "you", in short words, with dates, without praise or blame. What to ask is in questions.py.
"""

from collections.abc import Iterator

from markupsafe import Markup

from accord.pages.encode import encode_all as typed
from accord.register.pages.words import ANSWER, named, shown, time
from accord.register.register import Register, Signatory
from accord.register.standing import COUNTED

SIGNED = Markup("You signed version {} of the Commitment on {}.")
CONFIRMED = Markup("A steward of the register confirmed this on {}.")
WAITING = Markup("A record of {} says that you signed version {} of the Commitment. It is not confirmed yet.")
WITHDREW = Markup("You withdrew on {}. So it is not your promise today.")
FOLLOWED = Markup("Since {} you are followed by: {}.")
LAPSED = Markup("You published no review for two years. So your signature lapsed on {}.")
CHANGED = Markup(
    "What is promised has changed since. The register has no confirmed signature of yours on the newer text."
)
REVIEWED = Markup("Your newest review is of {}.")
NO_REVIEW = Markup("You have published no review since you signed.")
APART = Markup("You left one promise out when you signed. It is marked below.")
MANY_APART = Markup("You left out {} promises when you signed. Those that I ask about are marked below.")
INHERITS = Markup("You have not signed the Commitment yourself. You take over from {}, with the promises.")
ERASED = Markup("A record that said you had signed was erased. So I do not know whether you signed.")
NAMED = Markup("The text that the record names says")
PROMISED, PAST = Markup("You promised"), Markup("The text that you signed then says")
SET_APART = Markup("The text says")


def sentences(register: Register, s: Signatory) -> Iterator[Markup]:
    """Yield what the letter says of where the signatory stands, each one or two sentences."""
    state = s.standing.state
    if state == "inherits":
        yield INHERITS.format(_names(register, s.inherits))
    elif state == "erased":
        yield ERASED
    else:
        yield from _signed(s)
        yield from _ended(register, s)
        if state in COUNTED:
            yield from _kept_up(s)


def lead(s: Signatory, clause: str) -> Markup:
    """Return the words before a promise: only a confirmed signature that counts, and sets it not apart, promises it."""
    signed = s.signing
    if signed is None or signed.confirmation is None:
        return NAMED
    if s.standing.state not in COUNTED:
        return PAST
    return SET_APART if clause in signed.reservations else PROMISED


def answer(s: Signatory, clause: str) -> Iterator[Markup]:
    """Yield what the signatory set apart or reported on one promise. Nothing where its answers do not count."""
    signed, review = s.signing, s.standing.review
    if signed is None or s.standing.state not in COUNTED:
        return
    if clause in signed.reservations:
        reason = typed(signed.reservations[clause])
        yield Markup("You left this promise out when you signed. You wrote: “{}”").format(reason)
    if review is None or not (given := s.value(review, clause)):
        return
    label = ANSWER.get(given, "")
    yield Markup("Your review of {} answers: “{}”.").format(time(review.date), label or typed(given))
    if why := shown(s, review, f"{clause}_why"):
        yield Markup("You wrote: “{}”").format(why)
    if link := shown(s, review, f"{clause}_evidence"):
        yield Markup("You pointed to: {}").format(link)
    elif given == "kept":
        yield Markup("You gave no link that shows it.")


def _signed(s: Signatory) -> Iterator[Markup]:
    record = s.signing
    if record is None:
        return
    version = typed(record.get("version"))
    if record.confirmation is None:
        yield WAITING.format(time(record.date), version)
        return
    yield SIGNED.format(version, time(record.date))
    yield CONFIRMED.format(time(record.confirmation.date))


def _ended(register: Register, s: Signatory) -> Iterator[Markup]:
    standing = s.standing
    if standing.state == "withdrawn":
        yield WITHDREW.format(time(standing.since))
        if standing.ended:
            yield Markup("The reason given: “{}”").format(shown(s, standing.ended, "reason"))
    if standing.state == "succeeded":
        yield FOLLOWED.format(time(standing.since), _names(register, s.successors) or "nobody on the register")


def _kept_up(s: Signatory) -> Iterator[Markup]:
    standing, signed = s.standing, s.signing
    if standing.state == "lapsed" and standing.lapses:
        yield LAPSED.format(time(standing.lapses))
    if standing.sign_again:
        yield CHANGED
    if standing.review:
        yield REVIEWED.format(time(standing.review.date))
    elif standing.state != "lapsed":
        yield NO_REVIEW
    if apart := len(signed.reservations) if signed else 0:
        yield APART if apart == 1 else MANY_APART.format(apart)


def _names(register: Register, slugs: tuple[str, ...]) -> Markup:
    return Markup(", ").join(typed(named(register, slug)) for slug in slugs)
