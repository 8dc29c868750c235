"""What a change may do: two trees are read as data and compared, and rules judge the difference."""
