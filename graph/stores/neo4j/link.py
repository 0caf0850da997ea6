"""Where Neo4j is, how long to wait for it, and in plain words why it does not answer."""

import logging
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import neo4j
from neo4j import exceptions as fault

from graph.errors import StoreUnavailable

# The driver logs every try of every connection; what it comes to is said once, by `reason`.
logging.getLogger("neo4j").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Link:
    """The way to one database of a Neo4j server or cluster.

    The URL's scheme chooses routing and TLS as the driver has it: `neo4j://` (routing),
    `neo4j+s://` (with TLS, certificate checked), `bolt://` and `bolt+s://` (one server).
    """

    url: str
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"
    pool: int = 50

    @property
    def options(self) -> dict[str, Any]:
        """The driver's settings: an outage is an error within seconds, not a wait of half a minute.

        Connections live for five minutes and are tried after half a minute of rest, for a load
        balancer drops idle ones without a word.
        """
        return {
            "auth": (self.user, self.password) if self.password else None,
            "connection_timeout": 2.0,
            "connection_acquisition_timeout": 3.0,
            # One more try at most: whoever asks has a third of a second.
            "max_transaction_retry_time": 0.5,
            "initial_retry_delay": 0.1,
            "max_connection_pool_size": self.pool,
            "max_connection_lifetime": 300.0,
            "liveness_check_timeout": 30.0,
            "telemetry_disabled": True,
            "notifications_min_severity": "OFF",
            "warn_notification_severity": "OFF",
            "user_agent": "raci-explorer",
        }

    def open(self) -> neo4j.AsyncDriver:
        """Make the driver of a process that answers; it connects when first asked."""
        return neo4j.AsyncGraphDatabase.driver(self.url, **self.options)

    def open_for_loading(self) -> neo4j.Driver:
        """Make the driver of a load, which may wait longer."""
        patient = {"connection_timeout": 5.0, "max_transaction_retry_time": 10.0}
        patient["initial_retry_delay"] = 1.0
        return neo4j.GraphDatabase.driver(self.url, **{**self.options, **patient})


# From the narrow to the wide: the first that fits gives the words.
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (fault.AuthError, "Neo4j refuses the user or the password (STORE_USER, STORE_PASSWORD)."),
    (fault.Forbidden, "Neo4j does not let this user do that (STORE_USER)."),
    (fault.ServiceUnavailable, "Neo4j cannot be reached (STORE_URL)."),
    (fault.SessionExpired, "The connection to Neo4j was lost."),
    (TimeoutError, "Neo4j did not answer in time."),
    (OSError, "Neo4j cannot be reached (STORE_URL)."),
)
_CODES = (
    ("DatabaseNotFound", "Neo4j has no database of this name (STORE_DATABASE)."),
    ("DatabaseUnavailable", "The database is not available now (STORE_DATABASE)."),
    ("TransactionTimedOut", "Neo4j did not answer in time."),
    ("OutOfMemory", "Neo4j has no memory left for this."),
    ("Unauthorized", "Neo4j refuses the user or the password (STORE_USER, STORE_PASSWORD)."),
    ("AuthenticationRateLimit", "Neo4j refuses to log this user in for a while."),
    ("ConstraintValidationFailed", "The graph in Neo4j was written to by something else."),
)

_UNTRUSTED = (
    "The certificate that Neo4j shows is not trusted here (STORE_URL): let SSL_CERT_FILE name its "
    "authority's, or take +ssc, which trusts any."
)


def reason(error: BaseException) -> str:
    """Say in one line why Neo4j does not answer, without Cypher, paths or secrets.

    >>> reason(OSError("connection to 10.0.0.1 refused"))
    'Neo4j cannot be reached (STORE_URL).'
    """
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in _causes(error)):
        return _UNTRUSTED
    code = getattr(error, "code", None) or ""
    for part, words in _CODES:
        if part in code:
            return words
    for kind, words in _REASONS:
        if isinstance(error, kind):
            return words
    return "Neo4j failed to answer."


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Give an error and all it came of; whoever asks for the way gathers a group of them."""
    yield error
    for each in (*getattr(error, "exceptions", ()), error.__cause__):
        if each is not None:
            yield from _causes(each)


def is_refusal(error: BaseException) -> bool:
    """Tell whether Neo4j refuses the user or the password."""
    code = getattr(error, "code", None) or ""
    return isinstance(error, fault.AuthError) or "AuthenticationRateLimit" in code


def reachable(driver: neo4j.Driver, database: str) -> None:
    """Try once whether a database answers, so that a load does not try for long to begin.

    Raises StoreUnavailable with the reason.
    """
    try:
        with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
            session.run("RETURN 1").consume()
    except (fault.Neo4jError, fault.DriverError, OSError) as failed:
        raise StoreUnavailable(reason(failed)) from failed
