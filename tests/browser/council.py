"""A council's copy with all that it may add: logo, notes, a signature with a reservation, two projects."""

from pathlib import Path

from tests import answers_made as made
from tests import forks
from tests.made_logos import png

NAME = "Early help list <script>document.title='ran'</script>"
PROJECT = {
    "name": NAME, "organisation": "Anytown Council", "purpose": "Families wait too long for help.",
    "use_of_ml": "piloting", "supplier": "Made-Up Models Ltd", "office": "Head of early help",
    "url": "https://www.example.org/early-help",
}  # fmt: skip
ANSWERS = {
    "care-q1": {"asked": "0" * 12, "state": "answered", "notes": "<img src=x onerror=alert(1)>\n{{ 7*7 }} [[care]]",
                "evidence": [{"text": "Minutes", "url": "https://www.example.org/m"}, {"text": "A file"}]},
    "rec-3": {"asked": "0" * 12, "state": "planned", "role": "director", "by": "2027-03-01"},
}  # fmt: skip
DECISION = {"answer": "not-yet", "reasons": "Records are patchy.", "look_again": "2026-11-01"}
NOTES_TOOL = """format: accord-answers-1
guidance: "0.3.0"
saved: "2026-05-01"
project:
  name: A tool that writes notes
  organisation: Anytown Council
  purpose: Workers write in the evening.
  office: Digital services
"""


def build(folder: Path) -> None:
    """Make the copy in a folder, and build its site into fork/site."""
    forked = forks.adopted(folder)
    local = forked.fork / "data" / "local"
    (local / "logo.png").write_bytes(png(width=1))
    with (local / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write("logo: logo.png\n")
    projects = local / "assessments"
    made.write(projects / "early-help.json", made.plain("0.3.0", ANSWERS, project=PROJECT, decision=DECISION))
    (projects / "notes-tool.yml").write_text(NOTES_TOOL, encoding="utf-8")
    assert forked.run("site", "--upstream", "upstream/main") == 0
