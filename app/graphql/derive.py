"""GraphQL types made from what the model declares, so that the two cannot part."""

import dataclasses
import types
import typing
from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any

import strawberry

from graph.model.declare import Member, about, members
from graph.model.nodes import End, Node
from graph.model.text import Text

TYPES_MODULE = "app.graphql.types"

ENGLISH = "English; a gloss, never the source. It follows our readings of damaged words."

_derived: dict[Any, Any] = {}
_NODES = typing.get_args(Node)
_ENDS = typing.get_args(End)


@strawberry.interface(description="Anything that has an id: a clause, body, activity, cell ...")
class NodeInterface:
    """The interface of the schema for what has an id."""

    id: strawberry.ID = strawberry.field(description="The plain id, kind:name.")


def text_type() -> Any:
    """Make the one way Thai and English stand side by side."""
    return _make(
        Text,
        {
            "th": (str, strawberry.field(description="Thai, as printed where it is a quote.")),
            "en": (str, strawberry.field(description=ENGLISH)),
        },
        (),
    )


def end_type() -> Any:
    """Make the interface of what can stand at an end of a relationship: it has an id and a name."""
    namespace = {
        "__annotations__": {"name": graphql_type(Text)},
        "name": strawberry.field(description="Its full name."),
    }
    made = strawberry.interface(
        type("End", (NodeInterface,), namespace),
        description="What stands at an end of a relationship: a body or an instrument.",
    )
    _derived[End] = made
    return made


def enum(kind: type[Enum], labels: Callable[[Any], str] | None = None) -> Any:
    """Make a GraphQL enum of one of the model's, its values described by `labels`."""
    made: Any = strawberry.enum(kind, description=about(kind))
    for value in made.__strawberry_definition__.values:
        member = kind[value.name]
        value.description = labels(member) if labels else f"Written {member.value}."
    _derived[kind] = made
    return made


def derive(kind: type, **more: Any) -> Any:
    """Make the GraphQL type of a kind: what it declares, and the ways back given by name.

    Each of `more` is a strawberry field with a resolver.
    """
    declared = {member.name: _field(member) for member in members(kind)}
    extra = {name: (None, each) for name, each in more.items()}
    bases = (_derived[End],) if kind in _ENDS else (NodeInterface,) if kind in _NODES else ()
    return _make(kind, {**declared, **extra}, bases)


def field(
    about: str, gives: Any, most: int = 0, cost: int = 0
) -> Callable[[Callable[..., Any]], Any]:
    """Turn a function of a model object into a field, with the GraphQL type it gives.

    `most` bounds a plain list; `cost` is counted, in nodes, for work that its answer hides.
    """

    def decorate(resolver: Callable[..., Any]) -> Any:
        return strawberry.field(
            resolver=resolver,
            description=about,
            graphql_type=gives,
            metadata={"most": most, "cost": cost},
        )

    return decorate


def graphql_type(hint: Any) -> Any:
    """Translate a type of the model: text, numbers, enums, tuples, options and other kinds."""
    origin = typing.get_origin(hint)
    if origin is tuple:
        return list[graphql_type(typing.get_args(hint)[0])]  # type: ignore[misc]
    if origin in (types.UnionType, typing.Union):
        if hint == Node:
            return NodeInterface
        if hint == End:
            return _derived[End]
        inner = [each for each in typing.get_args(hint) if each is not type(None)]
        return graphql_type(inner[0]) | None
    if dataclasses.is_dataclass(hint) and hint not in _derived:
        name = hint.__name__  # type: ignore[union-attr]
        return Annotated[name, strawberry.lazy(TYPES_MODULE)]
    return _derived.get(hint, hint)


def _field(member: Member) -> tuple[Any, Any]:
    hint = strawberry.ID if member.name == "id" else graphql_type(member.type)
    made = strawberry.field(description=member.about, metadata={"most": member.most})
    return hint, made


def _make(kind: type, fields: dict[str, tuple[Any, Any]], bases: tuple[type, ...]) -> Any:
    def is_type_of(obj: object, _: object) -> bool:
        return isinstance(obj, kind)

    namespace: dict[str, Any] = {name: made for name, (_, made) in fields.items()}
    namespace["__annotations__"] = {name: hint for name, (hint, _) in fields.items() if hint}
    namespace["__module__"] = TYPES_MODULE
    namespace["is_type_of"] = staticmethod(is_type_of)
    made = strawberry.type(
        type(kind.__name__, bases, namespace), name=kind.__name__, description=about(kind)
    )
    _derived[kind] = made
    return made
