"""The command line of `make bench`: measure everything, or parts of it, and print the table."""

import shutil
import time
from typing import Any

import click
from playwright.sync_api import sync_playwright

from bench import bounds
from bench.contestants import stage
from bench.growth import SIZES
from bench.network import NETWORKS
from bench.parts import PARTS, Choice
from bench.report import circumstances, keep, table
from bench.visits import chromium
from generator.reading.load import BENCHMARK_FILE
from shared import ROOT

BUILD = ROOT / "build"
KEPT = ROOT / "generator" / "data" / BENCHMARK_FILE


def _list(_context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = tuple(value.split(","))
    allowed = {"only": [*PARTS], "networks": [network.name for network in NETWORKS], "sizes": list(map(str, SIZES))}
    if unknown := set(chosen) - set(allowed[parameter.name or ""]):
        raise click.BadParameter(
            f"{', '.join(sorted(unknown))}; choose from {', '.join(allowed[parameter.name or ''])}"
        )
    return chosen


@click.command()
@click.option("--only", default=",".join(PARTS), callback=_list, show_default=True, help="The parts to measure.")
@click.option("--rounds", default=5, show_default=True, help="Rounds of first answers; medians are reported.")
@click.option("--networks", default="localhost,9mbit,1.6mbit", callback=_list, show_default=True, help="Which of them.")
@click.option("--sizes", default="1,10,100", callback=_list, show_default=True, help="Times the data.")
@click.option("--keep", "publish", is_flag=True, help="Make these the figures that the site shows.")
def main(only: tuple[str, ...], rounds: int, networks: tuple[str, ...], sizes: tuple[str, ...], publish: bool) -> None:
    """Measure the built site and its build; figures go to build/bench.json as soon as they are there."""
    www = stage(BUILD / "bench-www")
    with sync_playwright() as playwright:
        choice = Choice(
            playwright=playwright,
            browser=chromium(playwright),
            www=www,
            build=BUILD,
            networks=[network for network in NETWORKS if network.name in networks],
            rounds=rounds,
            sizes=[*map(int, sizes)],
            say=click.echo,
        )
        figures = _measured(only, choice)
    click.echo("\n".join(table(figures)))
    click.echo("\n".join(bounds.told(figures)))
    if publish:
        shutil.copyfile(BUILD / "bench.json", KEPT)


def _measured(only: tuple[str, ...], choice: Choice) -> dict[str, Any]:
    """Return the figures of all parts, those that were measured before among them."""
    told = {"build": {"circumstances": circumstances(choice.browser, choice.rounds, only)}}
    figures: dict[str, Any] = {}
    for number, part in enumerate(only, start=1):
        click.echo(f"{number}/{len(only)} {part}")
        if part == "bytes" and "first" in only:
            click.echo("    comes with `first`, whose visits tell it as well")
            continue
        begun = time.monotonic()
        figures = keep(told, PARTS[part](choice), choice.build / "bench.json")
        click.echo(f"{part} took {(time.monotonic() - begun) / 60:.1f} minutes")
    return figures


if __name__ == "__main__":
    main(prog_name="python -m bench")
