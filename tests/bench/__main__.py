"""The command line of `make bench`: measure everything, or one part of it, and print the table."""

import shutil
from collections.abc import Callable
from typing import Any

import click

from bench.contestants import stage
from bench.evaluation import measure_evaluation
from bench.growth import SIZES, measure_growth
from bench.lighthouse import judge, weigh
from bench.network import NETWORKS
from bench.repaint import measure_repaint
from bench.report import circumstances, keep, table
from bench.start import measure_bytes, measure_starts
from bench.visits import chromium
from generator.reading.load import BENCHMARK_FILE
from shared import ROOT

BUILD = ROOT / "build"
KEPT = ROOT / "generator" / "data" / BENCHMARK_FILE
PARTS = ("bytes", "repaint", "evaluation", "pages", "lighthouse", "first", "build")


def _list(_context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = tuple(value.split(","))
    allowed = {"only": PARTS, "networks": [network.name for network in NETWORKS], "sizes": list(map(str, SIZES))}
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
    figures: dict[str, Any] = {}
    with chromium() as browser:
        told = {"build": {"circumstances": circumstances(browser, rounds, only)}}
        lines = [network for network in NETWORKS if network.name in networks]
        measures: dict[str, Callable[[], dict[str, Any]]] = {
            "bytes": lambda: {"bytes_gz": measure_bytes(browser, www)},
            "repaint": lambda: {"repaint_ms": measure_repaint(browser, www)},
            "evaluation": lambda: {"repaint_ms": {"evaluation": measure_evaluation(BUILD)}},
            "pages": lambda: {"build": {"pages": weigh(browser, www)}},
            "lighthouse": lambda: {"lighthouse": judge(browser, www, click.echo)},
            "first": lambda: {"first_answer_ms": measure_starts(browser, www, lines, rounds, click.echo)},
            "build": lambda: {"build": {"sizes": measure_growth([*map(int, sizes)], BUILD / "growth", click.echo)}},
        }
        for number, part in enumerate(only, start=1):
            click.echo(f"{number}/{len(only)} {part}")
            figures = keep(told, measures[part](), BUILD / "bench.json")
    click.echo("\n".join(table(figures)))
    if publish:
        shutil.copyfile(BUILD / "bench.json", KEPT)


if __name__ == "__main__":
    main(prog_name="python -m bench")
