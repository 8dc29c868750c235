"""What measures the site and proves what it promises: `make bench`, `make prove`. It is not part of the package."""
