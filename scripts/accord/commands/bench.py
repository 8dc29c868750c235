"""placeholder bench."""
import argparse
def arguments(parser: argparse.ArgumentParser) -> None: ...
def run(options: argparse.Namespace) -> int: return 2
