"""Make what a browser downloads to run Python: a trimmed Pyodide, its library, the recommender, the guide."""
