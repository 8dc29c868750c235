"""The oldest version of each package in which a published weakness is mended. A lock below one is refused by a test.

Looked up on 22 November 2026. Not a scan: for what came since, `pip-audit -r requirements.txt` asks the network.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Floor:
    """`advisory` is the number under which the weakness was published, and `about` says in a few words what it is."""

    package: str
    version: str
    advisory: str
    about: str


FLOORS = (
    Floor("certifi", "2024.7.4", "CVE-2024-39689", "trusts a root that was withdrawn"),
    Floor("click", "8.3.3", "CVE-2026-7246", "runs commands through click.edit"),
    Floor("cryptography", "46.0.5", "CVE-2026-26007", "takes points outside the right group of some curves"),
    Floor("cryptography", "50.0.0", "CVE-2026-69247", "tells apart why PKCS#7 did not decrypt"),
    Floor("idna", "3.7", "CVE-2024-3651", "takes too long over a long name"),
    Floor("jinja2", "3.1.6", "CVE-2025-27516", "a template leaves the sandbox"),
    Floor("markdown", "3.8.1", "CVE-2025-69534", "fails on an open <!["),
    Floor("mkdocs-material", "9.7.7", "CVE-2026-73295", "runs a script from ?q= where suggestions are on"),
    Floor("pygments", "2.20.0", "CVE-2026-4539", "takes too long over some input"),
    Floor("pymdown-extensions", "11.0.1", "CVE-2026-67422", "takes for ever over fifty bytes"),
    Floor("pytest", "9.0.3", "CVE-2025-71176", "shares a folder in /tmp"),
    Floor("pyyaml", "5.4", "CVE-2020-14343", "runs code from YAML by its full loader"),
    Floor("requests", "2.32.4", "CVE-2024-47081", "sends a .netrc's password elsewhere"),
    Floor("requests", "2.33.0", "CVE-2026-25645", "unpacks to a name that can be guessed"),
    Floor("setuptools", "78.1.1", "CVE-2025-47273", "writes outside its folder"),
    Floor("urllib3", "2.6.3", "CVE-2026-21441", "unpacks without a bound on the way of a redirect"),
    Floor("urllib3", "2.7.0", "CVE-2026-44432", "unpacks more than was asked for"),
)
