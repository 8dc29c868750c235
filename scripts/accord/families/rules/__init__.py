"""Rules for what the letter says."""
