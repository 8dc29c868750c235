"""The two programs that write documents, as the wheels that requirements.txt locks bring them.

pandoc runs as a process of its own, with no data folder and no home of anyone's. It runs without its sandbox, which
would hide SOURCE_DATE_EPOCH: a tree of ours names no picture and no file, so that there is nothing for it to fetch.
Typst runs within our process, with the fonts that it brings and no others.
"""

import importlib.metadata
import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pypandoc
import typst

PANDOC, TYPST = "pypandoc_binary", "typst"
NONE: Mapping[str, bytes] = {}
LONGEST = 120  # seconds for one document; a second is usual


class Failed(RuntimeError):
    """A program did not write a document. Carries what it said."""


@cache
def find_version(package: str) -> str:
    """Return the version of a package that is installed."""
    return importlib.metadata.version(package)


def pandoc(
    source: bytes,
    read: str,
    form: str,
    options: tuple[str, ...] = (),
    files: Mapping[str, bytes] = NONE,
    epoch: str = "0",
) -> bytes:
    """Return what pandoc makes of a source. `files` are put into its folder under their names, for `options`.

    Args:
        source: the text to read.
        read: its format: `json` for pandoc's own trees, or `html`.
        form: the format to write.
        options: pandoc's options.
        files: what they name.
        epoch: the moment that the document gives as that of its making, in seconds (UTC); no clock is asked.

    Raises:
        Failed: pandoc refused, or took longer than LONGEST.
    """
    with tempfile.TemporaryDirectory(prefix="accord-document-") as folder:
        for name, raw in files.items():
            (Path(folder) / name).write_bytes(raw)
        command = [pypandoc.get_pandoc_path(), f"--from={read}", f"--to={form}"]
        command += ["--data-dir=.", "--fail-if-warnings", *options, "--output=-"]
        plain = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": folder, "SOURCE_DATE_EPOCH": epoch}
        try:
            done = subprocess.run(
                command, input=source, capture_output=True, cwd=folder, env=plain, check=False, timeout=LONGEST
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Failed(f"pandoc: {error}") from error
    if done.returncode or not done.stdout:
        raise Failed(f"pandoc: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def pdf(template: bytes, data: str) -> bytes:
    """Return a tagged PDF that follows PDF/UA-1 (ISO 14289-1), of a Typst template and the JSON that it reads.

    Raises Failed: Typst refused the template or the data, or the result would not follow the standard.
    """
    try:
        made: bytes = typst.compile(
            template, format="pdf", ignore_system_fonts=True, sys_inputs={"data": data}, pdf_standards="ua-1"
        )
    except (RuntimeError, ValueError) as error:
        raise Failed(f"typst: {error}") from error
    return made
