"""A council's copy: its settings and notes, what it shows, and how it differs."""
