"""A council's copy: its settings and notes, what it shows, how it differs, and how it sends its records."""
