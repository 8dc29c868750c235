"""No menu has so many lines that a tired reader stops reading them."""

import re
from pathlib import Path

MOST = 10  # nine, and the way back


def test_no_menu_is_longer_than_nine(site: Path) -> None:
    for page in site.rglob("index.html"):
        for menu in re.findall(r"<nav [^>]*(?:section-nav|site-nav).*?</nav>", page.read_text(encoding="utf-8"), re.S):
            assert menu.count("<li") <= MOST, page
