"""The Commitment: its text, its versions, and what changed between them."""
