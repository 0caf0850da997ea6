"""The guideline as a graph: its facts, its stores and the questions put to them. Knows no web."""
