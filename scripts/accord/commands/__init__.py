"""The commands of `accord`, one a module: `arguments` adds its options, `run` returns the exit status."""
