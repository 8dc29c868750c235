"""Files at fixed addresses: security.txt (RFC 9116), robots.txt, the sitemap, where the settings allow for them."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from accord.files.schema import matches
from accord.project import reading
from accord.register.published import Published, publish
from accord.site import well_known
from tests import support
from tests.built.pages import pages, words
from tests.built.test_pages import CHECKS
from tests.worksheet_later import ADDRESS, MAILBOX, MOVED

SITE = "name: A site\ndescription: A site of bread\ncontact: Ask the baker\n{}"
LOCAL = "authority: crumbshire\ncouncil: Crumbshire\nname: Crumbshire's copy\ncontact: Ask the office\n{}"
XML = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return support.sample(tmp_path / "sample")


def settings(root: Path, more: str, local: str | None = None) -> Published:
    support.write(root, "data/site.yml", SITE.format(more))
    if local is not None:
        support.write(root, "data/local/site.yml", LOCAL.format(local))
    return publish(reading.load(root), support.AS_OF)


def test_nothing_is_promised_that_is_not_known(project: Path) -> None:
    """No address and no contact: neither file, and the build says so."""
    g = settings(project, "")
    assert dict(well_known.files(g)) == {".nojekyll": ""}
    assert list(well_known.notes(g)) == [
        "No address is set in data/site.yml: links are relative, and the site has no sitemap and no robots.txt.",
        "No security_contact is set in data/site.yml: the site has no .well-known/security.txt.",
    ]


def test_security_txt(project: Path) -> None:
    """The fields that the standard asks for, once each, and a day of expiry less than a year ahead."""
    g = settings(project, ADDRESS + MAILBOX)
    files = dict(well_known.files(g))
    assert files["robots.txt"] == "User-agent: *\nAllow: /\n\nSitemap: https://bread.example/sitemap.xml\n"
    assert files[".well-known/security.txt"] == (
        "# How to report a weakness of this site. Please never send details of a child or family.\n"
        "Contact: mailto:security@bread.example\n"
        "Expires: 2027-05-31T00:00:00Z\n"
        "Preferred-Languages: en\n"
        "Canonical: https://bread.example/.well-known/security.txt\n"
    )
    assert list(well_known.notes(g)) == []


def test_a_copy_gives_its_own_contact(project: Path) -> None:
    """Upstream's contact knows nothing of a council's host."""
    g = settings(project, ADDRESS + MAILBOX, "")
    assert set(dict(well_known.files(g))) == {".nojekyll"}
    assert "data/local/site.yml" in " ".join(well_known.notes(g))
    own = settings(project, MAILBOX, "address: https://x.example/care/\nsecurity_contact: https://x.example/report\n")
    assert "Contact: https://x.example/report\n" in dict(well_known.files(own))[well_known.SECURITY]
    said = "The address has a path, and programs look for .well-known/security.txt at a host's root only."
    assert list(well_known.notes(own)) == [f"{said} Publish a copy there."]


def test_the_live_site_has_no_half_sitemap(site: Path, root: Path) -> None:
    """Without an address, no sitemap is there: nor the bare template of one. A copy has settings of its own."""
    settings = root / "data" / ("local/site.yml" if support.OWN_COPY else "site.yml")
    without = not re.search("^address:", settings.read_text(encoding="utf-8"), re.MULTILINE)
    assert (site / "sitemap.xml").exists() == (site / "robots.txt").exists() == (not without)
    assert (site / ".nojekyll").read_bytes() == b""


def test_what_is_published_with_an_address(later: Path) -> None:
    """The sitemap's form is that of sitemaps.org, and every address in it is a page of the site, once."""
    site = later / "site"
    assert "Expires: 2027-11-21T00:00:00Z\n" in (site / ".well-known" / "security.txt").read_text()
    assert (site / "robots.txt").read_text().endswith("https://bread.example/sitemap.xml\n")
    tree = ET.fromstring((site / "sitemap.xml").read_bytes())
    assert tree.tag == f"{XML}urlset"
    places = [str(url.findtext(f"{XML}loc")) for url in tree]
    assert len(places) == len(set(places)) > 50
    for place in places:
        assert place.startswith("https://bread.example/")
        assert (site / urlsplit(place).path.lstrip("/") / "index.html").is_file(), place
    days = {url.findtext(f"{XML}lastmod") for url in tree}
    assert days == {"2026-11-22"}
    assert {child.tag for url in tree for child in url} == {f"{XML}loc", f"{XML}lastmod"}


@pytest.mark.parametrize("contact", ["https://x.example/a?b=c#d", "mailto:a.b+c@x-y.example"])
def test_a_contact(contact: str) -> None:
    """An https address, or a mailto with one mailbox and nothing else."""
    pattern = support.own_schemas()["site"]["properties"]["security_contact"]["pattern"]
    assert matches(pattern, contact)
    for bad in (
        "security@x.example", "http://x.example", "mailto:x", "mailto:a@b.example,c@d.example", "tel:123",
        "mailto:a@b.example?subject=x", "javascript:alert(1)", f" {contact}", f"{contact} ",
    ):  # fmt: skip
        assert not matches(pattern, bad), bad


def test_a_page_that_moved_is_sound_and_leads_on(later: Path) -> None:
    """It has a heading, a title of its own and a link, for whoever is not led on by itself."""
    moved = [page for page in pages(later / "site") if page.name.removesuffix("index.html") in MOVED]
    assert len({words(page.all("title")[0]) for page in moved}) == len(MOVED)
    assert [fault for page in moved for check in CHECKS for fault in check(page)] == []
    assert ["../../toolkit/" in [link.get("href") for link in page.all("a")] for page in moved] == [True, True]
