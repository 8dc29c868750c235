"""How often Python looks for circles of objects that nobody holds any more."""

import gc

# Objects made between two looks. A register of 30,000 records is some million objects that all stay, and Python's own
# 700 has it walk through them again and again: a third of the time of reading.
OBJECTS = 200_000


def look_rarely() -> None:
    """Have this process look for circles rarely. It uses some megabytes more, and never more than that."""
    gc.set_threshold(OBJECTS, 20, 20)
