"""The ground: bytes, text, YAML, days, problems, and files that are written whole. Knows nothing of what they say."""
