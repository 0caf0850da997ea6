"""Run a Neo4j server for a developer: `make neo4j`."""

import argparse
import signal
import sys

from tests.neo4j import jars
from tests.neo4j.server import Server, running
from tests.neo4j.trouble import NoServer


def main() -> int:
    """Run a server until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m tests.neo4j", description=__doc__)
    parser.add_argument("--port", type=int, default=7687, help="the port of Bolt (7687)")
    parser.add_argument("--fetch-only", action="store_true", help="only bring the jars")
    told = parser.parse_args()
    # Whoever ends us by a signal wants the server ended too; a script's background process
    # begins with Ctrl-C ignored.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.default_int_handler)
    try:
        if told.fetch_only:
            jars.find()
            return 0
        print("Starting Neo4j (some seconds) ...", flush=True)
        with running(told.port) as server:
            introduce(server)
            server.wait()
            print(f"Neo4j has ended by itself:\n{server.last_words()}", file=sys.stderr)
    except NoServer as trouble:
        print(trouble, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nNeo4j has ended; its store is removed.")
        return 0
    return 1


def introduce(server: Server) -> None:
    """Say where the server is, and what to copy."""
    print(
        f"Neo4j is at {server.uri}, user {server.user}, password {server.password}.\n"
        f"What it is asked: {server.query_log}\n"
        "Its store is fresh, and is removed when you end it with Ctrl-C. For the explorer:\n\n"
        f"export STORE_URL={server.uri} STORE_USER={server.user} "
        f"STORE_PASSWORD={server.password} STORE_DATABASE={server.database}\n",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
