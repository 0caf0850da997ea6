"""What the commands share: where they print, and seeds and settings read or refused in words."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from app.settings import Settings
from graph.dataset import Dataset
from graph.errors import SeedsError
from graph.seeds import load

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

SEEDS = Annotated[Path, typer.Option(help="The folder of the seeds.", envvar="RACI_SEEDS")]

WRONG = 2


def read_seeds(seeds: Path) -> Dataset:
    """Load the seeds, or print their faults and end with exit code 2."""
    if not seeds.is_dir():
        err.print(
            f"There is no folder {seeds} (--seeds, RACI_SEEDS).", markup=False, soft_wrap=True
        )
        raise typer.Exit(WRONG)
    try:
        return load(seeds)
    except SeedsError as fault:
        err.print(
            f"Faults in the seeds of {seeds}: {len(fault.findings)}; nothing was loaded.",
            markup=False,
            soft_wrap=True,
        )
        err.print(str(fault), markup=False, soft_wrap=True)
        raise typer.Exit(WRONG) from None


def read_settings(**given: object) -> Settings:
    """Read the settings, or print which does not fit and end with exit code 2."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as fault:
        of_store = fault.title == "StoreSettings"
        for each in fault.errors(include_url=False):
            name = "_".join(str(part) for part in each["loc"]).upper()
            name = (
                name if name.startswith("STORE_") else f"{'STORE' if of_store else 'RACI'}_{name}"
            )
            # Only plain values are shown, and no password: an address may hold one.
            plain = isinstance(each["input"], str | int | float) and "PASSWORD" not in name
            found = f' is "{str(each["input"]).rpartition("@")[2]}"' if plain else ""
            message = each["msg"].removeprefix("Value error, ")
            err.print(f"{name.rstrip('_')}{found}: {message}.", markup=False, soft_wrap=True)
        raise typer.Exit(WRONG) from None
