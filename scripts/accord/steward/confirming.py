"""Makes the record by which a steward confirms a claim, after all that speaks against it was looked at."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from accord.files.atomic import write_new
from accord.files.characters import mended
from accord.files.problem import Problem, Unusable, shown
from accord.project.ids import nearest
from accord.project.reading import Project
from accord.register.book import book
from accord.register.folder import read_folder, written
from accord.register.record import CONFIRMED
from accord.register.record_fields import fields
from accord.register.writing import make
from accord.register.writing.draft import Draft
from accord.register.writing.terminal import ask
from accord.steward.queue import Queue, Waiting


class Confirming:
    """A queue out of which claims are confirmed, one after the other.

    Raises:
        Unusable: the seals do not hold, there is no steward, or a seal waits for another signature.
        OSError: a file can't be read.
    """

    def __init__(self, project: Project, as_of: date) -> None:
        self.project, self.as_of = project, as_of
        self.queue = Queue(project, as_of)
        self.queue.open_for_change()

    def find(self, slug: str, target: str) -> Waiting:
        """Return the claim of a signatory that has a digest. Raises Unusable where there is none, with what is near."""
        for item in self.queue.waiting:
            if item.claim.digest == target and item.claim.signatory == slug:
                return item
        records = [file.record for file in read_folder(self.project).records if file.record]
        for record in records:
            if record.event == CONFIRMED and record.get("target") == target:
                raise Unusable(f"This record is confirmed already: {record.path}.")
        for record in records:
            if record.digest == target:
                raise Unusable(f"This digest is that of {record.path}. Give its signatory: {record.signatory}.")
        own = [item.claim.digest for item in self.queue.waiting if item.claim.signatory == slug]
        if not own:
            near = nearest(slug, {item.claim.signatory for item in self.queue.waiting})
            raise Unusable(f"Nothing of {shown(slug)} waits for a steward.{near}")
        raise Unusable(f"No claim of {slug} has this digest.{nearest(target, own) or f' One that waits is {own[0]}.'}")

    def draft(self, item: Waiting, given: Mapping[str, str]) -> Draft:
        """Return the confirmation as far as it is known."""
        meant = {"signatory": item.claim.signatory, "target": item.claim.digest}
        known = {"event": CONFIRMED, "date": self.as_of.isoformat(), **meant}
        said = {name: mended(value) for name, value in given.items() if value}
        return Draft(book(self.queue.project), self.as_of, known | said)

    def ask(self, draft: Draft) -> None:
        """Ask for the method, and for the page that was checked where the method needs one."""
        while missing := draft.missing():
            spec = missing[0]
            choices = f" One of: {', '.join(spec.choices)}." if spec.choices else ""
            ask(spec.name, f"{spec.about}{choices}", draft.default(spec.name), partial(draft.take, spec))

    def confirm(self, draft: Draft) -> tuple[str, list[Problem]]:
        """Write the confirmation, unless it or something that would count is wrong. Return its path, and what is wrong.

        Raises OSError: it can't be written.
        """
        values = draft.values
        raw = make.encode(values, fields(CONFIRMED))
        path = make.free(read_folder(self.project), values["signatory"], values["date"], CONFIRMED)
        found = make.problems(self.queue.project, self.as_of, path, raw)
        if problems := [problem for problem in found if problem.severity == "problem"]:
            return path, problems
        then = written(self.project, {path: raw})
        queue = Queue(then, self.as_of)
        if not queue.wrong:
            write_new(self.project.root / path, raw)
            self.project, self.queue = then, queue
        return path, queue.wrong
