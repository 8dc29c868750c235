"""What makes a copy a council's own: its settings and its notes. Fields are those of the JSON Schemas."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalSite:
    """The settings in data/local/site.yml. Days are ISO 8601."""

    path: str
    authority: str  # slug
    council: str
    name: str
    contact: str
    address: str = ""
    repository: str = ""
    logo: str = ""
    accessibility_contact: str = ""
    accessibility_answer: str = ""
    accessibility_formats: str = ""
    accessibility_status: str = ""
    accessibility_problems: tuple[str, ...] = ()
    accessibility_prepared: str = ""
    accessibility_tested: str = ""
    privacy_contact: str = ""
    privacy_host: str = ""
    privacy_notice: str = ""
    privacy_logs: str = ""
    security_contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the council adds beside the promise or practice `id`. `text` holds paragraphs, which may hold [[marks]]."""

    path: str
    id: str
    text: tuple[str, ...]
    date: str
    office: str


@dataclass(frozen=True)
class Local:
    """`notes` are by the id that they stand beside; `upstream` is the name of upstream's site."""

    site: LocalSite
    notes: Mapping[str, Note]
    upstream: str
