"""What hosts run: workflows without secrets or tokens that write, pinned actions, one check."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

PINNED = re.compile(r"[a-z-]+/[a-z-]+@[0-9a-f]{40}\Z")
USES = re.compile(r"uses: (\S+) # v[0-9]+\.[0-9]+\.[0-9]+$", re.MULTILINE)
READ_ONLY = {"contents": "read"}
# The jobs that may write, and what each may.
WRITERS = {
    ("pages.yml", "publish"): {"pages": "write", "id-token": "write"},
    ("release.yml", "publish"): {"contents": "write"},
    ("pages.yml", "stay"): {"actions": "write"},
}
# The workflows in which one job is handed its own token, and the right that stands before it there.
TOKENS = {"release.yml": "contents: write", "pages.yml": "actions: write"}


def workflows(root: Path) -> dict[str, dict[Any, Any]]:
    """Return every workflow by its file's name. `on` is True to YAML 1.1."""
    paths = sorted((root / ".github" / "workflows").iterdir())
    return {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


def steps(flow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in flow["jobs"].values() for step in job["steps"]]


def test_workflows_have_no_rights_by_default(root: Path) -> None:
    """Rights are given job by job. Only jobs that publish may write, and they get no code of the repository."""
    for name, flow in workflows(root).items():
        assert flow["permissions"] == {}, name
        for job_name, job in flow["jobs"].items():
            if job["permissions"] == READ_ONLY:
                continue
            assert job["permissions"] == WRITERS[name, job_name]
            assert job.get("needs") == ("build" if job_name == "publish" else None)  # a broken build ends no schedule
            assert [step for step in job["steps"] if "checkout" in step.get("uses", "")] == []
            ran = [step["run"] for step in job["steps"] if "run" in step]
            words = {line.split()[0] for run in ran for line in run.splitlines()}
            assert words <= {"cd", "sha256sum", "gh"}


def test_changes_are_judged_without_secrets(root: Path) -> None:
    """No secret, no token but to publish, no value of a change inside a shell script; and the lending trigger once."""
    for name, flow in workflows(root).items():
        text = rows_that_act((root / ".github" / "workflows" / name).read_text(encoding="utf-8"))
        for word in ("workflow_run", "issue_comment", "secrets.", "GITHUB_TOKEN", "actions/cache", "cache:"):
            assert word not in text, f"{name}: {word}"
        assert text.count("github.token") == (1 if name in TOKENS else 0), name
        if name in TOKENS:
            assert text.index("github.token") > text.index(TOKENS[name])
        assert [step["run"] for step in steps(flow) if "${{" in step.get("run", "")] == [], name
    triggers = {name: set(flow[True]) for name, flow in workflows(root).items()}
    assert triggers["check.yml"] == {"pull_request_target", "merge_group"}
    assert triggers["tests.yml"] == {"pull_request", "merge_group"}
    assert triggers["pages.yml"] == {"push", "schedule", "workflow_dispatch"}
    assert workflows(root)["release.yml"][True] == {"push": {"tags": ["v*"]}}


def rows_that_act(text: str) -> str:
    """Return a workflow without what only people read."""
    return "\n".join(row.partition(" #")[0] for row in text.split("\n") if not row.lstrip().startswith("#"))


def test_actions_are_pinned(root: Path) -> None:
    """Each action is named by its whole commit, with its version beside it, and no check-out keeps a token."""
    for name, flow in workflows(root).items():
        used = [step for step in steps(flow) if "uses" in step]
        assert used, name
        text = (root / ".github" / "workflows" / name).read_text(encoding="utf-8")
        assert USES.findall(text) == [step["uses"] for step in used], name
        for step in used:
            assert PINNED.match(step["uses"]), step
            if step["uses"].startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_the_base_judges_the_change(root: Path) -> None:
    """GitHub takes the workflow from the main branch, and all that runs is the base's. The change is an argument."""
    (job,) = workflows(root)["check.yml"]["jobs"].values()
    assert job["name"] == "Check"  # the one that the guides say to require
    assert job["permissions"] == READ_ONLY
    assert "strategy" not in job
    assert "if" not in job  # a job that is skipped counts as passed
    base, head = (step["with"] for step in job["steps"] if "uses" in step)
    assert base["path"] == "base"
    assert base["ref"] == "${{ github.event.merge_group.base_sha || github.sha }}"
    assert head["path"] == "head"
    assert "head.sha" in head["ref"]
    ran = [row for step in job["steps"] for row in step.get("run", "").split("\n") if row and not row.startswith("#")]
    assert ran == [
        "python3 -I base/scripts/prepare.py site",
        'echo "::stop-commands::$(cat /proc/sys/kernel/random/uuid)"',
        "base/scripts/deploy/check.sh head",
    ]
    assert job["steps"][-1]["env"] == {"UPSTREAM": "${{ vars.UPSTREAM }}"}


def test_gitlab_publishes_and_judges(root: Path) -> None:
    """The check leaves the request's folder before anything of Python starts, and hands that folder over as data."""
    flow = yaml.safe_load((root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert "scripts/deploy/build.sh" in flow["pages"]["script"]
    assert flow["pages"]["artifacts"]["paths"] == ["public"]
    script = flow["check"]["script"]
    assert script[-3:] == [
        'cd "$CI_PROJECT_DIR.base"',
        "python3 -I scripts/prepare.py site",
        'scripts/deploy/check.sh "$CI_PROJECT_DIR"',
    ]
    assert all(line.startswith("git ") for line in script[:-3])
    assert re.fullmatch(r"python:3\.11-\S+@sha256:[0-9a-f]{64}", flow["image"])


OWNED = (
    "commitment/stewards", "commitment/seals/2026-11-30.sha256", "commitment/versions/1.0.0.md", "data/authorities.yml",
    "data/schema/term.json", "data/local/site.yml", "scripts/accord/cli.py", "scripts/deploy/check.sh",
    "overrides/main.html", ".github/workflows/check.yml", "CODEOWNERS", ".gitlab-ci.yml", "requirements.txt",
    "mkdocs.yml", "docs/index.md", "commitment/signatories/leeds/2026-11-30-confirmed.yml",
    "commitment/signatories/leeds/2026-11-30-confirmed-2.yml",
    "commitment/signatories/leeds/2026-11-30-signed.yml.erased",
)  # fmt: skip
FREE = ("commitment/signatories/leeds/2026-11-30-signed.yml", "commitment/signatories/leeds/2027-11-30-reviewed.yml")


def test_stewards_are_asked_for_all_but_claims(root: Path) -> None:
    """The last line that fits a path says who is asked, as hosts read the file."""
    rows = [row.split() for row in (root / "CODEOWNERS").read_text(encoding="utf-8").split("\n")]
    rules = [(row[0], row[1:]) for row in rows if row and not row[0].startswith("#")]
    assert {path for path in (*OWNED, *FREE) if owners(rules, path)} == set(OWNED)


def owners(rules: list[tuple[str, list[str]]], path: str) -> list[str]:
    """Return who owns a path: patterns as in .gitignore, as far as the file uses them."""
    found: list[str] = []
    for pattern, names in rules:
        form = re.escape(pattern.lstrip("/")).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
        if pattern == "*" or re.match(f"{form}{'' if pattern.endswith('/') else '(?:/|$)'}", path):
            found = names
    return found


@pytest.mark.parametrize("name", ["sign", "change", "fault"])
def test_forms_never_ask_about_families(root: Path, name: str) -> None:
    """Each form says that it is public, and asks to leave out children and families before anything is sent."""
    form = yaml.safe_load((root / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").read_text(encoding="utf-8"))
    assert "All that you write here is public" in form["body"][0]["attributes"]["value"]
    boxes = form["body"][-1]["attributes"]["options"]
    assert any("child, " in box["label"] and box["required"] for box in boxes)
    labels = " ".join(part["attributes"].get("label", "") for part in form["body"])
    assert not re.search(r"name of|e-mail|telephone|date of birth|case number", labels, re.IGNORECASE)
