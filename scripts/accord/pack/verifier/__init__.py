"""The parts of `verify.py`, which ../assemble.py joins into one file.

They keep to Python 3.8 and its standard library, import only each other, and name nothing twice. They repeat rules that
stand elsewhere in the package, on purpose: whoever checks us must not need our code, and tests compare the two.
"""
