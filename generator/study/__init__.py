"""The study: points proposed from arguments and published verdicts, and figures from cases that were left out."""
