"""What the project is made of besides its own files: locked packages, scripts of others, licences, known faults."""
