"""The one MkDocs hook: adds the files that no page stands for, and gives each page its edit link."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from accord.adapters import mkdocs_hook
from accord.render.view import View
from accord.workspace import Unfit, Workspace, kept, open_checked


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or ".").resolve().parent


def _workspace(config: MkDocsConfig) -> Workspace:
    return kept(_root(config))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the site's name and address from data/site.yml, where a fork can set its own."""
    try:
        site = open_checked(_root(config)).guidance.site
    except Unfit as unfit:
        raise Abort(f"{unfit}\nThe site is not built. Run `accord check` for the whole list.") from unfit
    config.site_name, config.site_description = site.name, site.description
    config.site_url = f"{site.address.rstrip('/')}/" if site.address else None
    if not site.address:  # a sitemap without addresses would be an empty promise
        config.theme.static_templates -= {"sitemap.xml"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the API, the search words and the texts behind the edit links."""
    for name, text in mkdocs_hook.generated(_root(config), _workspace(config)):
        files.append(File.generated(config, name, content=text))
    return files


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Drop the theme's unused files: the theme adds them only just before this."""
    for file in [file for file in files if mkdocs_hook.is_unused(file.src_uri) and not file.generated_by]:
        files.remove(file)
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Point "Edit this page" at the page's own file."""
    base = "../" * page.url.count("/")
    page.edit_url = str(View(_workspace(config).guidance, base).edit(f"docs/{page.file.src_uri}"))
    context["release"] = _workspace(config).guidance.release
    return context
