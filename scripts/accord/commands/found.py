"""Found a register: name the offices whose keys seal it. Later, bring a key in or end one."""

import argparse
from datetime import date, timedelta

from accord.files import clock
from accord.files.atomic import write_new, write_over
from accord.files.problem import Unusable
from accord.project import reading
from accord.register.folder import Folder, read_folder
from accord.seals import chain
from accord.seals.chain import Steward
from accord.steward import naming
from accord.steward.naming import Term

FOUNDED = f"""\
Next:
1. Ring each office, and compare the fingerprints. Each puts its own on its website.
2. On the first office's machine: accord seal --key KEY. Commit what is new, with {chain.STEWARDS}.
3. On another office's machine, with that commit: accord seal --key KEY. Commit its signature.
4. Whoever holds the repository takes both commits in by hand. Nobody's key can vouch for a first seal."""
CHANGED = """\
Two offices have to seal this, by keys that were named before it: accord seal --key KEY, one after the other.
A stolen key: look again at all that it sealed since."""
FOUND_ALREADY = f"""\
{chain.STEWARDS} names stewards already. Two of them seal any change of it:
  accord found --add NAME=KEY.pub               bring a key in
  accord found --end NAME --until DAY           end an office's keys with a day
  accord found --end NAME=KEY.pub --until DAY   end one key of an office
  --add and --end together                      replace a key
A key is ended and never taken out, so that old seals can still be verified."""

STOPPED = "Nothing is written."


def arguments(parser: argparse.ArgumentParser) -> None:
    pair = "NAME=KEY.pub"
    parser.add_argument("--steward", action="append", default=[], metavar=pair, help="an office and its public key")
    parser.add_argument("--add", action="append", default=[], metavar=pair, help="bring a key in")
    parser.add_argument("--end", action="append", default=[], metavar="NAME[=KEY.pub]", help="end an office's keys")
    parser.add_argument(
        "--from", dest="first", type=clock.day, metavar="DAY", help="the first day on which new keys sign"
    )
    parser.add_argument("--until", type=clock.day, metavar="DAY", help="the last day, of new keys or of those that end")


def run(options: argparse.Namespace) -> int:
    """Return 0 where the list is written, 1 where it can't be, 2 on a wrong call."""
    path = options.root / chain.STEWARDS
    today = options.today
    there = path.exists()
    if there and (options.steward or not (options.add or options.end)):
        print(FOUND_ALREADY if any((path.parent / "seals").glob("*.sha256")) else f"Delete {path} to begin anew.")
        return 1
    if not there and (options.add or options.end):
        raise Unusable("There are no stewards yet: accord found --steward NAME=KEY.pub, once for each key.")
    if there:
        stewards, raw = _changed(options, read_folder(reading.load(options.root)), today)
        write_over(path, raw)
    else:
        if not options.steward:
            raise Unusable("Name two offices: accord found --steward NAME=KEY.pub --steward NAME=KEY.pub")
        term = Term(options.first or today, options.until)
        stewards = [naming.read_steward(each, term) for each in options.steward]
        raw = naming.listing(stewards, term.first)
        write_new(path, raw)
    print(raw.decode(), end="")
    for each in stewards:
        print(f"{each.office}: {naming.fingerprint(each.key)}")
    print(CHANGED if there else FOUNDED)
    return 0


def _changed(options: argparse.Namespace, folder: Folder, today: date) -> tuple[list[Steward], bytes]:
    """Return the list with keys brought in and ended, and its bytes."""
    stewards, faults = chain.read_stewards(chain.STEWARDS, folder.raw(chain.STEWARDS))
    if faults:
        raise Unusable(f"{faults[0].path}:{faults[0].line}: {faults[0].wrong} {faults[0].cure}")
    newest = folder.chain.newest
    soonest = max(today, date.fromisoformat(newest.day)) + timedelta(days=1) if newest else today
    first = options.first or soonest
    if newest and first <= date.fromisoformat(newest.day):
        raise Unusable(f"The newest seal is of {newest.day}, and a new key signs from a later day on.")
    until = options.until or today
    for told in options.end:
        stewards = naming.ended(stewards, told, until)
    stewards += [naming.read_steward(told, Term(first, None if options.end else options.until)) for told in options.add]
    return stewards, naming.listing(stewards, until if options.end else today)
