"""The repository keeps its own promises: small files, described fields, examples that hold."""

import json
import re
import statistics
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from accord.files import schema as schemas
from accord.files import yaml_strict
from accord.guidance.build import PLACES
from accord.project.reading import FOLDERS, LOCAL, LOCALS, SINGLES
from accord.project.rules.fields import against
from tests.support import OWN_COPY, own_schemas

LONGEST, MEDIAN = 300, 80
WHOLE = {"scripts/accord/seals/chain.py": 500}  # the pack's program too, which is one file
CODE = (".py", ".js", ".css", ".html")


@pytest.fixture(scope="module")
def tracked(root: Path) -> list[str]:
    """Return every file that git holds, or would hold at the next commit."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    out = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    return [name for name in out.splitlines() if (root / name).exists()]


def test_code_files_are_small(root: Path, tracked: list[str]) -> None:
    """No file of code is over 300 lines, and half of the program's are under 80."""
    code = [name for name in tracked if name.endswith(CODE) and "/vendor/" not in name]
    lengths = {name: len((root / name).read_text(encoding="utf-8").splitlines()) for name in code}
    assert {name: count for name, count in lengths.items() if count > WHOLE.get(name, LONGEST)} == {}
    program = [count for name, count in lengths.items() if name.startswith("scripts/")]
    assert statistics.median(program) < MEDIAN


def test_git_holds_plain_files_and_nothing_built(root: Path, tracked: list[str]) -> None:
    """A symbolic link in docs/ would publish what it points at. What a council's copy adds, upstream never contains."""
    never = ("site/", "build/") if OWN_COPY else ("site/", "build/", LOCAL)
    assert [name for name in tracked if name.startswith(never) or name.endswith(".pyc")] == []
    out = subprocess.run(["git", "ls-files", "-s"], cwd=root, capture_output=True, text=True, check=True).stdout
    assert {line.split()[0] for line in out.splitlines()} <= {"100644", "100755"}


def test_examples_in_contributing_are_valid(root: Path) -> None:
    """Each YAML example of the guide passes the check that it explains, and a spoilt one does not."""
    examples = re.findall(r"```yaml\n(.*?)```", (root / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    assert examples
    for example, good in ((each, good) for each in examples for good in (True, False)):
        words = example if good else f"{example}surprise: yes\n"
        node, problems = yaml_strict.parse("CONTRIBUTING.md", words)
        assert node is not None
        assert not problems
        assert bool([*against(own_schemas(), "term", "CONTRIBUTING.md", node)]) != good


def test_schemas_are_sound_and_described() -> None:
    """Every schema is one, and every field of every kind says what it is for."""
    for kind in PLACES:
        Draft202012Validator.check_schema(own_schemas()[kind])
        assert _undescribed(own_schemas()[kind], kind) == []


def _undescribed(schema: schemas.Schema, path: str) -> list[str]:
    found: list[str] = []
    for name, inner in schema.get("properties", {}).items():
        form = inner["items"] if inner.get("type") == "array" else inner
        if not (inner.get("description") or form.get("description")) or schema["additionalProperties"] is not False:
            found.append(f"{path}/{name}")
        found += _undescribed(form, f"{path}/{name}")
    return found


def test_editors_know_every_kind(root: Path) -> None:
    """An editor with a YAML extension checks each folder of data/ by its schema."""
    settings = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    wanted = {f"data/schema/{kind}.json": f"data/{folder}/*.yml" for folder, kind in FOLDERS.items()}
    wanted |= {f"data/schema/{kind}.json": f"data/{name}" for name, kind in SINGLES.items()}
    wanted |= {f"data/schema/{kind}.json": f"{place}*.yml".replace(".yml*", "") for place, kind in LOCALS.items()}
    assert settings == wanted | {"data/schema/version.json": "commitment/versions/*.yml"}


def test_the_readme_names_real_targets(root: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"site", "test"} <= named <= targets


def test_no_placeholder_is_left(root: Path, tracked: list[str]) -> None:
    pattern = re.compile(r"\b(TODO|FIXME|XXX|lorem ipsum)\b")
    kept = [name for name in tracked if name.startswith(("docs/", "data/", "overrides/", "scripts/"))]
    texts = {name: (root / name).read_text(encoding="utf-8") for name in kept if not name.endswith(".png")}
    assert [name for name, text in texts.items() if pattern.search(text) and "/vendor/" not in name] == []


def test_each_licence_has_its_text_where_tools_look(root: Path) -> None:
    """REUSE's own folder holds a text for each licence that REUSE.toml names, and none besides."""
    named = set(re.findall(r'SPDX-License-Identifier = "(.+)"', (root / "REUSE.toml").read_text(encoding="utf-8")))
    assert {file.stem for file in (root / "LICENSES").iterdir() if file.stat().st_size > 1_000} == named
    assert len([*(root / "LICENSES").iterdir()]) == len(named)
