"""A register in memory: the bakers' sample, varied case by case, and counted without a key.

A record's name is its path without what all have: `ovenby/2025-02-01-signed`. A `target` that is such a name becomes
that record's digest once the files are asked for, so a record that a case changes keeps what confirms it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from accord.files.problem import Problem
from accord.files.tree import Overlay
from accord.project import reading
from accord.project.reading import Project
from accord.register.folder import Folder, put_folder, read_folder, read_record
from accord.register.record_fields import fields
from accord.seals import chain
from accord.seals.chain import Chain, Files, Seal
from tests import support

S = "commitment/signatories/"
CLAUSES = ("warmth-1", "warmth-2", "patience-1")  # of both versions of the sample
OFFICES = ("north", "south")
KEYS = {office: f"ssh-ed25519 AAAA{office * 10}{'A' * 10}" for office in (*OFFICES, "east")}


@cache
def sample_project() -> Project:
    """Return the sample project without a record, read once."""
    files = support.files()
    return reading.load(support.Files({at: raw for at, raw in files.files.items() if not at.startswith(S)}))


@cache
def digest_of(version: str) -> str:
    return sha(read_folder(sample_project()).texts[version].raw)


def sha(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def path(name: str) -> str:
    """Return the path of a record by its name. A path stays as it is."""
    return name if "/" not in name or name.startswith(("commitment/", "data/")) else f"{S}{name}.yml"


def written(values: Mapping[str, str]) -> bytes:
    """Return the file of a record, its fields in the order in which they are given."""
    escaped = {name: value.replace("\\", "\\\\").replace('"', '\\"') for name, value in values.items()}
    return "".join(f'{name}: "{value}"\n' for name, value in escaped.items()).encode()


class Register:
    """Files by path: the fields of a record, or bytes. Seals lie among them once `seal` was called."""

    def __init__(self) -> None:
        self.files: dict[str, dict[str, str] | bytes] = {}
        self.gone: dict[str, str] = {}  # digests of what was erased, by path
        self.unsealed: set[str] = set()  # what a seal would leave out

    def add(self, name: str, /, **values: str | None) -> Register:
        """Add a record with the fields that its event needs, and these; None leaves one out."""
        slug, _, file = name.partition("/")
        day, event = file[:10], file[11:].partition("-")[0]
        found = {"event": event, "signatory": slug, "date": day, **_usual(event, slug)} | values
        if (number := found.get("version")) in ("1.0.0", "1.1.0"):
            found.setdefault("digest", digest_of(str(number)))
        order = [spec.name for spec in fields(event, CLAUSES)]
        given = {key: value for key, value in found.items() if value is not None}
        self.files[path(name)] = {key: given[key] for key in sorted(given, key=lambda key: _place(order, key))}
        return self

    def confirm(self, name: str, day: str = "", /, **values: str | None) -> Register:
        """Add what confirms a record, on its own day where no other is given."""
        slug, _, file = name.partition("/")
        first = f"{slug}/{day or file[:10]}-confirmed"
        free = next(n for n in (first, *(f"{first}-{k}" for k in range(2, 99))) if path(n) not in self.files)
        return self.add(free, target=name, **{"method": "letter", **values})

    def counts(self, name: str, day: str = "", /, **values: str | None) -> Register:
        """Add a record and what confirms it."""
        return self.add(name, **values).confirm(name, day)

    def set(self, name: str, /, **values: str) -> Register:
        """Change fields of a record, where they stand; a new one comes last."""
        found = self.files[path(name)]
        assert isinstance(found, dict)
        found.update(values)
        return self

    def edit(self, name: str, old: str, new: str) -> Register:
        text = self.raw(name).decode()
        assert old in text, old
        return self.put(name, text.replace(old, new, 1).encode())

    def put(self, name: str, raw: bytes) -> Register:
        self.files[path(name)] = raw
        return self

    def drop(self, *names: str) -> Register:
        for name in names:
            del self.files[path(name)]
        return self

    def erase(self, name: str, day: str = "2026-05-30", /, **values: str) -> Register:
        """Leave of a record what a steward leaves."""
        self.gone[path(name)] = sha(self.raw(name))
        told = {"digest": self.gone[path(name)], "date": day, "ground": "It named a person.", **values}
        return self.drop(name).put(f"{path(name)}.erased", written(told))

    def raw(self, name: str) -> bytes:
        found = self.files[path(name)]
        if isinstance(found, bytes):
            return found
        meant = path(found.get("target", ""))
        known = self.gone.get(meant) or (sha(self.raw(meant)) if meant in self.files else "")
        return written({**found, "target": known} if known else found)

    def names(self) -> list[str]:
        """Return the names of the records, erased ones left out."""
        return sorted(at[len(S) : -len(".yml")] for at in self.files if at.startswith(S) and at.endswith(".yml"))

    def lay(self, root: Path) -> Path:
        """Lay the files into a project, and return its folder."""
        for at in self.files:
            support.write(root, at, self.raw(at))
        return root

    def folder(self) -> Folder:
        """Return commitment/ as it would be read, under no chain of seals yet. Reading finds what it finds."""
        return self._read()[0]

    def project(self) -> Project:
        """Return the project as it would be read, with all that is confirmed under a seal."""
        folder, problems = self._read()
        over = Overlay(sample_project().tree, {at: self.raw(at) for at in self.files})
        folder = replace(folder, tree=over, problems=problems)
        made = replace(sample_project(), tree=over)
        if not any(name.startswith(chain.FOLDER) for name in self.files):
            return counting(put_folder(made, folder), {path(name) for name in self.unsealed})
        return put_folder(made, folder.under(chain.follow(Files(self.files, self._start, self._digest))))

    def _read(self) -> tuple[Folder, list[Problem]]:
        records, erased, problems = [], [], []
        for at in sorted(self.files, key=lambda at: at.replace("/", "\0")):
            if at.endswith(".erased"):
                left, found = read_record(at, self.raw(at))
                erased.append(left)
            elif at.startswith(S):
                file, found = read_record(at, self.raw(at))
                records.append(file)
            else:
                continue
            problems.extend(found)
        sealing = [at for at in self.files if at == chain.STEWARDS or at.startswith(chain.FOLDER)]
        return replace(read_folder(sample_project()), records=records, erased=erased, sealing=sealing), problems

    def _start(self, at: str, most: int) -> bytes | None:
        return self.raw(at)[: most + 1] if at in self.files else None

    def _digest(self, at: str) -> str | None:
        return sha(self.raw(at))[7:] if at in self.files else _published().get(at)

    def name_stewards(self, *rows: str) -> Register:
        return self.put(chain.STEWARDS, "".join(f"{row}\n" for row in rows or map(steward, OFFICES)).encode())

    def seal(self, day: str, *offices: str, lines: Mapping[str, str | None] | None = None) -> Register:
        """Seal all that counts, as these offices would. The list of keys goes beside it where it is new.

        `lines` are other digests than the right ones, by path; None leaves a line out.
        """
        self.files = {name: self.raw(name) for name in self.files}  # from now on, no digest follows a change
        at = f"{chain.FOLDER}{day}.sha256"
        keys, beside = self.raw(chain.STEWARDS), chain.stewards_of(at)
        if not any(name.endswith(".stewards") and self.raw(name) == keys for name in self.files):
            self.put(beside, keys)
        right = {**_published(), **{name: sha(self.raw(name))[7:] for name in self._sealable()}}
        listed = {name: told for name, told in {**right, **(lines or {})}.items() if told}
        rows = [f"# {day} adds what counts", *(f"{listed[name]}  {name}" for name in sorted(listed))]
        self.put(at, "".join(f"{row}\n" for row in rows).encode())
        for office in offices:
            self.put(f"{at}.{office}.sig", signature(self.raw(at), office))
        return self

    def _sealable(self) -> Iterator[str]:
        listed = _confirmed(self.folder(), {path(name) for name in self.unsealed})
        yield from (at for at in self.files if not at.startswith(S) or at in listed or at.endswith(".erased"))


def _usual(event: str, slug: str) -> dict[str, str | None]:
    text: dict[str, str | None] = {"role": "Owners", "version": "1.1.0"}
    match event:
        case "signed":
            return {**text, "kind": "organisation", "organisation": slug.replace("-", " ").title()}
        case "reviewed":
            return {**text, **dict.fromkeys(CLAUSES, "kept")}
        case "corrected":
            return {"field": "role", "value": "Board", "reason": "A slip."}
        case "succeeded":
            return {"role": "Owners", "successor": "market-bakery", "reason": "Two shops are one."}
        case "withdrawn":
            return {"role": "Owners", "reason": "We close."}
        case _:
            return {}


def _place(order: list[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


@cache
def _published() -> dict[str, str]:
    """Return what any seal of the sample lists besides records: 64 digits by path."""
    texts = read_folder(sample_project()).texts
    found = {file.path: sha(file.raw)[7:] for file in texts.values()}
    return found | dict.fromkeys(read_folder(sample_project()).abouts, "1" * 64) | {chain.AUTHORITIES: "2" * 64}


def _confirmed(folder: Folder, without: Collection[str] = ()) -> dict[str, str]:
    """Return, by path, the digests of confirmations and of what they confirm."""
    records = [file.record for file in folder.records if file.record and file.path not in without]
    targets = {(each.signatory, each.get("target")) for each in records if each.event == "confirmed"}
    return {
        each.path: each.digest.removeprefix("sha256:")
        for each in records
        if each.event == "confirmed" or (each.signatory, each.digest) in targets
    }


def counting(project: Project, without: Collection[str] = ()) -> Project:
    """Return a project under a made-up seal of all that is confirmed in it, but for some paths. Nobody signs it."""
    folder = read_folder(project)
    lines = _confirmed(folder, without) | {file.path: "0" * 64 for file in folder.erased if file.path not in without}
    published = [*(file.path for file in folder.texts.values()), *folder.abouts]
    lines |= dict.fromkeys(published, "0" * 64)
    seal = Seal(f"{chain.FOLDER}2026-05-31.sha256", "2026-05-31", "0" * 64, lines)
    return put_folder(project, folder.under(Chain((seal,), (), {seal.path: OFFICES})))


def steward(office: str, after: str = "20240101", before: str = "", key: str = "") -> str:
    """Return an office's line of commitment/stewards."""
    end = f',valid-before="{before}"' if before else ""
    return f'{office} namespaces="{chain.NAMESPACE}",valid-after="{after}"{end} {key or KEYS[office]}'


def signature(raw: bytes, office: str) -> bytes:
    """Return what stands for an office's signature where nobody asks ssh-keygen."""
    return hashlib.sha256(raw + office.encode()).digest()


def verified(program: str, seal: Seal, office: str, stewards: bytes, raw: bytes, signed: bytes) -> bool:
    """Judge such a signature by the list of keys, as `chain.verified` does with real ones."""
    return f"{office} ".encode() in stewards and signed == signature(raw, office)


def sample() -> Register:
    """Return a register that brings about every standing on 1 June 2026. All of it is made up."""
    r = Register()
    council: dict[str, str | None] = {"kind": "local-authority", "organisation": None, "version": "1.0.0"}
    shop: dict[str, str | None] = {"version": "1.0.0"}
    r.counts(
        "crumbshire/2025-03-10-signed", "2025-03-20", **council, ons_code="E10999905", role="Head of Ovens",
        decided="2025-03-04", decision_url="https://crumbshire.example.org/minutes?item=7#ovens", use_of_ml="exploring",
        **{"reserves_patience-1": "Our night shift can't let rye dough rest until the new oven is there."},
        statement='We sign because our eaters asked us to: "What is in it?"', url="https://crumbshire.example.org/bread",
    )  # fmt: skip
    r.counts("crumbshire/2025-04-02-corrected", "2025-04-05", target="crumbshire/2025-03-10-signed",
             field="role", value="Director of Ovens", reason="The office was written down wrongly.")  # fmt: skip
    r.counts(
        "crumbshire/2026-03-02-reviewed", "2026-03-09", role="Director of Ovens", use_of_ml="stopped",
        **{"warmth-1_evidence": "https://crumbshire.example.org/door", "warmth-2": "partly",
           "warmth-2_why": "The list hangs in four of our six shops.", "patience-1": "not-yet",
           "patience-1_why": "The new oven comes in July."},
        statement="We write this once a year.",
    )  # fmt: skip
    r.counts("ovenby/2025-02-01-signed", "2025-02-14", **council, ons_code="E08999904", role="Director of Bread")
    r.counts("upper-mill/2025-06-01-signed", "2025-06-10", **council, ons_code="E06999901", role="Chief Baker")
    r.counts("two-towns-trust/2026-05-01-signed", "2026-05-04", kind="childrens-trust",
             ons_code="E06999903, E08999904", role="Trust Board", decided="2026-04-28")  # fmt: skip
    r.counts("market-bakery/2025-08-01-signed", "2025-08-09", **shop)
    r.counts("corner-shop/2025-07-01-signed", "2025-07-08", **shop)
    r.counts("corner-shop/2026-02-01-succeeded", "2026-02-02")
    r.counts("night-bakery/2025-01-05-signed", "2025-01-12", **shop)
    r.counts("night-bakery/2025-12-31-withdrawn", "2026-01-02")
    r.counts("old-oven/2024-02-01-signed", "2024-02-20", **shop, organisation="The Old Oven")
    r.counts("rye-club/2025-05-05-signed", "2025-05-06", **shop)
    r.erase("rye-club/2025-05-05-signed", "2025-06-20")
    r.add("yeast-works/2026-05-20-signed", kind="supplier", organisation="Yeast Works Ltd", use_of_ml="in-use",
          statement="<b>Best yeast</b> & {{ more }}, says every café from Åby to Łódź.")  # fmt: skip
    return r
