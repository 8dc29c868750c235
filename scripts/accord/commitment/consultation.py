"""What a version changes, who was asked about it and what people said: data/consultations/ and data/suggestions/.

Fields are those of the schemas. A consultation speaks of a version as a whole, a suggestion of one voice.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """People whom stewards asked directly. `group` is one of those that GOVERNANCE.md names."""

    group: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What is said of one change: of a clause, or of the paragraph or item outside that begins with `text`."""

    amendment: str  # one of commitment/text.py CLASSES
    what: str
    why: str
    clause: str = ""
    text: str = ""
    signatories: str = ""
    families: str = ""
    suppliers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """`outcome` is "waiting" until those who decide have answered."""

    path: str
    date: str
    group: str
    who: str
    said: str
    outcome: str
    organisation: str = ""
    agreed: str = ""
    about: tuple[str, ...] = ()
    quote: str = ""
    permission: str = ""
    why: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """`path` is that of its file. What is not known yet is empty; so are the days of an emergency."""

    path: str
    changes: tuple[Amendment, ...] = ()
    opened: str = ""
    closed: str = ""
    asked: tuple[Asked, ...] = ()
    said: str = ""
    unchanged: str = ""
    url: str = ""
    emergency: str = ""

    @property
    def number(self) -> str:
        return PurePosixPath(self.path).stem
