"""What MicroPython can do of it: add up the points of the rules that hold; it has no dataclasses for the rest."""

import json

from pyscript import document, window

with open("guide.json") as file:  # noqa: PTH123 - MicroPython has no pathlib
    guide = json.load(file)
answers = dict(part.split("=") for part in window.location.hash[1:].split("&"))
points = {model["id"]: 0 for model in guide["models"]}
for rule in guide["rules"]:
    if not rule["within"] and all(answers.get(question) in wanted for question, wanted in rule["when"].items()):
        for model, each in rule["points"].items():
            points[model] += each
best, second = sorted(guide["models"], key=lambda model: -points[model["id"]])[:2]
lead = points[best["id"]] - points[second["id"]]
wording = guide["wording"]
headline = wording["winner"].format(models=best["phrase"])
detail = wording["winner_detail"].format(points=points[best["id"]], ahead=lead, lead=guide["decision"]["least_lead"])
for tag, text in (("h2", headline), ("p", detail)):
    element = document.createElement(tag)
    element.textContent = text
    document.querySelector("[data-part=answer]").append(element)
