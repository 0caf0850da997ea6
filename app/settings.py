"""What an operator can set, by environment variables that begin with RACI_."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.seeds import SHIPPED


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
