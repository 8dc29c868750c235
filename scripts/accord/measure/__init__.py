"""Measures and proves: what `accord bench` and `accord prove` run."""
