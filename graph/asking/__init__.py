"""Questions as people say them: read by a lexicon, answered from the graph, or declined."""
