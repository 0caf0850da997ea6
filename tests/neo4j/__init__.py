"""A real Neo4j server for tests and developers, from Python and make alone."""
