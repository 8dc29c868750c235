"""The site without anything of ours: Material, its own templates, and the Markdown that our macros made."""

from __future__ import annotations

from pathlib import Path

import yaml

from accord.ids import MARK
from accord.read.markdown import CALL
from accord.render.fragments import MACROS
from accord.workspace import Workspace, open_checked


def prepare(root: Path, folder: Path) -> None:
    """Write a bare MkDocs project with the same final Markdown into `folder`."""
    workspace = open_checked(root)
    for page in workspace.project.pages:
        inner = page.path.removeprefix("docs/")
        target = folder / "docs" / inner
        target.parent.mkdir(parents=True, exist_ok=True)
        text = (root / page.path).read_text(encoding="utf-8").split("\n---\n", 1)[1]
        target.write_text(_final(workspace, page.address, text), encoding="utf-8")
    config = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {
        "site_name": "bare",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "nav": config["nav"],
        "markdown_extensions": [e for e in config["markdown_extensions"] if "accord_marks" not in e],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(kept, sort_keys=False), encoding="utf-8")


def _final(workspace: Workspace, address: str, text: str) -> str:
    """Return a page's Markdown with its macros called and its marks made plain links."""
    base = "../" * address.count("/")
    rows = []
    for row in text.split("\n"):
        call = CALL.match(row)
        argument = row.partition('("')[2].partition('"')[0]
        rows.append(MACROS[call[1]](workspace.guidance, base, argument) if call else row)
    return MARK.sub(lambda mark: f"[{mark[2] or mark[1]}](#)", "\n".join(rows))
