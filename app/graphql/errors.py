"""How a refusal looks to a client: a message that helps and a code that stays."""

from typing import Any

from graphql import GraphQLError, GraphQLSyntaxError

from graph.errors import AmbiguousName, RaciError, UnknownName

INTERNAL = "INTERNAL"
LONGEST = 1_000

# The limiters give no code of their own; their messages are kept as they are.
_BY_WORDS = (
    ("exceeds maximum operation depth", "LIMIT_DEPTH"),
    ("aliases found. Allowed", "LIMIT_ALIASES"),
    ("tokens. Parsing aborted", "LIMIT_TOKENS"),
    ("selections once its fragments", "LIMIT_SELECTIONS"),
    ("times for the schema", "LIMIT_INTROSPECTION"),
    ("The query could yield", "LIMIT_NODES"),
    ("Maximum introspection depth", "LIMIT_DEPTH"),
    ("invalid value", "BAD_ARGUMENT"),
)


def is_ours(error: GraphQLError) -> bool:
    """Tell whether a client may read an error: ours or GraphQL's own, not an accident's."""
    cause = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error:
        cause = cause.original_error
    return cause is None or isinstance(cause, RaciError | GraphQLError)


def shown(error: GraphQLError) -> dict[str, Any]:
    """Write an error for a client: message, locations, path, extensions with a stable code."""
    formatted: dict[str, Any] = dict(error.formatted)
    # GraphQL's own messages repeat a bad value in full, however long it is.
    if len(error.message) > LONGEST:
        formatted["message"] = error.message[:LONGEST] + "…"
    formatted["extensions"] = {**(error.extensions or {}), **_extensions(error)}
    return formatted


def _extensions(error: GraphQLError) -> dict[str, Any]:
    cause = error.original_error
    if isinstance(cause, UnknownName):
        return {"code": cause.code, "nearest": list(cause.nearest)}
    if isinstance(cause, AmbiguousName):
        return {"code": cause.code, "choices": list(cause.choices)}
    if isinstance(cause, RaciError):
        return {"code": cause.code}
    for words, code in _BY_WORDS:
        if words in error.message:
            return {"code": code}
    if isinstance(error, GraphQLSyntaxError):
        return {"code": "GRAPHQL_PARSE_FAILED"}
    return {"code": INTERNAL if error.path else "GRAPHQL_VALIDATION_FAILED"}
