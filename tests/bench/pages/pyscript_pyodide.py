"""The same recommender, asked from PyScript."""

import json
from pathlib import Path
from urllib.parse import parse_qsl

from pyscript import document, window

from recommender import open_guide

adviser = open_guide(Path("guide.json").read_text())
answers = dict(parse_qsl(window.location.hash[1:]))
answer = json.loads(adviser.recommend(json.dumps(answers)))
for tag, text in (("h2", answer["headline"]), ("p", answer["detail"])):
    element = document.createElement(tag)
    element.textContent = text
    document.querySelector("[data-part=answer]").append(element)
