"""GraphQL: types derived from the model, root fields that ask the questions, and their limits."""
