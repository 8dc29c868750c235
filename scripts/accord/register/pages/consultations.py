"""Who was asked about a version before it was published: in a few words, and whole for the page of versions."""

from accord.commitment.amendment import parts
from accord.commitment.consultation import Consultation
from accord.commitment.text import Version
from accord.register.published import Published

GROUPS = {
    "families": "families and young people",
    "workers": "workers and their unions",
    "organisations": "organisations that signed or could sign",
    "unequal": "people whom unequal treatment would reach first",
}


def listed(g: Published) -> list[tuple[str, Consultation, Version | None]]:
    """Return each consultation with its version's number, and the version where it is published, newest first."""
    numbers = sorted((each.number for each in g.consultations), key=parts, reverse=True)
    told = {each.number: each for each in g.consultations}
    return [(number, told[number], g.commitment.by_number.get(number)) for number in numbers]


def asked(g: Published, version: Version | None) -> str:
    """Return the groups that were asked about a version, or that nobody was."""
    entry = next((each for each in g.consultations if version and each.number == version.number), None)
    groups = ", ".join(dict.fromkeys(GROUPS[one.group] for one in entry.asked)) if entry else ""
    return groups.capitalize() or "Nobody"
