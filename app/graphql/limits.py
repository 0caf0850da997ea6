"""What a query may ask for: its size before validation, the nodes it can yield before execution."""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema_converter import GraphQLCoreConverter

DEPTH = 8
ALIASES = 15
TOKENS = 1000
SELECTIONS = 2_000
NODES = 10_000
DEFAULT_MOST = 10

Fragments = Mapping[str, FragmentDefinitionNode]


class DocumentLimiter(SchemaExtension):
    """Refuses a document that does not say which operation is meant, or spreads out too far.

    The alias limiter and the validator walk fragments as often as they are spread: thirty small
    ones, each spread twice in the next, would keep them busy for hours.
    """

    def on_parse(self) -> Iterator[None]:
        """Count once the document is parsed."""
        yield
        document = self.execution_context.graphql_document
        if document is None:
            return
        operations = [
            each for each in document.definitions if isinstance(each, OperationDefinitionNode)
        ]
        # The public property gives the first operation's name where the client gave none.
        named = self.execution_context._provided_operation_name
        if len(operations) > 1 and not named:
            raise GraphQLError("The document holds several operations: name one in operationName.")
        # The depth limiter would stumble over a fragment that is not there.
        if unknown := unknown_fragments(document):
            raise GraphQLError(f"Unknown fragment: {', '.join(sorted(unknown))}.")
        # The schema takes longer to walk than any data; one look at it is enough.
        if (looks := introspections(document)) > 1:
            raise GraphQLError(f"The query asks {looks} times for the schema. Allowed: 1.")
        if (count := selections(document)) > SELECTIONS:
            raise GraphQLError(
                f"The query makes {count} selections once its fragments are spread. "
                f"Allowed: {SELECTIONS}. Ask for less at a time."
            )


class CostLimiter(SchemaExtension):
    """Refuses a query that could yield too many nodes, and tells every one what it could yield."""

    def on_execute(self) -> Iterator[None]:
        """Count before anything is run; variables are known by now."""
        context = self.execution_context
        document = context.graphql_document
        if document:
            schema = context.schema._schema
            variables = context.variables or {}
            self.cost = nodes(schema, document, context.operation_name, variables)
            if self.cost > NODES:
                raise GraphQLError(
                    f"The query could yield {self.cost} nodes. Allowed: {NODES}. "
                    "Ask for fewer with `first`, or for fewer lists within lists."
                )
        yield

    def get_results(self) -> dict[str, Any]:
        """Put the count beside the answer."""
        return {"cost": {"nodes": getattr(self, "cost", 0), "allowed": NODES}}


def unknown_fragments(document: DocumentNode) -> set[str]:
    """Name the fragments that are spread but not defined."""
    spread = {
        each.name.value for each in _written(document) if isinstance(each, FragmentSpreadNode)
    }
    return spread - set(_fragments(document))


def introspections(document: DocumentNode) -> int:
    """Count how often a document asks for the schema or one of its types."""
    return sum(
        isinstance(each, FieldNode) and each.name.value in ("__schema", "__type")
        for each in _written(document)
    )


def selections(document: DocumentNode) -> int:
    """Count the fields of a document with every fragment spread out; a circle counts once."""
    fragments = _fragments(document)
    counted: dict[str, int] = {}

    def count(of: SelectionSetNode | None) -> int:
        total = 0
        for each in of.selections if of else ():
            if isinstance(each, FragmentSpreadNode):
                name = each.name.value
                if name not in counted and name in fragments:
                    counted[name] = 1
                    counted[name] = count(fragments[name].selection_set)
                total += counted.get(name, 0)
            elif isinstance(each, FieldNode | InlineFragmentNode):
                total += 1 + count(each.selection_set)
        return total

    return sum(
        count(each.selection_set)
        for each in document.definitions
        if isinstance(each, OperationDefinitionNode | FragmentDefinitionNode)
    )


def nodes(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation_name: str | None,
    variables: Mapping[str, Any],
) -> int:
    """Count the objects a valid query can yield at the worst: `first` times `first` times ..."""
    fragments = _fragments(document)
    defaults: dict[str, Any] = {}

    def count(of: SelectionSetNode, on: Any, page: int) -> int:
        total = 0
        for each in of.selections:
            if isinstance(each, FragmentSpreadNode):
                inner = fragments[each.name.value]
                total += count(inner.selection_set, _condition(schema, inner, on), page)
            elif isinstance(each, InlineFragmentNode):
                total += count(each.selection_set, _condition(schema, each, on), page)
            elif isinstance(each, FieldNode) and each.selection_set:
                total += field(each, on, page)
        return total

    def field(each: FieldNode, on: Any, page: int) -> int:
        name = each.name.value
        if name.startswith("__") or not isinstance(on, GraphQLObjectType | GraphQLInterfaceType):
            return 0
        declared = on.fields[name]
        gives: Any = get_named_type(declared.type)
        size = 1
        inner_page = page
        if "first" in declared.args:
            inner_page = _first(each, declared, {**defaults, **variables})
        elif is_list_type(get_nullable_type(declared.type)):
            size = page if on.name.endswith("Connection") else _most(declared)
        assert each.selection_set is not None
        inner = count(each.selection_set, gives, inner_page)
        return _declared(declared, "cost") + size * (1 + inner)

    total = 0
    for operation in document.definitions:
        if not isinstance(operation, OperationDefinitionNode):
            continue
        if operation_name and (not operation.name or operation.name.value != operation_name):
            continue
        defaults = {
            each.variable.name.value: int(each.default_value.value)
            for each in operation.variable_definitions or ()
            if isinstance(each.default_value, IntValueNode)
        }
        total += count(operation.selection_set, schema.query_type, 1)
    return total


def _written(document: DocumentNode) -> Iterator[SelectionNode]:
    """Give every selection of a document once, as it is written."""
    waiting: list[Any] = list(document.definitions)
    while waiting:
        inner = getattr(waiting.pop(), "selection_set", None)
        if inner:
            yield from inner.selections
            waiting.extend(inner.selections)


def _fragments(document: DocumentNode) -> Fragments:
    return {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }


def _condition(schema: GraphQLSchema, fragment: Any, on: Any) -> Any:
    condition = fragment.type_condition
    return schema.get_type(condition.name.value) if condition else on


def _first(each: FieldNode, declared: GraphQLField, variables: Mapping[str, Any]) -> int:
    given: Any = declared.args["first"].default_value
    for argument in each.arguments or ():
        if argument.name.value == "first":
            if isinstance(argument.value, VariableNode):
                given = variables.get(argument.value.name.value, given)
            elif isinstance(argument.value, IntValueNode):
                given = int(argument.value.value)
    # What is out of range is refused by the field itself, by name.
    return min(max(given, 1), 100) if isinstance(given, int) else 100


def _most(declared: GraphQLField) -> int:
    return _declared(declared, "most") or DEFAULT_MOST


def _declared(declared: GraphQLField, name: str) -> int:
    definition = declared.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    return int(getattr(definition, "metadata", {}).get(name, 0))
