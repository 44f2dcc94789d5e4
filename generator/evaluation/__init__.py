"""Hold the recommender against published verdicts, and propose points from them."""
