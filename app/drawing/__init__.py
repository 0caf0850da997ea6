"""Drawings of the graph as SVG and PNG. Nothing here knows of requests."""
