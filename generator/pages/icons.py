"""Write the models' icons and colours as rules of a style sheet: scripts and templates need to name only the model."""

from collections.abc import Iterable

from recommender.model import Icon, Model

_DRAWING = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E"
    "%3Cpath fill-rule='evenodd' d='{path}'/%3E%3C/svg%3E"
)


def icon_styles(models: Iterable[Model]) -> bytes:
    """Return a rule for each model that has an icon: its colour as `--model`, its shape as `--icon`."""
    return "".join(_rule(model.id, model.icon) for model in models if model.icon).encode()


def _rule(model: str, icon: Icon) -> str:
    drawing = _DRAWING.format(path=icon.path)
    return f'[data-model="{model}"]{{--model:light-dark({icon.light},{icon.dark});--icon:url("{drawing}")}}\n'
