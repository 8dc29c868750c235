"""Lets `python -m accord` run the one program."""

import sys

from accord.cli import main

sys.exit(main())
