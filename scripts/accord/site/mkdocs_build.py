"""The process that builds the site: checks the project once, then has MkDocs build from what was read.

Run by accord/site/building.py as `python -I -m accord.site.mkdocs_build ROOT FOLDER`. The day is SOURCE_DATE_EPOCH's.
"""

import sys
from pathlib import Path

from mkdocs.__main__ import cli

from accord.files.memory import look_rarely
from accord.files.problem import counted, system_refuses, visible
from accord.site import well_known
from accord.site.workspace import Unfit, open_checked


def main(root: Path, folder: Path) -> int:
    """Print problems and notes, and build into `folder`. Return 1 on problems; a build that fails exits by itself."""
    try:
        workspace = open_checked(root)
    except Unfit as unfit:
        print(unfit)
        print(f"{counted(len(unfit.problems), 'problem')}.")
        return 1
    for note in workspace.notes:
        print(note)
    for left_out in well_known.notes(workspace.guidance):
        print(left_out)
    sys.stdout.flush()
    config = str(root / "mkdocs.yml")
    # The hook asks for the same workspace, and gets it as it is kept: no file has changed since.
    try:
        cli(["build", "--strict", "--config-file", config, "--site-dir", str(folder)], prog_name="mkdocs")
    except OSError as error:  # a full disk, a folder that nobody may write to
        print(visible(f"accord site: {system_refuses(error)}"), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    look_rarely()
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
