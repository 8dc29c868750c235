"""Where a report of a mistake can go: by e-mail, as an issue, or to whoever gave you the site."""

from dataclasses import replace
from html import unescape

from accord.guidance.pages.report import report
from accord.register.published import Published


def test_the_ways_are_those_that_the_settings_allow(live: Published) -> None:
    none = replace(live, site=live.site.but(contact="Ask a steward.", repository=""))
    both = replace(none, site=none.site.but(contact="Write to help@example.org.", repository="https://example.org/r/"))
    assert "whoever gave you this site. Ask a steward." in report(none, "../", "")
    assert "mailto:" not in report(none, "../", "")
    assert 'data-mail="help@example.org"' in unescape(report(both, "../", ""))
    assert 'href="https://example.org/r/issues/new"' in unescape(report(both, "../", ""))
