"""The pages: server-rendered, Thai first, every fact with its place and its printed words."""
