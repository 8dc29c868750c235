"""Pages, figures and data of the guidance."""
