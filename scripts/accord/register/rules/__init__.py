"""Rules for records, authorities and seals."""
