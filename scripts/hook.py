"""The one MkDocs hook: adds the files that no page stands for, and gives each page its edit link."""

import logging
from pathlib import Path
from typing import Any, cast

from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs_macros import context as macros_context

from accord.change.git import Unreadable
from accord.copy.pages import projects
from accord.copy.pages.pages import first
from accord.files.memory import look_rarely
from accord.files.tree import LITTER
from accord.pages.frame import ShellPage
from accord.pages.view import View
from accord.paper.tools import Failed
from accord.site import held, mkdocs_hook, shown, style_sheets
from accord.site.made_pages import made_pages
from accord.site.workspace import Unfit, Workspace, kept, open_checked

HOME = "commitment/"  # the address of the Commitment's own page, whose section the generated pages belong to
# mkdocs-macros runs git twelve times in each build, for names and addresses that no page may depend on.
macros_context.get_git_info = lambda: {"status": False, "date": None}
logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)  # else each build lists every macro
look_rarely()  # for whoever starts MkDocs and not `accord`: a preview, a host
_theme: dict[str, Any] = {}  # what one step of a build hands to a later one: navigation, templates, files


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or ".").resolve().parent


def _workspace(config: MkDocsConfig) -> Workspace:
    return kept(_root(config))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the site's name and address from data/site.yml, or in a council's copy from data/local/site.yml."""
    held.forget()
    try:
        guidance = open_checked(_root(config)).guidance
    except Unfit as unfit:
        raise Abort(f"{unfit}\nThe site is not built. Run `accord check` for the whole list.") from unfit
    site = guidance.site
    config.site_name, config.site_description = site.name, site.description
    config.extra["notice"] = site.notice
    config.site_url = f"{site.address.rstrip('/')}/" if site.address else None
    config.extra["council"] = mkdocs_hook.council(guidance)
    _theme["sheets"] = list(config.extra_css)
    config.extra_css = [style_sheets.NAME]
    if not site.address:  # a sitemap without addresses would be an empty promise
        config.theme.static_templates -= {"sitemap.xml"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the API, the search words, the texts behind the edit links, the root's pages and the documents."""
    for name, source in mkdocs_hook.own_files(_root(config), _workspace(config)):
        files.append(File.generated(config, name, abs_src_path=source))
    made = dict(mkdocs_hook.generated(_root(config), _workspace(config)))
    made[style_sheets.NAME] = style_sheets.joined(Path(config.docs_dir), _theme["sheets"])
    for file in list(files):  # each style sheet is in the one that pages load
        if file.src_uri in _theme["sheets"] or LITTER.fullmatch(Path(file.src_uri).name):
            files.remove(file)
    _theme["made"] = {page.place: page for page in made_pages(_workspace(config))}
    made |= {page.place: page.text for page in _theme["made"].values()}
    for name, text in made.items():
        files.append(File.generated(config, name, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    try:
        papers = mkdocs_hook.documents(_root(config), _workspace(config))
    except Failed as error:
        raise Abort(f"A document could not be made. {error}") from error
    for name, raw in papers.items():
        files.append(File.generated(config, name, content=raw))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Add a copy's own pages, and keep the navigation for the frame of the generated pages."""
    section = next(page.parent for page in nav.pages if page.url == HOME)
    if _workspace(config).guidance.local:
        cast(Section, section).children.append(Link("Our projects", projects.PLACE))
    _theme["nav"] = nav
    _join(files)
    return nav


def _join(files: Files) -> None:
    """Give each made page its place: in the section of the page that it belongs under, after the one before it."""
    before: dict[str, Page] = {}  # the last one of those that belong under a page
    for made in _theme["made"].values():
        page, under = (cast(Page, cast(File, files.get_file_from_path(p)).page) for p in (made.place, made.under))
        page.parent, page.previous_page = under.parent, before.get(made.under)
        if page.previous_page:
            page.previous_page.next_page = page
        before[made.under] = page


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Drop what the theme adds only just before this and no page uses. Keep the templates."""
    for file in list(files):
        unused = file.src_uri.startswith(mkdocs_hook.UNUSED) or file.src_uri.endswith(".map")
        if unused and not file.generated_by:
            files.remove(file)
    _theme["env"], _theme["files"] = env, files
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put in what macros made, and the parts of the Commitment's text into the page's list of headings."""
    html, ids = held.release(html)
    html, page.meta["shows"] = shown.taken(html)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | ids  # MkDocs checks links against these
    parts = mkdocs_hook.parts_of_text(_workspace(config), page.url)
    if parts:
        listed = page.toc.items[0].children
        after = next(place for place, link in enumerate(listed, 1) if link.id == "text")
        listed[after:after] = [AnchorLink(words, anchor, 2) for anchor, words in parts]
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put in what no search looks at, for the theme's search has seen the page by now, and anchors that are gone."""
    return mkdocs_hook.led_on(held.release_rest(output), page.url, _workspace(config).guidance.release)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the pages, data and files of the Commitment beside what MkDocs built, and see that all of it is there."""
    section = next(page.parent for page in _theme["nav"].pages if page.url == HOME)

    def shell(base: str) -> str:
        page = ShellPage("x/" * base.count("../"), section, config.site_url or "")
        context = get_context(_theme["nav"], _theme["files"], config, cast(Page, page))
        section.active = True  # as MkDocs does while it renders one of the section's own pages
        try:
            return str(_theme["env"].get_template("register.html").render(context))
        finally:
            section.active = False

    try:
        mkdocs_hook.write_register(_root(config), _workspace(config), shell, Path(config.site_dir))
    except Unreadable as error:
        raise Abort(str(error)) from error
    if wrong := mkdocs_hook.wrong_data(_workspace(config), Path(config.site_dir)):
        raise Abort("\n".join((*wrong, "The site is not built.")))
    due = (file for file in _theme["files"] if file.inclusion.is_included())
    if gone := [file.dest_uri for file in due if not Path(file.abs_dest_path).exists()]:
        raise Abort(f"Files vanished while the site was built ({len(gone)}, such as {gone[0]}). Build it again.")


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Point "Edit this page" at the page's own file, and at the data files that the page shows."""
    base = "../" * page.url.count("/")
    made = _theme["made"].get(page.file.src_uri)
    path = made.source if made else mkdocs_hook.source_of(page.file.src_uri)
    context["under"] = cast(File, _theme["files"].get_file_from_path(made.under)).page if made else None
    view = View(_workspace(config).guidance, base)
    page.edit_url = str(view.edit(path))
    context["edits"] = [(each, view.edit(each)) for each in dict.fromkeys((path, *page.meta.get("shows", ())))]
    context["own_copy"] = Markup(first(_workspace(config).guidance, page.url))  # noqa: S704  our own templates, which encode
    context["release"] = _workspace(config).guidance.release
    return context
