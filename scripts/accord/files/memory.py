"""How often Python looks for circles of objects that nobody holds any more."""

import gc


def look_rarely() -> None:
    """Have this process look for circles rarely. It uses some megabytes more, and never more than that."""
    # A register of 30,000 records is some million objects that all stay. Python's own 700 objects between two looks
    # have it walk through them again and again: a third of the time of reading.
    gc.set_threshold(200_000, 20, 20)
