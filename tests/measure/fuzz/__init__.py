"""A fuzzer without a library: good inputs, broken at random. `python -m tests.measure.fuzz SECONDS [SEED]`."""
