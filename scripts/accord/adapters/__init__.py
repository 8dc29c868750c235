"""Thin joints between the package and the tools that load it. They hold no logic of ours."""
