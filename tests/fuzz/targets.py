"""What is fuzzed, and what must hold for every input: an answer, soon, in words on one line, and never a wrong yes."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from accord.model.record_fields import fields
from accord.read import record
from accord.record import make
from accord.verify import keys, root_list, sshsig
from accord.verify.root_list import RootList
from accord.verify.wire import Refusal
from tests.ssh import Holder, armoured, unarmoured
from tests.support import HERE

PATH = "commitment/signatories/oven/2026-05-01-signed.yml"


@dataclass(frozen=True)
class Target:
    """`judge` takes an input and raises AssertionError where something that must hold does not."""

    name: str
    corpus: Sequence[bytes]
    judge: Callable[[bytes], None]


def _clean(words: str) -> None:
    assert words.isprintable()
    assert words.endswith((".", "?"))
    assert len(words) < 700


def records() -> Target:
    """What the reader takes comes out of the writer as it went in."""
    corpus = [path.read_bytes() for path in sorted((HERE / "sample" / "commitment").rglob("*.yml*"))]

    def judge(raw: bytes) -> None:
        found, problems = record.parse(PATH, raw)
        assert (found is None) == bool(problems)
        for problem in problems:
            _clean(str(problem))
        if found is not None:
            values = {field.name: field.value for field in found}
            assert all(value.isprintable() for value in values.values())
            filled = {name: value for name, value in values.items() if value}  # the writer leaves out what is empty
            again, _ = record.parse(PATH, make.encode(filled, fields("signed")))
            assert {field.name: field.value for field in again or ()} == filled

    return Target("records", corpus, judge)


def signatures() -> Target:
    """No changed signature of another content is good, in its block or inside it."""
    holders = [Holder(kind) for kind in keys.ALLOWED]
    message = b'event: "signed"\n'
    good = [holder.sign(message) for holder in holders]
    inner = {unarmoured(block): holder for block, holder in zip(good, holders, strict=True)}

    def judge(raw: bytes) -> None:
        for block in (raw, armoured(raw)):
            found = sshsig.read(block)
            if isinstance(found, Refusal):
                _clean(str(found))
                continue
            wrong = sshsig.verify(found, message, found.key)
            if wrong is None:  # only the blocks that we made are good, however they are wrapped
                assert unarmoured(block) in inner
            else:
                _clean(str(wrong))

    return Target("signatures", [*good, *inner], judge)


def public_keys() -> Target:
    """What is taken as a key is canonical: its line is made of its bytes, and no other line is."""
    holders = [Holder(kind) for kind in keys.ALLOWED for _ in range(3)]
    corpus = [holder.line.encode() for holder in holders] + [holder.blob for holder in holders]

    def judge(raw: bytes) -> None:
        for line in (raw.decode("utf-8", "replace"), f"ssh-ed25519 {base64.b64encode(raw).decode()}"):
            found = keys.read(line)
            if isinstance(found, Refusal):
                _clean(str(found))
            else:
                assert line == keys.line(found.type, found.blob)

    return Target("public keys", corpus, judge)


def lists() -> Target:
    """What is taken as a list has the root that it says, and is written as it was read."""
    shas = {PATH.replace("oven", f"oven-{number}"): f"{number:064x}" for number in range(5)}
    shas["commitment/versions/1.0.0.md"] = "f" * 64
    corpus = [root_list.write(root_list.make(dict([*shas.items()][:n]), date(2026, 6, 1))) for n in range(7)]

    def judge(raw: bytes) -> None:
        found = root_list.read(raw)
        if isinstance(found, Refusal):
            _clean(str(found))
        else:
            assert isinstance(found, RootList)
            assert found.root == root_list.root(found.digests)
            again = root_list.read(root_list.write(found))
            assert isinstance(again, RootList)
            assert (again.root, again.digests) == (found.root, found.digests)

    return Target("lists", corpus, judge)


def every() -> list[Target]:
    return [records(), signatures(), public_keys(), lists()]
