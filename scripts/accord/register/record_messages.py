"""What is said of a record that can't stay so: what is wrong, and the cure, with `{parts}` to fill in.

The one source of these words for the check, `accord sign` and the signing page, whose scripts get them in
/api/record-rules.json. What is said of the forms of values is in register/record_values.py.
"""

from accord.files.characters import BYTES
from accord.files.schema_words import WORDS

MESSAGES: dict[str, tuple[str, str]] = {
    # A value (register/record_values.py)
    "empty": WORDS["empty"],  # as of any field
    "long": ("The value has {length} characters.", "Write up to {limit}."),
    "choice": ("{value} is not one of the choices.{near}", "Write {choices}."),
    "form": ("{value} has the wrong form.", "Write {expected}."),
    "day": ("{value} is no day of the calendar.", "Write {expected}."),
    "url": ("{value} is no address that we can link to.", "Write {expected}."),
    "address": ("The address has the sign {sign} ({code}), which can't stay in it.", "Write {instead} for it."),
    "inside": ("Only people inside an organisation can open the address.", "Give an address on the web."),
    # The fields (register/rules/record_fields.py)
    "missing": ('The field "{name}" is missing.', "Add it: {about}"),
    "use": ("The field is of no use where the kind is {kind}.", "Delete it."),
    "event": ("The field does not belong into a record of kind {event}.", "It is for {events}. Delete it."),
    "unknown": ("There is no such field.{near}", "Delete it. The fields of {event} are {names}."),
    "unknown-near": ("There is no such field.{near}", "Write that name."),
    "order": ('The field stands after "{last}" and belongs before it.', "Put the fields into the order of the guide."),
    # The file (files/text.py, of any text; register/reading.py)
    **BYTES,
    "longest": ("The value has {length} characters.", "Shorten it: no value has more than {limit}."),
    "twice": ("The field {name} stands twice (first on line {line}).", "Keep one of them."),
    "no-name": ("YAML takes this field's name for a yes, a no or nothing.", "Write a name of the guide."),
    # Its place (register/rules/record_names.py)
    "slug": (
        "{slug} can't be a signatory's short name.",
        "Use small letters, digits and single hyphens, up to 64, and none of the names that Windows keeps.",
    ),
    "place": ("The record says {own}, and its place {value}.", "Make the two the same."),
    # The version, its digest and its clauses (register/rules/record_versions.py)
    "version": ("There is no version {number}.{near}", "Published are {known}."),
    "digest": ("This is not the digest of version {number}.", "Write {digest}."),
    "digest-other": ("This is the digest of version {other}, and the record names {number}.", "Write {digest}."),
    "digest-copy": (
        "This is the digest of version {number} with {copy}: the words are the same, the bytes are not.",
        "Write {digest}.",
    ),
    "before": (
        "The record is dated before version {number} was published ({released}).",
        "Name the version that was there on the day.",
    ),
    "decided-before": (
        "The decision is dated before version {number} was published ({released}).",
        "Decide on the text as published, or leave the day out.",
    ),
    "decided-after": ("The decision is dated after the record ({day}).", "Write the day on which it was made."),
    "clause": ("Version {number} has no clause {clause}.{near}", "Its clauses are {names}."),
    "unanswered": ("The review does not answer for {clauses}.", "Answer for every clause of the version."),
    "why": ("The answer is {answer}, and no reason is given.", 'Write it into the field "{field}".'),
    # What the words hold (register/rules/record_fields.py)
    "mail": ("The value holds an e-mail address.", "Leave it out, and name a page of the organisation."),
    "at": ("The value holds an @, as e-mail addresses do.", "Leave it out."),
    "space": ("A space stands at an end of the value, or two together.", "Delete what is too much."),
    "character": (
        "The line has a sign that no record can hold: {sign} ({code}).",
        "Type it anew with letters of the English or Welsh keyboard, or leave it out.",
    ),
    "title": ("The office begins with a person's title ({title}).", "Name the office, never who holds it."),
    "future": ("The day {day} has not come: today is {today}.", "Write the day on which the record is made."),
    # Whom the name is like (register/rules/record_authorities.py)
    "reads-like": ("The name reads like that of {name} ({slug}).", "Write the full name under which it is registered."),
    "slug-reads-like": ("The short name reads like that of {name} ({slug}).", "Choose another short name."),
    # The authority (register/rules/record_authorities.py)
    "authority-slug": (
        "{slug} is the short name of an authority ({name}).",
        "Write {kind}, or choose another short name.",
    ),
    "several": ("The value names more than one authority.", "An authority signs for itself alone."),
    "code-twice": ("A code stands twice.", "Delete one of them."),
    "former": ("{code} is the former code of {name}.", "Write the new one: {new}."),
    "code": ("{code} is the code of no authority.{near}", "Look it up in data/authorities.yml."),
    "code-own": ("{code} is the code of no authority.{near}", "Write {own}, the code of {name}."),
    "ended": ("{name} ended on {until}, and the record is dated {day}.", "Name what took over: {heirs}."),
    "begins": ("{name} begins on {since}, and the record is dated {day}.", "Wait until that day."),
    "other": ("{code} is the code of {name}, whose short name is {slug}.", "Write {own}."),
    "other-none": (
        "{code} is the code of {name}, whose short name is {slug}.",
        "Move the record to commitment/signatories/{place}/.",
    ),
    # What it follows from (register/rules/record_history.py, record_targets.py)
    "over": ("The signature had ended by then ({path}).", "After an end, the next record is a new signing."),
    "same-day": (
        "An ending of this day counts after a signing of the same day ({path}).",
        "Sign from the next day on.",
    ),
    "unsigned": ("Nothing was signed before this review.", "Sign first, and review a year later."),
    "nothing": ("Nothing was signed that could end.", "Check the signatory and the day."),
    "target": ("No record has this digest.", 'Write "sha256:" and what sha256sum prints for the record that is meant.'),
    "later": (
        "The record that is meant is dated later ({path}).",
        'Write "sha256:" and what sha256sum prints for the record that is meant.',
    ),
    "no-field": ("The record that is meant can have no field {name}.", "Of that record can be corrected: {names}."),
    "no-field-stays": (
        "The record that is meant can have no field {name}.",
        "Such a record stays as it is: say in a new one what is right.",
    ),
    "fixed": (
        "The field {name} can't be corrected.",
        "Sign again instead: what was signed, and by whom, is never changed.",
    ),
    "fixed-stays": (
        "The field {name} can't be corrected.",
        "Such a record stays as it is: say in a new one what is right.",
    ),
    "no-use": ("The field {name} is of no use where the kind is {kind}.", "Leave it out."),
    "list-decides": (
        "{name} is an authority, and the list of authorities alone says who follows it.",
        "Make no record: have data/authorities.yml put right.",
    ),
    "itself": ("A signatory can't succeed itself.", "Name the one that takes over."),
    "circle": ("{heir} is itself succeeded by {slug}, so nobody would be left.", "Name another."),
    "heir-gone": ("{name} does not exist on {day}.", "Name the authority that does."),
    "heir-unknown": (
        "Nobody is on the register as {heir}.{near}",
        "Name a council, or a signatory that a steward has confirmed.",
    ),
}


def said(key: str, **parts: object) -> tuple[str, str]:
    """Return what is wrong and the cure, parts filled in. Raises KeyError for a key or a part that is not there."""
    wrong, cure = MESSAGES[key]
    return wrong.format(**parts), cure.format(**parts)
