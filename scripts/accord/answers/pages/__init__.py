"""The worksheets, their data, and documents made from answers."""
