"""What a council's copy shows besides upstream's words: whose it is, where it stands, its duties, its notes."""
