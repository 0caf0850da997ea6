"""Relay connections over slices: edges with the node's own id as cursor, nodes, and page info."""

from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

import strawberry

from graph.errors import BadArgument
from graph.model.answers import Hit, Slice
from graph.questions.base import check_first

T = TypeVar("T")

First = Annotated[int, strawberry.argument(description="How many at most: 1 to 100.")]
After = Annotated[
    str | None, strawberry.argument(description="The cursor to go on from: the last one's id.")
]


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """The Relay page info."""

    has_next_page: bool = strawberry.field(description="Whether more follow.")
    has_previous_page: bool = strawberry.field(description="Whether some came before.")
    start_cursor: str | None = strawberry.field(description="The cursor of the first one.")
    end_cursor: str | None = strawberry.field(description="The cursor of the last one.")


def cursor(item: Any) -> str:
    """Give the cursor of an item: its id."""
    identity: str = item.node.id if isinstance(item, Hit) else item.id
    return identity


def connection(node: Any, name: str, about: str) -> Any:
    """Make the connection type of a GraphQL type; it is resolved from a Slice."""

    def edge_cursor(parent: strawberry.Parent[Any]) -> str:
        return cursor(parent)

    def edge_node(parent: strawberry.Parent[Any]) -> Any:
        return parent

    edge = strawberry.type(
        type(
            f"{name}Edge",
            (),
            {
                "cursor": strawberry.field(resolver=edge_cursor, description="The node's id."),
                "node": strawberry.field(
                    resolver=edge_node, graphql_type=node, description="The node itself."
                ),
            },
        ),
        description=f"One of the {about} with its cursor.",
    )

    def items(parent: strawberry.Parent[Slice[Any]]) -> Any:
        return parent.items

    def total(parent: strawberry.Parent[Slice[Any]]) -> int:
        return parent.total

    def page_info(parent: strawberry.Parent[Slice[Any]]) -> PageInfo:
        ends: list[str | None] = [
            cursor(each) for each in (*parent.items[:1], *parent.items[-1:])
        ] or [None, None]
        return PageInfo(
            has_next_page=parent.has_next,
            has_previous_page=parent.has_previous,
            start_cursor=ends[0],
            end_cursor=ends[-1],
        )

    return strawberry.type(
        type(
            f"{name}Connection",
            (),
            {
                "edges": strawberry.field(
                    resolver=items,
                    graphql_type=list[edge],  # type: ignore[valid-type]
                    description=f"The {about}.",
                ),
                "nodes": strawberry.field(
                    resolver=items,
                    graphql_type=list[node],
                    description=f"The {about} without cursors.",
                ),
                "page_info": strawberry.field(resolver=page_info, description="The page."),
                "total_count": strawberry.field(
                    resolver=total, description="How many there are over all pages."
                ),
            },
        ),
        description=f"A page of {about}.",
    )


def cut(items: Sequence[T], first: int, after: str | None) -> Slice[T]:
    """Cut a page out of a prepared list. Raises BadArgument for a bad `first` or `after`."""
    check_first(first)
    start = 0
    if after is not None:
        ids = [cursor(each) for each in items]
        if after not in ids:
            raise BadArgument("after", after, "a cursor of this list: the id of the last one seen")
        start = ids.index(after) + 1
    shown = tuple(items[start : start + first])
    return Slice(shown, len(items), start + len(shown) < len(items), start > 0)
