"""Reads files: the only part that knows YAML, Markdown and positions in them."""
