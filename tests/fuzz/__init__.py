"""A fuzzer without a library: good inputs, broken at random, for N seconds. `python -m tests.fuzz SECONDS [SEED]`."""
