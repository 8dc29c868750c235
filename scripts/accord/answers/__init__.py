"""Answers to the worksheets: one file a project, checked, carried over, and made into documents."""
