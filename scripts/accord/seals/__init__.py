"""Seals: signed lists of everything that counts, and the chain that they form."""
