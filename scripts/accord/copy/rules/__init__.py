"""Rules for what only a council's copy has."""
