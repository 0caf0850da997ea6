"""What the service costs, measured over HTTP; it reports and asserts nothing about time."""
