"""Rules for the text of the Commitment and its versions."""
