"""A council's copy beside upstream: what is different here, and what upstream changed. Reads git, never the network."""
