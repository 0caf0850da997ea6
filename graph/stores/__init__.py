"""Where the graph lives: networkx in memory, opened by its URL."""
