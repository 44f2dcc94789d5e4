"""What the recommender says when it is given something that it cannot use."""


class RecommenderError(ValueError):
    """The input cannot be used; the message says where, why, and what to do."""
