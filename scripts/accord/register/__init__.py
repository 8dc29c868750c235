"""The register: authorities, records, and where each signatory stands."""
