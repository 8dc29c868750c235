"""Changes of seals, of stewards and of texts, by stewards and by strangers."""

from __future__ import annotations

import shutil

from accord.seals import chain
from tests.change_acts import (
    FIRST,
    NEWEST,
    OTHER,
    SIGNED,
    UNSEALED,
    Case,
    back_in_time,
    begin_again,
    both,
    comes_back,
    confirmed,
    drop,
    ended,
    erase,
    erase_and_seal,
    new_office,
    publish,
    reseal,
    seal_a_claim,
    seal_too_much,
    smuggle,
    strangers_sign,
    swap,
    take_over,
)
from tests.sealed import CRUMBSHIRE, SEALS, SHOP, S, confirm, record, seal, sign, steward
from tests.support import write

CASES = (
    # M4, M5 and the seals themselves.
    Case(
        "a seal by a stranger",
        lambda root: sign(root, confirmed(root), "harbour", "stranger"),
        ("This is no good signature of the seal by a key of harbour", "signed by 0 offices, and needs one"),
    ),
    Case("a seal by nobody", confirmed, ("The seal is signed by 0 offices, and needs one.",)),
    Case(
        "a seal by an office of no name",
        lambda root: confirmed(root, "stranger"),
        ("This is no good signature of the seal by a key of stranger",),
    ),
    Case("a stranger names stewards and seals", take_over, ("This is no good signature", "is gone or changed")),
    Case(
        "a stranger lays keys beside an old seal",
        smuggle,
        ("a list of keys that lies beside another seal", "by a key of fa"),
    ),
    Case("a stranger starts over", begin_again, ("A published seal is changed or taken away.",)),
    Case(
        "the newest seal is taken away",
        drop(f"{NEWEST}*", f"{S}/crumbshire", f"{S}/corner-shop"),
        ("A published seal is changed or taken away.",),
    ),
    Case("the seal is made anew", reseal, ("A published seal is changed", "This is no good signature")),
    Case(
        "a signature is taken away",
        drop(f"{FIRST}.meadow.sig"),
        ("A published seal is changed or taken away.", "signed by 1 office, and needs two"),
    ),
    Case(
        "a signature is moved to another seal",
        lambda root: shutil.copy(root / f"{FIRST}.meadow.sig", root / f"{NEWEST}.meadow.sig"),
        ("This is no good signature of the seal by a key of meadow",),
    ),
    Case(
        "signatures of many strangers",
        strangers_sign,
        ("This is no good signature of the seal by a key of office49 that is valid on 2026-05-21.",),
    ),
    Case("a long seal by nobody", seal_too_much, ("The seal is signed by 0 offices, and needs two.",)),
    Case("a late signature", lambda root: sign(root, FIRST, "other"), ("This is no good signature",)),
    Case("a seal that comes before the newest", back_in_time, ("does not list",)),
    Case(
        "the stewards change without a seal",
        lambda root: write(root, chain.STEWARDS, steward("tower", "other")),
        (OTHER,),
    ),
    Case(
        "the list beside a seal changes",
        lambda root: write(root, f"{SEALS}2026-05-01.stewards", steward("tower", "other")),
        ("A published seal is changed or taken away.",),
    ),
    Case(
        "the authorities change without a seal",
        lambda root: swap(root, "data/authorities.yml", "name: Crumbshire", "name: Kent"),
        (OTHER,),
    ),
    Case("a stray signature", lambda root: write(root, f"{SEALS}2026-05-22.sha256.harbour.sig", "x"), (UNSEALED,)),
    # Texts.
    Case(
        "a text is changed",
        lambda root: swap(root, "commitment/versions/1.1.0.md", "Bakers", "Bankers"),
        ("This is published, and never changes.", OTHER),
    ),
    Case(
        "a description is changed",
        lambda root: swap(root, "commitment/versions/1.1.0.yml", "small print", "large print"),
        ("This is published, and never changes.", OTHER),
    ),
    Case("a text is deleted", drop("commitment/versions/1.0.0.*"), ("This is published, and never vanishes.",)),
    Case("a version without a seal", publish, ("Only two stewards publish a version",)),
    Case(
        "a version under one key",
        both(publish, lambda root: seal(root, "harbour", day="2026-05-31")),
        ("The seal is signed by 1 office, and needs two.",),
    ),
    # Before anybody is a steward.
    Case(
        "a register founds itself",
        begin_again,
        ("where nobody is a steward yet. Nobody's key can vouch for a first seal.",),
        branch="unfounded",
    ),
    Case(
        "stewards without a seal",
        lambda root: write(root, chain.STEWARDS, steward("harbour", "stranger")),
        ("where nobody is a steward yet.",),
        branch="unfounded",
    ),
    Case(
        "a text before the first seal",
        lambda root: swap(root, "commitment/versions/1.1.0.md", "Bakers", "Bankers"),
        ("This is published, and never changes.",),
        branch="unfounded",
    ),
    Case(
        "a confirmation before the first seal",
        lambda root: confirm(root, record(root, "crumbshire", "2026-05-10", "signed", CRUMBSHIRE)),
        (UNSEALED,),
        branch="unfounded",
    ),
    # What stewards do.
    Case("a steward confirms", lambda root: confirmed(root, "harbour"), steward=True, told=("(under a seal)",)),
    Case(
        "a steward seals a claim that nobody confirmed",
        seal_a_claim,
        ("A seal lists this record, and no confirmation under it names it",),
    ),
    Case("a steward erases alone", erase_and_seal("harbour"), ("signed by 1 office, and needs two",), steward=True),
    Case(
        "two stewards erase what confirmed a record, and not the record",
        both(
            lambda root: erase(root, f"{S}/crumbshire/2026-05-20-confirmed.yml"),
            lambda root: seal(root, "harbour", "meadow", day="2026-05-31"),
        ),
        ("A seal lists this record, and no confirmation under it names it",),
        steward=True,
    ),
    Case("two stewards erase", erase_and_seal("harbour", "meadow"), steward=True),
    Case(
        "two stewards publish",
        both(publish, lambda root: seal(root, "harbour", "meadow", day="2026-05-31")),
        steward=True,
    ),
    Case(
        "a version that another office is said to have agreed to",
        both(
            publish,
            lambda root: swap(root, "commitment/versions/1.1.1.yml", "- meadow", "- tower"),
            lambda root: seal(root, "harbour", "meadow", day="2026-05-31"),
        ),
        ("tower did not sign commitment/seals/2026-05-31.sha256, which brought this version in.",),
    ),
    Case(
        "what two stewards erased comes back under another number",
        comes_back,
        (f"Two stewards erased this record ({SIGNED}.erased)",),
    ),
    Case("one steward names another", new_office("harbour"), ("signed by 1 office, and needs two",)),
    Case(
        "one steward and the office that it names",
        new_office("harbour", "tower"),
        ("This is no good signature of the seal by a key of tower", "needs two"),
    ),
    Case("two stewards name another", new_office("harbour", "meadow"), told=("This change brings a seal",)),
    Case(
        "a new key that was valid before",
        new_office("harbour", "meadow", after="20260531"),
        ("A new key of tower begins on 20260531, and the seal that brings it in is of 2026-05-31.",),
    ),
    Case("an ended key seals", ended, ("This is no good signature of the seal by a key of harbour",)),
    Case(
        "a seal of days to come",
        lambda root: confirmed(root, "harbour", day="2026-07-01"),
        ("more than one day after",),
    ),
    Case(
        "a steward changes the authorities",
        both(
            lambda root: swap(root, "data/authorities.yml", "name: Ovenby", "name: Ovenby Town"),
            lambda root: seal(root, "meadow", day="2026-05-31"),
        ),
    ),
    Case(
        "a confirmed name that reads like a council's",
        both(
            lambda root: confirm(
                root,
                record(root, "crumb-shire", "2026-05-25", "signed", SHOP | {"organisation": "Crumbshire"}),
                "2026-05-30",
            ),
            lambda root: seal(root, "harbour", day="2026-05-31"),
        ),
        ("reads like that of Crumbshire (crumbshire)",),
    ),
)
