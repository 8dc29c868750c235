"""Rules for the guidance."""
