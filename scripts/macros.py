"""The module that mkdocs-macros loads: makes every macro of the package callable from a page."""

from pathlib import Path
from typing import Any

from accord.site import held
from accord.site.macros import MACROS, Macro
from accord.site.workspace import kept


def define_env(env: Any) -> None:
    """Register the macros. Each reads the page's depth when it is called."""
    root = Path(env.conf.config_file_path).resolve().parent

    def register(name: str, macro: Macro) -> None:
        def call(argument: str = "") -> str:
            return held.hold(macro(kept(root).guidance, "../" * env.page.url.count("/"), argument))

        env.macro(call, name)

    for name, macro in MACROS.items():
        register(name, macro)
