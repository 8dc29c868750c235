"""Any sequence of allowed additions passes, and whatever is done to a published file is found, at any time between."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from accord.change import paths
from accord.change.compare import Change
from accord.change.rules import judge
from accord.change.tree import EXECUTABLE, LINK, PLAIN, Entry, Tree, blob_id
from accord.model.commitment import digest
from accord.problem import Problem
from tests import ssh
from tests.changes_support import S, record

Files = dict[str, bytes]
SLUGS = st.sampled_from([f"bakery-{number}" for number in range(6)])
EVENTS = st.sampled_from(["signed", "reviewed", "withdrawn", "succeeded"])
HOLDER, THIEF = ssh.Holder(), ssh.Holder()


def tree(files: Files, modes: dict[str, str] | None = None) -> Tree:
    """Return a tree that was never on a disk."""
    entries = {path: Entry((modes or {}).get(path, PLAIN), blob_id(raw, "sha1")) for path, raw in files.items()}
    return Tree("here", "sha1", entries, lambda wanted: {path: files[path] for path in wanted})


class Register(RuleBasedStateMachine):
    """`files` is what is published; each rule proposes a change to it."""

    def __init__(self) -> None:
        super().__init__()
        self.today = date(2026, 6, 1)
        self.files: Files = {"commitment/draft.md": b"# Bread\n", "docs/index.md": b"Bread.\n"}
        self.keyed: set[str] = set()
        self.versions = 0

    def judged(self, head: Files, steward: bool = False, modes: dict[str, str] | None = None) -> list[Problem]:
        change = Change(tree(self.files), tree(head, modes), self.today, steward)
        return [problem for problem in judge(change) if problem.severity == "problem"]

    def new(self, slug: str, event: str, back: int, **fields: str) -> tuple[str, bytes]:
        """Return a path that nothing has had yet, and the bytes of a record for it."""
        day = (self.today - timedelta(days=back)).isoformat()
        number, path = 1, f"{S}/{slug}/{day}-{event}.yml"
        while path in self.files or f"{path}.erased" in self.files:
            number += 1
            path = f"{S}/{slug}/{day}-{event}-{number}.yml"
        return path, record(slug, event, day, **fields)

    def has(self, slug: str) -> bool:
        return any(paths.kind(path) == "record" and paths.slug(path) == slug for path in self.files)

    @rule(slug=SLUGS, event=EVENTS, back=st.integers(-1, 31), key=st.booleans())
    def add(self, slug: str, event: str, back: int, key: bool) -> None:
        """A signatory adds one record, signed where it has a key. A first signing may bring the key."""
        brings = key and event == "signed" and not self.has(slug)
        path, raw = self.new(slug, event, back, **({"public_key": HOLDER.line} if brings else {}))
        head = {**self.files, path: raw}
        if slug in self.keyed:
            assert self.judged(head) != []
            assert self.judged({**head, f"{path}.sig": THIEF.sign(raw)}) != []
            head[f"{path}.sig"] = HOLDER.sign(raw)
        assert self.judged(head) == []
        self.files = head
        if brings:
            self.keyed.add(slug)

    @rule(slug=SLUGS, event=st.sampled_from(["confirmed", "corrected"]))
    def only_a_steward(self, slug: str, event: str) -> None:
        """A confirmation, and a correction without a key, need a steward, and pass with one."""
        path, raw = self.new(slug, event, 0)
        head = {**self.files, path: raw}
        assert {problem.path for problem in self.judged(head)} == {path}
        assert self.judged(head, steward=True) == []
        self.files = head

    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        """A steward erases a record with the right digest; nobody does with another."""
        records = [path for path in self.files if paths.kind(path) == "record"]
        if not records:
            return
        path = data.draw(st.sampled_from(sorted(records)))
        head = {name: raw for name, raw in self.files.items() if name not in (path, f"{path}.sig")}
        for said, steward in ((digest(b"x"), True), (digest(self.files[path]), False)):
            head[f"{path}.erased"] = f'digest: "{said}"\ndate: "{self.today}"\nground: "Asked for."\n'.encode()
            assert self.judged(head, steward) != []
        assert self.judged(head, steward=True) == []
        if b"public_key" in self.files[path]:
            self.keyed.discard(paths.slug(path))
        self.files = head

    @rule(words=st.text("ab\n", min_size=1, max_size=9))
    def release(self, words: str) -> None:
        """A steward changes the draft, then publishes it; another text is never published."""
        self.files = {**self.files, "commitment/draft.md": words.encode()}
        self.versions += 1
        stem = f"commitment/versions/1.{self.versions}.0"
        head = {**self.files, f"{stem}.md": words.encode(), f"{stem}.yml": b"x: y\n"}
        assert self.judged(head) != []
        assert self.judged({**head, f"{stem}.md": b"other\n"}, steward=True) != []
        assert self.judged(head, steward=True) == []
        self.files = head

    @rule(days=st.integers(1, 400))
    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)

    @precondition(lambda self: self.published())
    @rule(data=st.data(), how=st.sampled_from(["delete", "edit", "rename", "link", "program"]), along=st.booleans())
    def spoil(self, data: st.DataObject, how: str, along: bool) -> None:
        """Whatever is done to a published file is found, for a steward too, alone or beside a good record."""
        path = data.draw(st.sampled_from(self.published()))
        head, modes = dict(self.files), {}
        if along:
            head.update([self.new("new-crust", "signed", 0)])
        if how == "delete":
            del head[path]
        elif how == "rename":
            head[f"{S}/bakery-9/2026-01-01-signed.yml"] = head.pop(path)
        elif how == "edit":
            at = data.draw(st.integers(0, len(head[path]) - 1))
            head[path] = (
                head[path][:at] + bytes([head[path][at] ^ data.draw(st.integers(1, 255))]) + head[path][at + 1 :]
            )
        else:
            modes[path] = {"link": LINK, "program": EXECUTABLE}[how]
        assert path in {problem.path for problem in self.judged(head, steward=True, modes=modes)}

    def published(self) -> list[str]:
        return sorted(path for path in self.files if paths.kind(path) in paths.PUBLISHED)

    @invariant()
    def nothing_is_no_change(self) -> None:
        assert self.judged(self.files) == []


Register.TestCase.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestRegister = Register.TestCase
