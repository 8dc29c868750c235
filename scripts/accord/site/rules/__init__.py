"""Rules that need to know the whole site."""
