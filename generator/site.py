"""Build the whole site: data to Markdown and bundle, Markdown to HTML, HTML with its policy."""

from collections.abc import Callable
from pathlib import Path

from generator.browser.bundle import STYLES, build_bundle
from generator.evaluation.verdicts import read_verdicts
from generator.pages import Agreement, edition_of, pages
from generator.pages.exports import exports
from generator.pages.icons import icon_styles
from generator.pages.render import Renderer
from generator.publish.mirror import mirror
from generator.publish.mkdocs import NOWHERE, configure, run_mkdocs
from generator.publish.naming import mark_edition, name_by_content
from generator.publish.offline import WORKER, keep_offline
from generator.publish.policy import apply_policy
from generator.publish.search_index import fill_index
from generator.publish.write import Written, write
from generator.reading.load import VERDICTS_FILE
from generator.reading.measured import read_measured
from generator.reading.order import in_order
from generator.reading.validate import read_guide
from recommender.model import Guide

ROOT = Path(__file__).parent.parent
_HOMELESS = (
    "SITE_URL is not set: pages will have no canonical address, and the code to embed has a placeholder; "
    "fine to look at here, and to publish run `SITE_URL=https://… make site`"
)
TINY_GUIDE = ROOT / "tests" / "second_guide"
"""Has every kind of file, as small as it can be: with it a build finds out what the recommender needs of Python."""


def generate(
    guide: Guide,
    docs: Path,
    data: Path | None = None,
    address: str = "",
    warn: Callable[[str], None] = print,
    *,
    draft: bool = False,
) -> Written:
    """Write every generated page and everything the browser downloads below `docs`.

    `data` is the folder beside whose guide published verdicts and measurements may stand; they have pages too then.
    `address` is where the site will stand, if that is known, for reports of mistakes and for code that other sites
    copy. `warn` hears where the browser has to do with less than it might; in a `draft` it has to at once, so that
    nobody who looks at a change waits for what only readers need.
    """
    ordered = in_order(guide)
    study, benchmark = read_measured(ordered, data) if data else (None, None)
    verdicts = read_verdicts(ordered, data / VERDICTS_FILE) if data and study else []
    bundle = build_bundle(
        ordered, in_order(read_guide(TINY_GUIDE)), ROOT / "widgets", ROOT / "build", warn, draft=draft
    )
    addresses = {"site": address, "home": address or NOWHERE}
    edition = edition_of(ordered, {**addresses, "bundle": bundle.description, **bundle.scripts})
    renderer = Renderer(edition, ROOT / "build" / "templates")
    made = pages(edition, Agreement(study=study, verdicts=verdicts), benchmark)
    files = {page.path: renderer.render(page).encode() for page in made}
    marks = {f"assets/{name}": (ROOT / "widgets" / "web" / name).read_bytes() for name in ("mark.svg", "mark.png")}
    styles = {STYLES: bundle.files[STYLES] + icon_styles(ordered.models)}
    return write(docs, files | exports(ordered) | dict(bundle.files) | styles | marks)


def build_site(guide: Guide, data: Path, say: Callable[[str], None], home: Path = ROOT, *, draft: bool = False) -> Path:
    """Build everything into `site/` of the folder `home` and return that folder; `say` hears of every step.

    A `draft` is quick to build, and starts slower in the browser.
    """
    say("2/4 writing pages and the browser's bundle into docs/")
    config = configure(guide, home)

    def warn(text: str) -> None:
        say(f"    warning: {text}")

    if not config.site_url and not draft:
        warn(_HOMELESS)
    written = generate(guide, home / "docs", data, config.site_url or "", warn, draft=draft)
    say(f"    {len(written.changed)} written, {len(written.removed)} removed, {written.unchanged} unchanged")
    (script,) = (home / "docs").glob("assets/web/*/offline.js")
    config.extra["offline"] = {
        "script": script.relative_to(home / "docs").as_posix(),
        "worker": "" if draft else WORKER,
    }
    say("3/4 building the site with MkDocs")
    built = run_mkdocs(config)
    say("4/4 filling the search's index and writing the Content-Security-Policy into every page")
    fill_index(built, guide.synonyms)
    name_by_content(built)
    count = apply_policy(built)
    mark_edition(built)
    if not draft:
        kept = keep_offline(built, ROOT / "widgets")
        say(f"    {kept.files} files open offline: {kept.line / 1e6:.1f} MB to fetch, {kept.disk / 1e6:.1f} MB on disk")
    say(f"    {count} pages, {mirror(built, home / 'site')} files of site/ changed")
    return home / "site"
