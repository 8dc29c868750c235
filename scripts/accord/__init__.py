"""Reads, checks and renders the guidance and the Commitment. See CONTRIBUTING.md for the map."""
