"""A Neo4j server of our own: fresh store, free port, random password; gone for sure at the end."""

import os
import resource
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Protocol

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from tests.neo4j import jars, java, statements
from tests.neo4j.folders import SERVER, owned, sweep
from tests.neo4j.statements import Statement
from tests.neo4j.trouble import NoServer
from tests.served import free_port

PATIENCE = 120.0
# Quick to start, small; a test's server lives for seconds or minutes.
SMALL = ["-Xms256m", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
OPENED = [
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch")
]
# The store's log is small when not laid out beforehand: 2 MB on disk instead of 600.
# The protocol log stands for the query log, which the Community Edition does not write. Without a
# quiet period it stops in a second instead of ten.
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
db.transaction.monitor.check.interval=200ms
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.server.bolt.protocol_logging=true
internal.server.bolt.protocol_logging_mode=DECODED
"""
# The names of the two files are Neo4j's; they lie in certificates/bolt of its folder.
TLS = """\
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory=certificates/bolt
dbms.ssl.policy.bolt.client_auth=NONE
"""
# Of the protocol only what asks for something and what fails: a password is never logged.
LOGS = """\
<Configuration status="ERROR">
  <Appenders>
    <RandomAccessFile name="debug" fileName="${config:server.directories.logs}/debug.log">
      <PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSSZ}{GMT+0} %-5p [%c{1.}] %m%n"/>
    </RandomAccessFile>
    <RandomAccessFile name="query" fileName="${config:server.directories.logs}/query.log">
      <RegexFilter regex="(?s)\\S+ (>>> (Begin|Run|COMMIT|ROLLBACK|RESET)|&lt;&lt;&lt; FAILURE).*"
                   onMatch="ACCEPT" onMismatch="DENY"/>
      <PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSSZ}{GMT+0} %m%n"/>
    </RandomAccessFile>
  </Appenders>
  <Loggers>
    <Root level="INFO"><AppenderRef ref="debug"/></Root>
    <Logger name="org.neo4j.bolt.protocol.common.handler.ProtocolLoggingHandler"
            level="INFO" additivity="false"><AppenderRef ref="query"/></Logger>
  </Loggers>
</Configuration>
"""


class Address(Protocol):
    """Where a Neo4j server is, and how to enter it."""

    @property
    def uri(self) -> str: ...
    @property
    def user(self) -> str: ...
    @property
    def password(self) -> str: ...
    @property
    def database(self) -> str: ...


@dataclass(frozen=True)
class Certificate:
    """What a server shows who it is by, as PEM: its key, and its certificate."""

    key: bytes
    chain: bytes


class Server:
    """A server of our own in a folder of its own. `running` makes one.

    With a certificate it speaks TLS and nothing else.
    """

    user = "neo4j"
    database = "neo4j"

    def __init__(self, home: Path, port: int, certificate: Certificate | None = None) -> None:
        self.home = home
        self.port = port
        self.certificate = certificate
        self.password = secrets.token_hex(16)
        self.query_log = home / "logs" / "query.log"
        self._java = java.find()
        self._jars = jars.find()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        """The address for clients that ask for the way, as of a cluster."""
        return f"neo4j{'+s' if self.certificate else ''}://127.0.0.1:{self.port}"

    @property
    def bolt_uri(self) -> str:
        """The address for clients that go straight to this server, whoever vouches for it."""
        return f"bolt{'+ssc' if self.certificate else ''}://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The process id of the running server."""
        return self._running().pid

    @property
    def statements(self) -> list[Statement]:
        """What it was asked since it was made, in order."""
        return list(statements.read(self.query_log.read_text(encoding="utf-8")))

    def prepare(self) -> None:
        """Write the settings and set the password, before the first start."""
        conf = self.home / "conf"
        conf.mkdir()
        settings = SETTINGS.format(port=self.port)
        if self.certificate:
            settings += TLS
            shown = self.home / "certificates" / "bolt"
            shown.mkdir(parents=True)
            shown.joinpath("private.key").write_bytes(self.certificate.key)
            shown.joinpath("public.crt").write_bytes(self.certificate.chain)
        conf.joinpath("neo4j.conf").write_text(settings, encoding="utf-8")
        conf.joinpath("server-logs.xml").write_text(LOGS, encoding="utf-8")
        admin = "org.neo4j.server.startup.Neo4jAdminCommand"
        words = [admin, "dbms", "set-initial-password", self.password]
        done = subprocess.run(
            self._java_command(*words), env=self._environment(), capture_output=True, text=True
        )
        if done.returncode:
            raise NoServer(f"Neo4j cannot set its first password: {done.stdout}{done.stderr}")

    def start(self) -> None:
        """Start, and wait until it answers."""
        refuse_taken(self.port)
        folders = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        with (self.home / "console.log").open("ab") as console:
            self._process = subprocess.Popen(
                self._java_command("org.neo4j.server.CommunityEntryPoint", *folders),
                cwd=self.home,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                # Ctrl-C is for us: we end the server when nobody needs it any more.
                start_new_session=True,
            )
        (self.home / SERVER).write_text(str(self._process.pid), encoding="utf-8")
        self._await_answer(self._process)

    def stop(self) -> None:
        """Let it close its store and end; a server that does not is killed."""
        if self._process is None or self._process.poll() is not None:
            return
        self.thaw()
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()

    def restart(self) -> None:
        """Start again on the same store and port, after a kill or a stop or instead of one."""
        self.stop()
        self.start()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def freeze(self) -> None:
        """Let it stand still: it accepts connections and says nothing."""
        self._running().send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen server go on."""
        self._running().send_signal(signal.SIGCONT)

    def limit_files(self, size: int) -> None:
        """Let no file be written beyond a size in bytes, as on a full disk (Linux only).

        With 0 nothing is written any more, by any of its files. Java outlives the signal of the
        system; the next write fails, and from then on Neo4j refuses reads too, until it is
        restarted without the limit: then all that was committed is there.

        A size that cuts a large transaction in the middle can leave a log that Neo4j 5.26 does not
        start from: it takes torn bytes for a length, and asks for more memory than it has.
        """
        most = resource.prlimit(self.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (size, most))

    def unlimit_files(self) -> None:
        """Take the limit away."""
        most = resource.prlimit(self.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (most, most))

    def wait(self) -> None:
        """Wait until it ends."""
        self._running().wait()

    def last_words(self) -> str:
        """The end of what it wrote of itself."""
        logs = [self.home / "console.log", self.home / "logs" / "neo4j.log"]
        words = [line for log in logs for line in lines(log)[-20:]]
        # A database that does not start is told in this log only.
        debug = lines(self.home / "logs" / "debug.log")
        return "\n".join(
            words + [line for line in debug if " ERROR " in line or "Caused" in line][-5:]
        )

    def _running(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, "The server was never started."
        return self._process

    def _java_command(self, *words: str) -> list[str]:
        return [str(self._java), *SMALL, *OPENED, "-cp", f"{self._jars}/*", *words]

    def _environment(self) -> dict[str, str]:
        places = {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        return {**os.environ, **places}

    def _await_answer(self, process: subprocess.Popen[bytes]) -> None:
        # A server that says nothing would hold us for ever; when killed, it does not.
        watch = Timer(PATIENCE, process.kill)
        watch.start()
        troubles: dict[str, None] = {}
        try:
            while trouble := self._trouble():
                troubles[trouble] = None
                if process.poll() is not None:
                    raise NoServer(self._why_not(process, [*troubles][-3:]))
                time.sleep(0.1)
        finally:
            watch.cancel()

    def _trouble(self) -> str:
        """What keeps it from answering; nothing when it answers."""
        try:
            # The plain way first: while nobody listens, the driver would only say so at length.
            socket.create_connection(("127.0.0.1", self.port), timeout=2).close()
            with (
                GraphDatabase.driver(self.bolt_uri, auth=(self.user, self.password)) as driver,
                driver.session(database=self.database) as session,
            ):
                session.run("RETURN 1").consume()
        except (OSError, DriverError, Neo4jError) as trouble:
            return str(trouble)
        return ""

    def _why_not(self, process: subprocess.Popen[bytes], troubles: list[str]) -> str:
        return (
            f"Neo4j did not start on {self.uri} with {self._java} "
            f"(ended with {process.returncode}; it is given {PATIENCE:.0f} s).\n"
            f"{self.last_words()}\nClients were told: {'; '.join(troubles)}\n"
            "It needs about 1 GB of memory. NEO4J_TEST_URI can name a server that runs."
        )


@contextmanager
def running(port: int | None = None, certificate: Certificate | None = None) -> Iterator[Server]:
    """Run a server; end it and remove its folder afterwards, whatever happened."""
    sweep()
    with owned() as home:
        server = Server(home, port or free_port(), certificate)
        try:
            server.prepare()
            server.start()
            yield server
        finally:
            server.kill()


def refuse_taken(port: int) -> None:
    """Refuse a port on which somebody listens."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError as trouble:
            raise NoServer(
                f"Port {port} cannot be had ({trouble.strerror}): "
                f"name another, as make neo4j BOLT_PORT={port + 1}."
            ) from trouble


def lines(log: Path) -> list[str]:
    """The lines of a log; none where there is no log."""
    if not log.exists():
        return []
    return log.read_text(encoding="utf-8", errors="replace").splitlines()
