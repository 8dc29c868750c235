"""Everything of the Commitment that is shown, as a function of the model: pages, data, feed and badges."""
