"""The one error of this package."""


class NoServer(Exception):
    """No Neo4j server can be had; the message says why and what to do."""
