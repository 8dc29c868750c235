"""Verification, offline: SSH keys and signatures, which key counts, the Merkle root, and a count that adds up."""
