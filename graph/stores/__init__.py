"""Where the graph lives: networkx in memory."""
