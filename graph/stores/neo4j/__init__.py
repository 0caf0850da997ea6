"""Neo4j as the store: where it is, how the model looks in it, its versions, its answers."""
