"""What an operator can set, by environment variables that begin with RACI_ or STORE_."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.seeds import SHIPPED

if TYPE_CHECKING:
    from graph.stores.neo4j.link import Link
    from graph.stores.neo4j.store import Patience


_PORT = r"(6553[0-5]|655[0-2]\d|65[0-4]\d\d|6[0-4]\d{3}|[1-5]\d{4}|[1-9]\d{0,3})"
_ORIGIN = r"https?://[\w.*-]+(:\d{1,5})?"
_ADDRESS = rf"(neo4j|bolt)(\+s|\+ssc)?://([\w.-]+|\[[0-9A-Fa-f:.]+\])(:{_PORT})?/?"


class StoreSettings(BaseSettings):
    """Where the graph lives; without a URL it lives in memory, made of the seeds.

    >>> StoreSettings(url="neo4j://127.0.0.1", password="geheim").link.url
    'neo4j://127.0.0.1'
    """

    model_config = SettingsConfigDict(env_prefix="STORE_", extra="ignore")

    url: str = Field(
        default="",
        description="The address of Neo4j: `neo4j://HOST:PORT`, `neo4j+s://` with TLS, `bolt://` "
        "and `bolt+s://` for one server without routing. Empty: the graph is in memory.",
    )
    user: str = Field(default="neo4j", description="The user.")
    password: SecretStr = Field(default=SecretStr(""), description="The password.")
    password_file: Path | None = Field(
        default=None, description="A file that holds the password, instead of `STORE_PASSWORD`."
    )
    database: str = Field(
        default="neo4j", min_length=1, max_length=63, description="The name of the database."
    )
    pool: int = Field(
        default=50, ge=1, le=1_000, description="The most connections of one process to a server."
    )
    answer_seconds: float = Field(
        default=0.3,
        gt=0,
        le=60,
        description="After so long a question is answered from memory, marked as stale.",
    )
    query_seconds: float = Field(
        default=2.0, gt=0, le=60, description="The longest that Neo4j runs a statement for us."
    )
    poll_seconds: float = Field(
        default=1.0,
        ge=0.1,
        le=60,
        description="How often a process looks which version is current.",
    )
    memory_nodes: int = Field(
        default=50_000,
        ge=0,
        description="Up to so many nodes a process keeps the graph in memory to answer from when "
        "Neo4j does not. 0: never; a question that Neo4j does not answer is then refused.",
    )
    grace_seconds: float = Field(
        default=10.0,
        ge=0,
        le=3_600,
        description="How long `raci load` leaves the previous version to its readers. With less "
        "than `STORE_POLL_SECONDS` and `STORE_QUERY_SECONDS` together some questions are answered "
        "from memory meanwhile.",
    )
    keep_previous: bool = Field(
        default=False, description="Whether `raci load` keeps the previous version, to go back to."
    )

    @field_validator("url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        if url and not re.fullmatch(_ADDRESS, url):
            raise ValueError(
                "allowed are neo4j://HOST:PORT, neo4j+s://HOST:PORT (TLS; +ssc for a certificate "
                "of one's own), bolt:// and bolt+s:// for one server; user and password are given "
                "apart (STORE_USER, STORE_PASSWORD)"
            )
        return url

    @field_validator("database")
    @classmethod
    def _holds_graphs(cls, database: str) -> str:
        if database.lower() == "system":
            raise ValueError("it is Neo4j's own and holds no graph; the usual one is neo4j")
        return database

    @field_validator("password_file", mode="before")
    @classmethod
    def _is_given(cls, path: object) -> object:
        return path or None

    @field_validator("password_file")
    @classmethod
    def _holds_a_password(cls, path: Path | None) -> Path | None:
        try:
            if path is not None and not path.read_text(encoding="utf-8").strip():
                raise ValueError("the file holds no password")
        except (OSError, UnicodeDecodeError):
            raise ValueError("there is no such file that can be read") from None
        return path

    @model_validator(mode="after")
    def _read_password(self) -> "StoreSettings":
        if self.password_file is not None:
            self.password = SecretStr(self.password_file.read_text(encoding="utf-8").strip())
        return self

    @property
    def link(self) -> "Link":
        """The way to the database."""
        # Here and not above: who has no Neo4j need not wait for its driver to be imported.
        from graph.stores.neo4j.link import Link

        return Link(self.url, self.user, self.password.get_secret_value(), self.database, self.pool)

    @property
    def patience(self) -> "Patience":
        """How long Neo4j is waited for."""
        from graph.stores.neo4j.store import Patience

        return Patience(
            answer=self.answer_seconds,
            query=self.query_seconds,
            poll=self.poll_seconds,
            most_nodes=self.memory_nodes,
        )


class Settings(BaseSettings):
    """Every setting with its default; nothing else is read from the environment.

    >>> Settings().port
    8000
    """

    model_config = SettingsConfigDict(env_prefix="RACI_", extra="ignore")

    host: str = Field(default="127.0.0.1", description="The address to listen on.")
    port: int = Field(default=8000, ge=0, le=65535, description="The port to listen on.")
    root_path: str = Field(
        default="", pattern=r"^(/[\w.-]+)*/?$", description="The path prefix a proxy takes off."
    )
    seeds: Path = Field(default=SHIPPED, description="The folder of the seeds.")
    max_body_bytes: int = Field(default=65_536, ge=1_024, description="The largest request body.")
    concurrency: int = Field(default=100, ge=1, description="Requests at once; more get a 503.")
    framed_by: str = Field(
        default="",
        pattern=rf"^(\*|{_ORIGIN}( {_ORIGIN})*)?$",
        description="The origins whose pages may show `/embed/` pages in a frame, with blanks "
        "between (`https://intranet.example.go.th`); `*` allows every one, empty none but ours.",
    )
    log_unanswered: Path | None = Field(
        default=None,
        description="A file to which questions that were declined or unclear are added, one a "
        "line, with the day and nothing else; none is kept where it is not set.",
    )
    store: StoreSettings = Field(default_factory=StoreSettings, exclude=True)
