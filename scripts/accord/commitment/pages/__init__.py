"""The text of the Commitment and its changes, as HTML."""
