"""A project as read: its data files, its pages, its ids, and the rules that hold for every kind of file."""
