"""The service: GraphQL, pages and the command line over the graph."""
