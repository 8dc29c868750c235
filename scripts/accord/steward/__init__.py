"""A steward's work: what waits, how it is confirmed, how a record is erased, how one comes in, and who may sign."""
