"""The day that a packed document gives as that of its making, which pandoc's sandbox always says is in 1970.

Only that one file of the package is written anew, without compression: the others keep their bytes, so that no other
program's way of packing enters into ours.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

# The file of each format that holds its dates. Only those elements change: a title may well be such a date.
HOLDERS = {"docx": "docProps/core.xml", "odt": "meta.xml", "epub": "EPUB/content.opf"}
NEVER = re.compile(
    rb'(<(?:dcterms:created|dcterms:modified|meta:creation-date|dc:date|meta property="dcterms:modified")[^>]*>)'
    rb"1970-01-01T00:00:00Z<"
)
LOCAL = struct.Struct("<4s5H3I2H")  # APPNOTE.TXT of PKWARE, 4.3.7
CENTRAL = struct.Struct("<4s6H3I5H2I")  # 4.3.12
END = struct.Struct("<4s4H2IH")  # 4.3.16


def dated(raw: bytes, ending: str, day: str) -> bytes:
    """Return a packed document with `day` (ISO 8601) as the day of its making."""
    moment = rb"\g<1>%bT00:00:00Z<" % day.encode()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entries = archive.infolist()
        old = archive.read(HOLDERS[ending])
    new = NEVER.sub(moment, old)
    return raw if new == old else _replaced(raw, entries, HOLDERS[ending], new)


def _replaced(raw: bytes, entries: list[zipfile.ZipInfo], name: str, new: bytes) -> bytes:
    """Return a package with one file's bytes replaced. Every entry keeps its place."""
    out, table = bytearray(), bytearray()
    for entry in entries:
        start = len(out)
        path = entry.filename.encode()
        kind, crc, size, packed = entry.compress_type, entry.CRC, entry.file_size, _packed(raw, entry)
        if entry.filename == name:
            kind, crc, size, packed = zipfile.ZIP_STORED, zlib.crc32(new), len(new), new
        bits = entry.flag_bits & 0x800  # names in UTF-8 (4.4.4); sizes always stand before the bytes
        common = (20, bits, kind, 0, 0x21, crc, len(packed), size, len(path), 0)  # 1 January 1980, midnight
        out += LOCAL.pack(b"PK\3\4", *common) + path + packed
        table += CENTRAL.pack(b"PK\1\2", 20, *common, 0, 0, 0, entry.external_attr, start) + path
    end = END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), len(table), len(out), 0)
    return bytes(out + table + end)


def _packed(raw: bytes, entry: zipfile.ZipInfo) -> bytes:
    """Return the packed bytes of an entry, which follow its name and its extra field."""
    head = LOCAL.unpack_from(raw, entry.header_offset)
    start = entry.header_offset + LOCAL.size + head[-2] + head[-1]
    return raw[start : start + entry.compress_size]
