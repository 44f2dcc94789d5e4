"""The command line: check the data, build the site, serve it, or ask the recommender."""

import json
import sys
from pathlib import Path

import click

from generator.answers import as_text, read_answers
from generator.checks import citations
from generator.problems import DataError
from generator.schemas import write_schemas
from generator.serve import SiteServer
from generator.site import ROOT, BuildError, build_site
from generator.validate import read_guide
from generator.write import write
from recommender.engine import recommend
from recommender.explain import explain
from recommender.model import Guide

_data = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True),
    default=ROOT / "generator" / "data",
    help="The folder of data files.",
)


@click.group()
def main() -> None:
    """Turn the data of the guide into a site, and answer questions with it."""


@main.command()
@_data
def check(data: Path) -> None:
    """Check every data file and say all that is wrong."""
    guide = read_guide(data)
    write_schemas(ROOT / "build" / "schemas")
    statements = [f"{source.id}#{each.id}" for source in guide.sources for each in source.statements]
    aside = sum(1 for source in guide.sources for each in source.statements if each.set_aside)
    cited = len({cite for _, cite in citations(guide)})
    counts = (len(guide.models), len(guide.criteria), len(guide.questions), len(guide.rules), len(guide.profiles))
    click.echo("{} models, {} criteria, {} questions, {} rules, {} worked examples".format(*counts))
    click.echo(f"statements: {cited + aside} of {len(statements)} cited or set aside ({aside} set aside)")


@main.command()
@_data
def build(data: Path) -> None:
    """Build the whole site into site/."""
    _build(data)


@main.command()
@_data
@click.option("--port", default=8000, show_default=True, help="0 takes any free port.")
@click.option("--path", default="/", show_default=True, help="The path below which the site is served.")
def serve(data: Path, port: int, path: str) -> None:
    """Build the site, serve it, and say where."""
    site = _build(data)
    with _server(site, path, port) as server:
        click.echo(f"Serving at {server.address} (stop with Ctrl+C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("\nStopped.")


@main.command(name="recommend")
@_data
@click.option("--json", "as_json", is_flag=True, help="Print the whole result as JSON.")
@click.argument("answers", type=click.Path(exists=True, dir_okay=False, path_type=Path, resolve_path=True))
def recommend_(data: Path, answers: Path, as_json: bool) -> None:
    """Recommend for the case whose ANSWERS stand in a YAML file (question: option)."""
    guide = read_guide(data)
    result = explain(guide, recommend(guide, read_answers(guide, answers)))
    click.echo(json.dumps(result, indent=2, ensure_ascii=False) if as_json else as_text(result))


@main.command()
def clean() -> None:
    """Remove everything that was generated below docs/; what was written by hand stays."""
    removed = write(ROOT / "docs", {}).removed
    click.echo(f"Removed {len(removed)} generated files below docs/")


def _build(data: Path) -> Path:
    click.echo("1/4 checking the data")
    guide: Guide = read_guide(data)
    site = build_site(guide, click.echo)
    click.echo(f"Built {site.relative_to(ROOT)}/")
    return site


def _server(site: Path, path: str, port: int) -> SiteServer:
    try:
        return SiteServer(site, path, port)
    except OSError:
        click.echo(f"Port {port} is taken; taking a free one.")
        return SiteServer(site, path)


def run() -> int:
    """Run the command line; mistakes in the data are told one a line and end with exit code 1."""
    try:
        main(prog_name="python -m generator")
    except DataError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        click.echo(f"{len(error.problems)} problem(s) found; nothing was written.", err=True)
        return 1
    except BuildError as error:
        click.echo(str(error), err=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(run())
