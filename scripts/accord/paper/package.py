"""The reference files that give pandoc its styles: an empty Word file and an empty OpenDocument file, from plain text.

No compressed file lies in git: the parts stand in templates/ and are packed here, always to the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from accord.paper.blocks import Paper
from accord.paper.sizes import opendocument_a5, word_a5

TEMPLATES = Path(__file__).parent / "templates"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OPEN = "application/vnd.oasis.opendocument.text"


@cache
def template(name: str) -> bytes:
    """Return a file of templates/, with LF as its line end on every system."""
    return (TEMPLATES / name).read_bytes().replace(b"\r\n", b"\n")


def style_sheet() -> str:
    """Return the style sheet of a web page that stands alone: the same that the site serves."""
    return template("document.css").decode()


def word(foot: tuple[str, ...], paper: Paper = "a4") -> bytes:
    """Return the reference file for DOCX, with the lines of `foot` (at most two) at the foot of every page."""
    parts = {"styles": "word-styles", "settings": "word-settings", "footer": "word-footer"}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("footer", "footer"),
        )
    )
    plain = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    links = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for key, name in (("rId1", "styles"), ("rId2", "settings"), ("rId9", "footer"))
    )
    start = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{plain}{types}</Types>'.encode(),
        "_rels/.rels": _relations(start),
        "word/_rels/document.xml.rels": _relations(links),
        "word/document.xml": template("word-page.xml"),
        **{f"word/{name}.xml": template(f"{source}.xml") for name, source in parts.items()},
    }
    files["word/footer.xml"] = _footed(files["word/footer.xml"], foot)
    if paper == "a5":
        for name in ("document", "styles", "footer"):
            files[f"word/{name}.xml"] = word_a5(files[f"word/{name}.xml"])
    return _packed(files)


def opendocument(foot: tuple[str, ...], paper: Paper = "a4") -> bytes:
    """Return the reference file for ODT (ODF 1.3, part 2), with the lines of `foot` at the foot of every page."""
    namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{OPEN}"/>'
    styles = _footed(template("odt-styles.xml"), foot)
    manifest = f'<manifest:manifest xmlns:manifest="{namespace}" manifest:version="1.3">{entry}</manifest:manifest>'
    return _packed(
        {
            "mimetype": OPEN.encode(),
            "content.xml": b"",  # pandoc writes these two, and lists in the manifest what it finds here
            "meta.xml": b"",
            "styles.xml": opendocument_a5(styles) if paper == "a5" else styles,
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def _footed(raw: bytes, foot: tuple[str, ...]) -> bytes:
    """Put the lines of the foot in. They are escaped, so that they can't become elements."""
    lines = [*foot, "", ""]
    return raw.replace(b">FIRST<", f">{escape(lines[0])}<".encode()).replace(
        b">SECOND<", f">{escape(lines[1])}<".encode()
    )


def _relations(inner: str) -> bytes:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'.encode()


def _packed(files: dict[str, bytes]) -> bytes:
    """Return a ZIP without compression: what pandoc takes over from it looks the same whatever packs it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in files.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system = 3  # or Windows would write another number
            archive.writestr(entry, raw)
    return out.getvalue()
