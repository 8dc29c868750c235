"""Rules for a file of answers."""
