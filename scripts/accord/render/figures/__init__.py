"""The figures, drawn from the data. Each is drawn wide and narrow; the style sheet shows one of the two."""

from accord.render.figures.framework import framework
from accord.render.figures.lifecycle import lifecycle

__all__ = ["framework", "lifecycle"]
