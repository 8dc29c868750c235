"""The site as plain files, with nothing left for our hook or macros to do: what bare MkDocs or a successor starts from.

`python -m tests.measure.plain ROOT FOLDER` writes it, for `scripts/deploy/zensical.sh`. Pages that are made of versions
and records are left out.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

from accord.pages.encode import encode_all
from accord.pages.view import DOUBT, View
from accord.project.ids import MARK
from accord.project.page import CALL, ROOT_PAGES, Page
from accord.site import mkdocs_hook, style_sheets
from accord.site.macros import MACROS
from accord.site.workspace import Workspace, open_checked

FENCE = re.compile(r"^(```|~~~)")
KEPT = ("site_name", "theme", "nav", "use_directory_urls", "extra")


def write(root: Path, folder: Path, bare: bool = False) -> None:
    """Write a project of plain Markdown, style sheet, scripts and templates into `folder`; `bare`: the Markdown alone.

    Raises:
        Unfit: the project at `root` has problems.
        OSError: the disk is full.
    """
    workspace = open_checked(root)
    docs = folder / "docs"
    config: dict[str, Any] = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {name: config[name] for name in KEPT if name in config} | {
        "site_name": workspace.guidance.site.name,
        "plugins": ["search"],
        "markdown_extensions": [each for each in config["markdown_extensions"] if "accord_marks" not in each],
    }
    if bare:
        kept["theme"] = {"name": "material", "font": False}
    else:
        kept |= {"site_description": workspace.guidance.site.description, "extra_css": [style_sheets.NAME]}
        kept["theme"] |= {"variant": "classic"}
        shutil.copytree(root / "docs", docs)
        shutil.copytree(root / "overrides", folder / "overrides")
        made = dict(mkdocs_hook.generated(root, workspace))
        made[style_sheets.NAME] = style_sheets.joined(root / "docs", config["extra_css"])
        for name in config["extra_css"]:  # each is in the one that pages load
            (docs / name).unlink()
        for name, text in made.items():
            _write(docs / name, text)
    for page in workspace.project.pages:
        front, body = _final(workspace, page, root)
        _write(docs / _inner(page), body if bare else f"{front}\n---\n{body}")
    _write(folder / "mkdocs.yml", yaml.safe_dump(kept, sort_keys=False, allow_unicode=True))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _inner(page: Page) -> str:
    return f"{ROOT_PAGES[page.path]}index.md" if page.path in ROOT_PAGES else page.path.removeprefix("docs/")


def _final(workspace: Workspace, page: Page, root: Path) -> tuple[str, str]:
    """Return a page's front matter, and its text with its macros called and its marks made links.

    Links lead from the place of the Markdown file, and not from that of the page: Zensical turns them, also in HTML.
    """
    view = View(workspace.guidance, "../" * _inner(page).count("/"))
    front, body = (root / page.path).read_text(encoding="utf-8").split("\n---\n", 1)
    rows, code = list[str](), False
    for row in body.split("\n"):
        code ^= bool(FENCE.match(row))
        call = None if code else CALL.match(row)
        if call:
            argument = row.partition('("')[2].partition('"')[0]
            rows.append(MACROS[call[1]](workspace.guidance, view.base, argument))
        else:
            rows.append(row if code else MARK.sub(lambda mark: _link(view, mark), row))
    return front.replace("\nrender_macros: true", ""), "\n".join(rows)


def _link(view: View, mark: re.Match[str]) -> str:
    """Return a mark as a link, as accord_marks makes it: a citation always has the source's own short name."""
    entry = view.guidance.entries[mark[1]]
    words = entry.label if entry.kind == "source" else mark[2] or entry.label
    link = f'<a href="{view.href(entry.address)}">{encode_all(words)}</a>'
    source = view.guidance.source_by_id.get(mark[1])
    if source is None:
        return link
    return f'<span class="cite">({link}{DOUBT.get(source.strength, "")})</span>'


if __name__ == "__main__":
    write(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
