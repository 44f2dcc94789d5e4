"""Measure the site: how soon it answers beside other ways to start Python in a page, and what its build costs."""
