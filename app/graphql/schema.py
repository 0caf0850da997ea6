"""The schema: the root fields with the limits that bound what may be asked."""

import strawberry
from graphql import GraphQLError
from strawberry.extensions import (
    AddValidationRules,
    MaskErrors,
    MaxAliasesLimiter,
    MaxTokensLimiter,
    ParserCache,
    QueryDepthLimiter,
    ValidationCache,
)
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from app.graphql import types
from app.graphql.errors import is_ours
from app.graphql.limits import ALIASES, DEPTH, TOKENS, CostLimiter, DocumentLimiter
from app.graphql.query import Query
from graph.model.nodes import NODE_KINDS

# A limiter makes a new rule each time it is made, and the validation cache, whose key holds the
# rules, would never hit: so the rules are made once.
RULES = [
    *QueryDepthLimiter(max_depth=DEPTH).validation_rules,
    *MaxAliasesLimiter(max_alias_count=ALIASES).validation_rules,
]


class RaciSchema(strawberry.Schema):
    """Logs accidents only: a refusal is an answer, and a reader's slip is no news."""

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Log the errors that a client will not be shown."""
        super().process_errors([each for each in errors if not is_ours(each)], execution_context)


def build_schema() -> strawberry.Schema:
    """Build the schema with its limits; nothing is read from the environment.

    The order matters: what may be read is bounded before it is parsed, what may be asked before
    it is validated, what it may cost before it is run.
    """
    return RaciSchema(
        query=Query,
        types=[getattr(types, kind.type.__name__) for kind in NODE_KINDS],
        config=StrawberryConfig(batching_config=None),
        extensions=[
            lambda: MaskErrors(should_mask_error=lambda error: not is_ours(error)),
            lambda: MaxTokensLimiter(max_token_count=TOKENS),
            lambda: ParserCache(maxsize=128),
            DocumentLimiter,
            lambda: AddValidationRules(RULES),
            lambda: ValidationCache(maxsize=128),
            CostLimiter,
        ],
    )


SCHEMA = build_schema()
