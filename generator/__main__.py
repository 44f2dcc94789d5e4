"""The command line: check the data, build the site, serve it, or ask the recommender."""

import csv
import json
import os
import sys
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import click

from generator.cases.answers import read_answers
from generator.cases.batch import columns, judge_rows
from generator.cases.quotes import read_quote_file
from generator.evaluation.agreement import score, tally
from generator.evaluation.figures import figures_as_text
from generator.evaluation.verdicts import read_verdicts
from generator.problems import BuildError, DataError, Problem
from generator.publish.keeping import build_apart, keep_building, watched, worth_it
from generator.publish.live import LiveServer
from generator.publish.watch import Watch
from generator.publish.write import write
from generator.reading.checks.ages import due
from generator.reading.checks.citing import citations
from generator.reading.load import VERDICTS_FILE
from generator.reading.measured import read_measured
from generator.reading.order import in_order
from generator.reading.schemas import write_schemas
from generator.reading.validate import read, read_guide
from generator.site import ROOT, build_site
from recommender.explain import explain
from recommender.model import Guide
from recommender.quote_report import quote_report
from recommender.report import report
from recommender.scoring import recommend

_data = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True),
    default=ROOT / "generator" / "data",
    help="The folder of data files.",
)
_repository = click.option(
    "--repository",
    envvar="REPOSITORY",
    help="The repository's address (https://…), at which readers report mistakes; else `repository` of guide.yaml.",
)

_WARNING = "::warning::" if os.environ.get("GITHUB_ACTIONS") else "warning: "
"""How a warning line begins: a workflow on GitHub shows on its page what begins like the first."""


@click.group()
def main() -> None:
    """Turn the data of the guide into a site, and answer questions with it."""


@main.command()
@_data
def check(data: Path) -> None:
    """Check every data file and say all that is wrong, and which figures are due to be looked up again."""
    guide, tree = read(data)
    if (data / VERDICTS_FILE).is_file():
        read_verdicts(guide, data / VERDICTS_FILE)
    read_measured(guide, data)
    write_schemas(ROOT / "build" / "schemas")
    statements = [f"{source.id}#{each.id}" for source in guide.sources for each in source.statements]
    aside = sum(1 for source in guide.sources for each in source.statements if each.set_aside)
    cited = len({cite for _, cite in citations(guide)})
    counts = (len(guide.models), len(guide.criteria), len(guide.questions), len(guide.rules), len(guide.profiles))
    click.echo("{} models, {} criteria, {} questions, {} rules, {} worked examples".format(*counts))
    click.echo(f"statements: {cited + aside} of {len(statements)} cited or set aside ({aside} set aside)")
    for problem in sorted(map(tree.problem, due(guide, date.today()))):  # noqa: DTZ011 - the day where the person is
        click.echo(f"{_WARNING}{problem}")


@main.command()
@_data
@_repository
@click.option("--draft", is_flag=True, help="Be quick: the first answer in a browser takes longer to come.")
def build(data: Path, repository: str | None, draft: bool) -> None:
    """Build the whole site into site/."""
    click.echo("1/4 checking the data")
    guide = read_guide(data)
    site = build_site(replace(guide, repository=repository or guide.repository), data, click.echo, draft=draft)
    click.echo(f"Built {site.relative_to(ROOT)}/")


@main.command()
@_data
@_repository
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
@click.option("--path", default="/", show_default=True, help="The path below which the site is served.")
def serve(data: Path, repository: str | None, port: int, path: str) -> None:
    """Build the site, serve it, say where, and build it anew whenever what it is made of changes."""
    arguments = ["--draft", "--data", str(data), *(["--repository", repository] if repository else [])]
    build = build_apart(arguments, ROOT)
    with Watch(*watched(data, ROOT)) as watch:  # from the start on: the first build takes a while as well
        good, wrong = build()
        if not good and not (ROOT / "site" / "index.html").is_file():
            sys.exit(1)
        with _server(ROOT / "site", path, port) as server:
            server.news.tell(wrong=[] if good else wrong)
            Thread(target=server.serve_forever, daemon=True).start()
            click.echo(f"Serving {'' if good else 'the last good site '}at {server.address} (stop with Ctrl+C)")
            click.echo("Change data, templates, styles, scripts or Python: open pages load themselves anew.")
            try:
                keep_building(worth_it(iter(watch.wait, None), ROOT), build, server.news, click.echo)
            except KeyboardInterrupt:
                click.echo("\nStopped.")


@main.command(name="recommend")
@_data
@click.option("--json", "as_json", is_flag=True, help="Print the whole result as JSON.")
@click.option(
    "--csv", "as_csv", is_flag=True, help="Read a CSV with a column for each question and a row for each case."
)
@click.argument("answers", type=click.Path(exists=True, dir_okay=False, path_type=Path, resolve_path=True))
def recommend_(data: Path, answers: Path, as_json: bool, as_csv: bool) -> None:
    """Recommend for the case whose ANSWERS stand in a YAML file (question: answer), or for every row of a CSV."""
    guide = in_order(read_guide(data))
    if as_csv:
        sys.exit(_recommend_all(guide, answers))
    given, problems = read_answers(guide, answers)
    _tell(problems)
    result = explain(guide, recommend(guide, given), date.today().isoformat())  # noqa: DTZ011 - the day where the person is
    click.echo(
        json.dumps(result, indent=2, ensure_ascii=False) if as_json else report(guide.wording, result), nl=as_json
    )


def _recommend_all(guide: Guide, file: Path) -> int:
    """Write a row for every row of the file of which something counts; return 1 if there are others."""
    bad = 0
    with file.open(newline="", encoding="utf-8-sig", errors="replace") as text, _progress(file) as progress:
        problems, rows = judge_rows(guide, file, text)
        _tell(problems)
        out = csv.DictWriter(sys.stdout, columns(guide), lineterminator="\n")
        out.writeheader()
        for judged, problems in rows:
            _tell(problems)
            bad += judged is None
            if judged is not None:
                out.writerow(judged)
            progress.update(1)
    if bad:
        click.echo(f"{bad} row(s) could not be used.", err=True)
    return 1 if bad else 0


def _tell(problems: list[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def _progress(file: Path) -> AbstractContextManager[Any]:
    """Return a progress bar over the rows of a file, shown only where somebody watches."""
    with file.open("rb") as lines:
        rows = max(0, sum(1 for _ in lines) - 1)
    return click.progressbar(length=rows, label="Rows", file=sys.stderr, hidden=not sys.stderr.isatty())


@main.command()
@_data
@click.option("--json", "as_json", is_flag=True, help="Print the quotes as JSON.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path, resolve_path=True))
def quotes(data: Path, file: Path, as_json: bool) -> None:
    """Bring the quotes of a YAML FILE to the same thing, open what has one percentage, and list what to ask."""
    guide = in_order(read_guide(data))
    given, problems = read_quote_file(guide, file)
    _tell(problems)
    result = explain(guide, recommend(guide, given))
    if as_json:
        found = {"quotes": result["quotes"], "quote_rows": result["quote_rows"]}
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(quote_report(guide.wording, result["quotes"], result["quote_rows"])).strip())


@main.command(name="evaluate")
@_data
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path, resolve_path=True))
def evaluate_(data: Path, file: Path, as_json: bool) -> None:
    """Hold the recommender against a FILE of published verdicts and print where they agree."""
    guide = read_guide(data)
    verdicts = read_verdicts(guide, file, lambda problem: click.echo(str(problem), err=True))
    figures = tally(guide, score(guide, verdicts))
    click.echo(json.dumps(figures, indent=2, ensure_ascii=False) if as_json else figures_as_text(figures))


@main.command(name="study")
@_data
@click.option("--write", "writes", is_flag=True, help="Write points, likelihoods, calibration and figures into it.")
def study_(data: Path, writes: bool) -> None:
    """Propose points from arguments and published verdicts, and say how often left-out cases agree."""
    # Imported here because it needs libraries that nothing else does.
    try:
        from generator.evaluation.study import study
    except ModuleNotFoundError as missing:
        raise click.ClickException(
            f"{missing.name} is not installed, and the study needs it; run `make study`"
        ) from None

    sys.exit(0 if study(data, writes) else 1)


@main.command()
def clean() -> None:
    """Remove everything that was generated below docs/; what was written by hand stays."""
    removed = write(ROOT / "docs", {}).removed
    click.echo(f"Removed {len(removed)} generated files below docs/")


def _server(site: Path, path: str, port: int) -> LiveServer:
    try:
        return LiveServer(site, path, port)
    except OSError:
        click.echo(f"Port {port} is taken; taking a free one.")
        return LiveServer(site, path)


def run() -> int:
    """Run the command line; what is wrong with the data or the machine is told one a line and ends with exit code 1."""
    try:
        main(prog_name="python -m generator")
    except DataError as error:
        _tell(error.problems)
        click.echo(f"{len(error.problems)} problem(s) found; nothing was written.", err=True)
        return 1
    except (BuildError, OSError) as error:
        click.echo(str(error), err=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(run())
