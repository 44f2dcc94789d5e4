"""Read cases that people bring: one's answers from a YAML file, many from a CSV."""
