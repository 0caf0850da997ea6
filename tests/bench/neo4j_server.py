"""A Neo4j server with room for a graph of many bodies, and no log of what it is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.stores.neo4j.link import Link
from tests.neo4j import server
from tests.neo4j.folders import owned, sweep
from tests.neo4j.server import Server
from tests.served import free_port


class RoomyServer(Server):
    """A server as an operator would have it: memory for its graph, and the compiler at its best."""

    def __init__(self, home: Path, port: int, bodies: int) -> None:
        super().__init__(home, port)
        self.heap, self.cache = heap(bodies), cache(bodies)

    def prepare(self) -> None:
        """Write settings for measuring, after those for testing."""
        super().prepare()
        conf = self.home / "conf" / "neo4j.conf"
        changed = {
            "server.memory.pagecache.size": f"{self.cache}m",
            # What is sent would be written once more to the log, every row of a load.
            "internal.server.bolt.protocol_logging": "false",
            "db.tx_log.rotation.retention_policy": "1 files",
        }
        lines = conf.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if line.partition("=")[0] not in changed]
        told = [f"{name}={value}" for name, value in changed.items()]
        conf.write_text("\n".join([*kept, *told, ""]), encoding="utf-8")

    @property
    def link(self) -> Link:
        """The way to it, as the store and a load take it."""
        return Link(self.uri, self.user, self.password, self.database)

    def _java_command(self, *words: str) -> list[str]:
        java, *rest = super()._java_command(*words)
        options = [each for each in rest if each not in server.SMALL]
        return [java, f"-Xms{self.heap}m", f"-Xmx{self.heap}m", "-XX:+UseG1GC", *options]


def heap(bodies: int) -> int:
    """Give the MiB of heap for a graph: what transactions and plans take, and some for its size."""
    return 512 + bodies * 2_000 // 1_000_000


def cache(bodies: int) -> int:
    """Give the MiB of page cache: a body with its edges takes some 2.5 kB, and is loaded twice."""
    return 128 + bodies * 5_500 // 1_000_000


@contextmanager
def roomy(bodies: int) -> Iterator[RoomyServer]:
    """Run such a server; end it and remove its folder afterwards, whatever happened."""
    sweep()
    with owned() as home:
        made = RoomyServer(home, free_port(), bodies)
        try:
            made.prepare()
            made.start()
            yield made
        finally:
            made.kill()
