"""Who was asked about a version before it was published: data/consultations/. Fields are those of the schema."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """People whom stewards asked directly. `group` is one of those that GOVERNANCE.md names."""

    group: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """`path` is that of its file. What is not known yet is empty; so are the days of an emergency."""

    path: str
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
