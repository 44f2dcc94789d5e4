"""Read the data: YAML with its lines, gathered into one tree, held against the schema and checked."""
