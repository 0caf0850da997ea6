"""What a server was asked, read from its log.

Neo4j's own query log belongs to the Enterprise Edition. The Community Edition can log the messages
of Bolt, which say more: the access mode, the time allowed, the metadata and the parameters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A message may have several lines; the next one begins with a time and an address.
ENTRY = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\+0000 \[(?P<peer>\S+)\] (?P<way>>>>|<<<) "
    r"(?P<message>.*?)\n(?=\d{4}-\d\d-\d\d \d\d:|\Z)",
    re.DOTALL | re.MULTILINE,
)
SETTINGS = re.compile(
    r"bookmarks=\[(?P<bookmarks>.*?)\], txTimeout=(?P<timeout>\S+), accessMode=(?P<mode>\w+), "
    r"txMetadata=(?P<metadata>.*?), databaseName='(?P<database>.*?)'",
    re.DOTALL,
)
STATEMENT = re.compile(r"statement='(?P<text>.*)', params=Map\{(?P<parameters>.*)\}\}$", re.DOTALL)


@dataclass(frozen=True)
class Statement:
    """A statement as a server received it."""

    text: str
    parameters: str
    """As the server writes them: `x -> Long(1)`."""
    mode: str
    """READ or WRITE."""
    database: str
    metadata: dict[str, str]
    timeout: str
    """As the server writes it: PT5S; empty where the client set none."""
    bookmarks: tuple[str, ...]
    """What the server must have seen before it answers."""


def read(log: str) -> Iterator[Statement]:
    """Read a log. A statement in a transaction has the settings of the transaction."""
    begun: dict[str, str] = {}
    for entry in ENTRY.finditer(log):
        peer, message = entry["peer"], entry["message"]
        if message.startswith("BeginMessage"):
            begun[peer] = message
        elif message.startswith("RunMessage"):
            yield statement(message, begun.get(peer, message))
        elif entry["way"] == ">>>":
            begun.pop(peer, None)


def statement(message: str, transaction: str) -> Statement:
    """Read one statement, and its settings from the message that began the transaction."""
    said, settings = STATEMENT.search(message), SETTINGS.search(transaction)
    assert said, message
    assert settings, transaction
    told = {key: "" if value == "null" else value for key, value in settings.groupdict().items()}
    return Statement(
        text=said["text"],
        parameters=said["parameters"],
        mode=told["mode"],
        database=told["database"],
        metadata=metadata(told["metadata"]),
        timeout=told["timeout"],
        bookmarks=tuple(filter(None, told["bookmarks"].split(", "))),
    )


def metadata(text: str) -> dict[str, str]:
    """Read metadata of plain values, as `{question=who_holds, request=1}`."""
    pairs = (pair.partition("=") for pair in text.strip("{}").split(", ") if pair)
    return {name: value for name, _, value in pairs}
