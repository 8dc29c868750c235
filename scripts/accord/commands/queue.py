"""Show what waits for a steward, oldest first, with what to look at; --reply prints a letter to copy."""

import argparse

from accord.files.problem import CalledWrongly, listed, shown, visible
from accord.project import reading
from accord.project.ids import nearest
from accord.register.folder import read_folder
from accord.register.record import METHODS
from accord.seals import chain
from accord.steward import view
from accord.steward.queue import Queue


def run(options: argparse.Namespace) -> int:
    """Print the queue. Return 1 where the seals do not hold, 2 where nothing of that short name waits."""
    if options.reply and not options.slug:
        raise CalledWrongly("--reply goes with the short name of a signatory.")
    project = reading.load(options.root)
    queue = Queue(project, options.today)
    waiting = [item for item in queue.waiting if options.slug in (None, item.claim.signatory)]
    if options.slug and not waiting:
        near = nearest(options.slug, {item.claim.signatory for item in queue.waiting})
        raise CalledWrongly(f"nothing of {shown(options.slug)} waits for a steward.{near}")
    if options.reply:
        print("\n\n".join(view.reply(queue, item) for item in waiting), end="")
        return 0
    for item in waiting:
        print("\n".join(visible(line) for line in view.lines(queue, item, whole=bool(options.slug))), end="\n\n")
    for problem in queue.unread if not options.slug else ():
        print(problem)
    print(f"{len(waiting)} {'record waits' if len(waiting) == 1 else 'records wait'} for a steward.")
    if waiting:
        print(f'METHOD is {listed(METHODS, "or")}. "accord confirm" goes through them one by one.')
    if queue.sealing:
        print(f"{queue.sealing} more confirmed, and not sealed yet: accord seal --key KEY")
    if chain.STEWARDS not in read_folder(project).sealing:
        print('This register has no steward yet, so nothing can be confirmed: "accord found".')
    return 0
