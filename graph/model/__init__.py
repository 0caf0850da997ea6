"""What the guideline is about: codes, levels, nodes and relations. Standard library only."""
