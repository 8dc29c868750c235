"""A bill of materials in CycloneDX 1.6 (ECMA-424): the same bytes each time from the locks and the vendored scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid5

from accord.supply.licences import LICENCES
from accord.supply.lock import Pinned
from accord.supply.vendored import Vendored

SPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 9562's name space for addresses
OWN = "machine-learning-in-childrens-social-care"


@dataclass(frozen=True)
class Parts:
    """`needed` is what the site and the program need, `tests` what the tests need (and some of the same)."""

    version: str  # of the guidance
    needed: Sequence[Pinned]
    tests: Sequence[Pinned]
    vendored: Sequence[Vendored]


def bill(parts: Parts, as_of: date) -> str:
    """Return the JSON file.

    Raises:
        KeyError: the licence of a locked package is not known.
    """
    refs = {_ref(pin) for pin in parts.needed}
    rest = [pin for pin in parts.tests if _ref(pin) not in refs]
    components = [
        *(_python(pin, "required") for pin in parts.needed),
        *(_python(pin, "excluded") for pin in rest),
        *map(_script, parts.vendored),
    ]
    components.sort(key=lambda component: str(component["bom-ref"]))
    body = {
        "metadata": {"timestamp": f"{as_of.isoformat()}T00:00:00Z", "component": _own(parts.version)},
        "components": components,
        "dependencies": list(_dependencies([*parts.needed, *rest], parts.vendored)),
    }
    serial = uuid5(SPACE, json.dumps(body, sort_keys=True))
    head = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
    }
    return json.dumps(head | body, ensure_ascii=False, indent=1) + "\n"


def _own(version: str) -> dict[str, Any]:
    return {
        "type": "application",
        "bom-ref": OWN,
        "name": OWN,
        "version": version,
        "description": "The program is under the MIT licence, the words and data under CC BY 4.0.",
        "licenses": [{"expression": "MIT AND CC-BY-4.0"}],
    }


def _ref(pin: Pinned) -> str:
    """Return the package's address as a purl (ECMA-427)."""
    return f"pkg:pypi/{pin.name}@{quote(pin.version, safe='.')}"


def _python(pin: Pinned, scope: str) -> dict[str, Any]:
    """Return a package. Its hashes are of several files, one of which is installed: they stand with where those are."""
    distribution = {
        "type": "distribution",
        "url": f"https://pypi.org/simple/{pin.name}/",
        "comment": "the files of which one is installed",
        "hashes": [{"alg": "SHA-256", "content": content} for content in pin.hashes],
    }
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _ref(pin),
        "name": pin.name,
        "version": pin.version,
        "scope": scope,
        "licenses": [_licence(LICENCES[pin.name])],
        "purl": _ref(pin),
        "externalReferences": [distribution],
    }
    if pin.marker:
        component["properties"] = [{"name": "accord:marker", "value": pin.marker}]
    return component


def _licence(expression: str) -> dict[str, Any]:
    return {"expression": expression} if " " in expression else {"license": {"id": expression}}


def _script(script: Vendored) -> dict[str, Any]:
    ref = f"pkg:npm/{script.package}@{script.version}"
    source = {
        "type": "distribution",
        "url": script.address,
        "hashes": [{"alg": "SHA-256", "content": script.source_sha}],
    }
    return {
        "type": "library",
        "bom-ref": ref,
        "name": script.package,
        "version": script.version,
        "description": f"docs/assets/vendor/{script.file}, made as README.txt beside it says",
        "scope": "required",
        "hashes": [{"alg": "SHA-256", "content": script.sha}],
        "licenses": [_licence(script.licence)],
        "copyright": f"Copyright {script.holder}",
        "purl": ref,
        "externalReferences": [source],
    }


def _dependencies(pins: Sequence[Pinned], scripts: Sequence[Vendored]) -> Iterable[dict[str, Any]]:
    """Yield what asks for what. A package that is locked in two versions, for two Pythons, stands for both."""
    refs: dict[str, list[str]] = {}
    for pin in pins:
        refs.setdefault(pin.name, []).append(_ref(pin))
    asked: dict[str, set[str]] = {ref: set() for each in refs.values() for ref in each}
    asked[OWN] = {f"pkg:npm/{script.package}@{script.version}" for script in scripts}
    for ref in asked[OWN].copy():
        asked[ref] = set()
    for pin in pins:
        for asker in pin.via:
            for ref in refs.get(asker.partition("[")[0], [OWN] if asker.endswith(".in") else []):
                asked[ref].add(_ref(pin))
    for ref in sorted(asked):
        yield {"ref": ref, "dependsOn": sorted(asked[ref])} if asked[ref] else {"ref": ref}
