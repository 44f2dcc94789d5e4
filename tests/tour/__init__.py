"""A screenshot of everything a reader may meet, for somebody to look at; `make tour` runs it."""
