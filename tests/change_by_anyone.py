"""Changes that anybody may try: claims, what only stewards may do, odd files, and rules of their own."""

from __future__ import annotations

from tests.change_acts import (
    LISTS,
    OTHER,
    SIGNED,
    UNSEALED,
    WAITING,
    Case,
    answers,
    both,
    claim,
    correct,
    drop,
    erase,
    flood,
    swap,
    swap_labels,
)
from tests.sealed import CRUMBSHIRE, SHOP, S, confirm, record
from tests.support import write

CASES = (
    # What anybody may do, and what changes nothing that counts.
    Case("nothing", lambda root: None, told=("This change adds nothing and touches nothing.",)),
    Case(
        "a claim to sign",
        claim(
            "yeast-works", "signed", kind="supplier", organisation="Yeast Works Ltd", role="Director", version="1.1.0"
        ),
        told=("Yeast Works Ltd signs 1.1.0 (a claim, which counts for nothing yet)",),
    ),
    Case("a claim is taken away", drop(WAITING), told=(f"This change takes away: {WAITING}.",)),
    Case("a claim is changed", lambda root: swap(root, WAITING, "Head of Ovens", "Mayor")),
    Case(
        "another page",
        lambda root: swap(root, "docs/index.md", "\n\n", "\n\nFresh bread.\n\n"),
        told=("1 other file",),
    ),
    # H1 and journeys 1, 2: a stranger's acts for a confirmed signatory are claims.
    Case("a stranger withdraws for a charity", claim("corner-shop", "withdrawn", role="Owner", reason="Gone.")),
    Case("a stranger withdraws for a council", claim("crumbshire", "withdrawn", role="Cabinet", reason="Gone.")),
    Case(
        "a stranger inherits a promise",
        both(
            claim(
                "evil-vendor", "signed", kind="supplier", organisation="Evil Vendor Ltd", role="Chair", version="1.1.0"
            ),
            claim("corner-shop", "succeeded", role="Owner", successor="crumbshire", reason="We merged."),
        ),
    ),
    Case(
        "a stranger answers for all promises",
        lambda root: record(root, "corner-shop", "2026-05-30", "reviewed", answers()),
    ),
    Case(
        "a supplier makes a council its heir",
        both(claim("corner-shop", "succeeded", role="Owner", successor="ovenby", reason="They take over.")),
        told=("ovenby takes over from corner-shop (a claim",),
    ),
    Case("a stranger signs again for a council", claim("crumbshire", "signed", **{**CRUMBSHIRE, "role": "Nobody"})),
    # H2 and H3: no key but a steward's has any force, so none can be squatted, and corrections are claims.
    Case("a stranger corrects the office", lambda root: correct(root, field="role", value="Nobody")),
    Case(
        "a council is renamed by a correction",
        lambda root: correct(root, field="organisation", value="Kent"),
        ('The field "organisation" is of no use where the kind is local-authority.',),
    ),
    Case(
        "a claim brings a key",
        lambda root: swap(root, WAITING, "\nversion", '\npublic_key: "ssh-ed25519 AAAA"\nversion'),
        ("public_key: There is no such field.",),
    ),
    Case("a signature beside a record", lambda root: write(root, f"{SIGNED}.sig", "x"), ("The file is no record.",)),
    # H4: what only stewards may do is refused whoever asks.
    Case("a forged confirmation", lambda root: confirm(root, WAITING), (UNSEALED,)),
    Case(
        "sign and confirm in one",
        lambda root: confirm(
            root, record(root, "evil", "2026-05-29", "signed", SHOP | {"organisation": "Evil Ltd"}), "2026-05-30"
        ),
        (UNSEALED,),
    ),
    Case("a record is erased", lambda root: erase(root, SIGNED), (LISTS,)),
    Case("a confirmation is erased", lambda root: erase(root, f"{S}/crumbshire/2026-05-20-confirmed.yml"), (LISTS,)),
    Case("a record is changed", lambda root: swap(root, SIGNED, "Head of Ovens", "Mayor"), (OTHER,)),
    Case("a record is deleted", drop(SIGNED), (LISTS,)),
    Case("a signatory is deleted", drop(f"{S}/crumbshire"), (LISTS,)),
    Case(
        "a record is renamed",
        lambda root: (root / SIGNED).rename(root / f"{S}/crumbshire/2026-05-10-signed-2.yml"),
        (LISTS,),
    ),
    Case(
        "a flood of claims",
        flood,
        ("The change adds 101 records, and a change adds up to 100.",),
    ),
    # What lies outside the register and decides how it is read.
    Case(
        "two values swap their labels",
        lambda root: swap_labels(root, "warmth", "patience"),
        ('The label "Patience" makes clauses like "patience-1", and the file is another\'s.',),
    ),
    Case(
        "a badge by hand",
        lambda root: write(root, "docs/badges/ovenby.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("Only pages lie here.",),
    ),
    Case(
        "a record by hand",
        lambda root: write(root, "docs/commitment/signatories/kent/records/2026-05-10-signed.yml.txt", "x"),
        ("Only pages lie here.",),
    ),
    # Files that are no files, and names that programs misread.
    Case(
        "a link",
        lambda root: (root / f"{S}/ovenby/2026-05-26-signed.yml").symlink_to("2026-05-25-signed.yml"),
        ("This is a symbolic link",),
    ),
    Case(
        "a folder that is a link",
        lambda root: (root / f"{S}/flour").symlink_to("crumbshire"),
        ("This is a symbolic link",),
    ),
    Case("a program among records", lambda root: (root / WAITING).chmod(0o755), ("marked as a program",)),
    Case(
        "attributes",
        lambda root: write(root, f"{S}/.gitattributes", "* eol=crlf\n"),
        ("A .gitattributes file decides",),
    ),
    Case(
        "attributes at the top",
        lambda root: write(root, ".gitattributes", "*.yml ident\n"),
        ("A .gitattributes file decides",),
    ),
    Case(
        "compiled code",
        lambda root: write(root, "scripts/__pycache__/ids.cpython-311.pyc", b"x"),
        ("A program made this file",),
    ),
    Case(
        "what a killed command leaves",
        lambda root: write(root, f"{S}/ovenby/.accord-x.tmp", "x"),
        ("A program made this file",),
    ),
    Case("a kept document", lambda root: write(root, ".cache/documents/x.pdf", b"x"), ("A program made this file",)),
    Case(
        "a name with a backslash",
        lambda root: write(root, "docs/a\\b.md", "x"),
        ("a character that programs can misunderstand",),
    ),
    Case("a name like an option", lambda root: write(root, "docs/-x.md", "x"), ("programs take it for an option",)),
    Case(
        "twins by capitals",
        lambda root: write(root, f"{S}/Ovenby/2026-05-25-signed.yml", "x"),
        ("Only capital letters tell",),
    ),
    Case(
        "a council's own copy",
        lambda root: write(root, "data/local/site.yml", "authority: crumbshire\n"),
        ("This is a council's own copy, and it does not belong",),
    ),
    # The rules of the change are the base's (M3).
    Case(
        "a schema lets a field in",
        both(
            lambda root: swap(
                root, "data/schema/term.json", '"additionalProperties": false', '"additionalProperties": true'
            ),
            lambda root: swap(root, "data/glossary/loaf.yml", "label: Loaf", "label: Loaf\nsecret: x"),
        ),
        ('"secret" is not a field of a term.',),
    ),
    Case(
        "a schema that can't be read",
        lambda root: write(root, "data/schema/term.json", "{"),
        ("data/schema/term.json:1: The schema is not JSON that can be read.",),
    ),
    Case(
        "a schema without end",
        lambda root: swap(
            root,
            "data/schema/term.json",
            '"additionalProperties": false',
            '"additionalProperties": false, "patternProperties": {"^(a+)+$": {}}',
        ),
    ),
)
