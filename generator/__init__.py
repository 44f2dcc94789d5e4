"""Turns the data of the guide into pages, a form and a bundle for the browser; never part of what is sent there."""
