"""Rules for every data file and every page."""
