"""Answers to the worksheets: one file a project, checked, carried over, compared, and made into documents."""
