"""The only part that writes to the repository: a record, or a version."""
