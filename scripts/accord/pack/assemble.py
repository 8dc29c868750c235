"""Joins the parts of verifier/ into one file that runs alone: `verify.py`, the same bytes each time."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

PARTS = ("said", "files", "lists", "ed25519", "p256", "sshsig", "texts", "records", "trust", "whole", "main")
FOLDER = Path(__file__).parent / "verifier"
OWN = "accord."
HEAD = '''#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The project's contributors
# SPDX-License-Identifier: MIT
"""Checks a verification pack of the Commitment, offline, with nothing but Python 3.8 or newer.

    python3 -I verify.py verification-pack.zip

The option -I keeps Python from loading files that lie beside this one. The file is joined from the parts in the folder
scripts/accord/pack/verifier/ of the project's repository; each starts with a line of equals signs.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 8):
    sys.stderr.write("verify.py needs Python 3.8 or newer.\\n")
    sys.exit(2)
if __name__ == "__main__" and not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
    del sys.path[0]  # the folder of this file: nobody's hashlib.py from there is to be taken for Python's own

'''


@cache
def verifier() -> str:
    """Return the text of verify.py.

    Raises:
        ValueError: a part imports what cannot be joined, or two parts define the same name.
    """
    plain: set[str] = set()
    named: dict[str, set[str]] = {}
    bodies: list[str] = []
    defined: dict[str, str] = {}
    for part in PARTS:
        source = (FOLDER / f"{part}.py").read_text(encoding="utf-8")
        tree = ast.parse(source)
        for name in _names(tree):
            if defined.setdefault(name, part) != part:
                raise ValueError(f"{defined[name]} and {part} both define {name}")
        for node in tree.body:
            if isinstance(node, ast.Import):
                plain.update(_unrenamed(part, node.names))
            elif isinstance(node, ast.ImportFrom) and not str(node.module).startswith((OWN, "__future__")):
                named.setdefault(str(node.module), set()).update(_unrenamed(part, node.names))
        bodies.append(_body(part, source, tree))
    imports = [f"import {name}" for name in sorted(plain - {"sys"})]
    imports += [f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(named.items())]
    return HEAD + "\n".join(imports) + "\n\n" + "\n\n".join(bodies)


def _body(part: str, source: str, tree: ast.Module) -> str:
    """Return a part without its docstring and its imports, under a comment with what it is for."""
    rows = source.split("\n")
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom) or node is tree.body[0]:
            rows[node.lineno - 1 : node.end_lineno] = [""] * ((node.end_lineno or node.lineno) - node.lineno + 1)
    about = (ast.get_docstring(tree) or "").split("\n")
    head = [f"# {'=' * 20} {part}", *(f"# {row}".rstrip() for row in about)]
    return "\n".join(head) + "\n\n" + "\n".join(rows).strip("\n") + "\n"


def _names(tree: ast.Module) -> list[str]:
    """Return what a part defines at its top."""
    found = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        found += [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]
    return found


def _unrenamed(part: str, names: list[ast.alias]) -> list[str]:
    if any(name.asname for name in names):
        raise ValueError(f"{part} renames what it imports")
    return [name.name for name in names]
