"""Found a register: name the offices whose keys seal it. Later, bring a key in or end one."""

import argparse
from datetime import date, timedelta

from accord.commands.words import told
from accord.files.atomic import write_new, write_over
from accord.files.problem import Unusable
from accord.project import reading
from accord.register.folder import Folder, read_folder
from accord.seals import chain
from accord.seals.chain import Steward
from accord.steward import naming
from accord.steward.sealing import sound


def run(options: argparse.Namespace) -> int:
    """Return 0 where the list is written, 1 where it can't be, 2 on a wrong call."""
    path = options.root / chain.STEWARDS
    today = options.today
    there = path.exists()
    if there and (options.steward or not (options.add or options.end)):
        sealed = any((path.parent / "seals").glob("*.sha256"))
        print(told("found", "already", list=chain.STEWARDS) if sealed else f"Delete {path} to begin anew.")
        return 1
    if not there and (options.add or options.end):
        raise Unusable("There are no stewards yet: accord found --steward NAME=KEY.pub, once for each key.")
    if there:
        stewards, raw = _changed(options, read_folder(reading.load(options.root)), today)
        write_over(path, raw)
    else:
        if not options.steward:
            raise Unusable("Name two offices: accord found --steward NAME=KEY.pub --steward NAME=KEY.pub")
        first = options.first or today
        stewards = [naming.read_steward(each, first, options.until) for each in options.steward]
        raw = naming.listing(stewards, first)
        write_new(path, raw)
    print(raw.decode(), end="")
    for each in stewards:
        print(f"{each.office}: {naming.fingerprint(each.key)}")
    print(told("found", "changed" if there else "founded", list=chain.STEWARDS))
    return 0


def _changed(options: argparse.Namespace, folder: Folder, today: date) -> tuple[list[Steward], bytes]:
    """Return the list with keys brought in and ended, and its bytes."""
    stewards, faults = chain.read_stewards(chain.STEWARDS, folder.raw(chain.STEWARDS))
    sound(faults)
    newest = folder.chain.newest
    soonest = max(today, date.fromisoformat(newest.day)) + timedelta(days=1) if newest else today
    first = options.first or soonest
    if newest and first <= date.fromisoformat(newest.day):
        raise Unusable(f"The newest seal is of {newest.day}, and a new key signs from a later day on.")
    until = options.until or today
    for ended in options.end:
        stewards = naming.ended(stewards, ended, until)
    stewards += [naming.read_steward(new, first, None if options.end else options.until) for new in options.add]
    return stewards, naming.listing(stewards, until if options.end else today)
