"""Seal what lies here with a steward's key: show what the seal adds, sign it, and say who has to sign besides."""

import argparse
from collections import Counter
from collections.abc import Iterator

from accord.commands.words import refused
from accord.files.digests import digest
from accord.files.problem import counted, visible
from accord.project import reading
from accord.project.rules_all import Inputs, check
from accord.register.folder import Folder, put_folder, read_folder
from accord.register.record import ANSWERS, CONFIRMED, Record
from accord.register.writing.terminal import agreed
from accord.seals import chain
from accord.steward import sealing

TOLD = ("kind", "organisation", "ons_code", "decided", "version", "use_of_ml", "field", "value", "successor")


def run(options: argparse.Namespace) -> int:
    """Return 0 where the seal is written or the user decides against it, 1 where something else is wrong first."""
    root, today = options.root, options.today
    project = reading.load(root)
    folder = read_folder(project)
    plan = sealing.plan(folder, today)
    sealed = put_folder(project, folder.under(chain.Chain((plan.seal,))))
    wrong = [problem for problem in check(Inputs(sealed, today)) if problem.severity == "problem"]
    if wrong:
        return refused(wrong, "Nothing is sealed. A seal covers only what is good.")
    for line in _shown(folder, plan):
        print(visible(line))
    if not options.key:
        print("Give your key to sign it: accord seal --key FILE")
        return 0
    if not options.yes and not agreed("Seal this?"):
        print("Nothing is sealed. Where nobody can be asked, add --yes.")
        return 0
    new = sealing.signed(folder, plan, options.key)
    sealing.write(root, new)
    for path in new:
        print(path)
    if len(plan.signed) + sum(path.endswith(".sig") for path in new) < plan.needed:
        print("Another office has to sign. Commit these files; there it runs: accord seal --key FILE")
    else:
        print(f"Sealed. Its digest, to keep elsewhere: {digest(plan.raw)}")
        print("Commit what is new together with what it seals.")
    return 0


def _shown(folder: Folder, plan: sealing.Plan) -> Iterator[str]:
    """Yield what the seal adds, confirmation by confirmation, so that nothing rides along unseen."""
    yield f"{plan.path} would list {len(plan.seal.lines):,} files, and add:"
    records = {file.path: file.record for file in folder.records if file.record}
    by_digest = {(record.signatory, record.digest): record for record in records.values()}
    added = [record for path in plan.added if (record := records.get(path))]
    acts = {each.path: by_digest.get((each.signatory, each.get("target"))) for each in added if each.event == CONFIRMED}
    shown = {act.path for act in acts.values() if act}
    grounds = {file.path: file.erased.ground for file in folder.erased if file.erased}
    for path in plan.added:
        if (act := acts.get(path)) and (record := records.get(path)):
            yield f"  {_words(act)}; seen: {record.get('method')} {record.get('checked_url')}"
        elif path not in shown and not path.startswith(chain.FOLDER):
            yield f"  {path}{f': {grounds[path]}' if path in grounds else ''}"
    signed = f" Signed by {' and '.join(sorted(plan.signed))}." if plan.signed else ""
    yield f"It needs {counted(plan.needed, 'office')}.{signed}"


def _words(act: Record) -> str:
    """Return what a record says and the register will show, without what the signatory says in sentences."""
    said = [f"{name}: {act.get(name)}" for name in TOLD if act.get(name)]
    said += [f"sets apart {clause}" for clause in act.reservations]
    answers = Counter(act.fields.values())
    said += [f"{answers[answer]} {answer}" for answer in ANSWERS if answers[answer]]
    start = f"{act.signatory}: {act.event} of {act.date.isoformat()}, by {act.get('role') or 'no office'}"
    return "; ".join([start, *said])
