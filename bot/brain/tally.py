"""What a brain counts of itself, for whoever watches: ways of deciding, calls of the model, tokens."""

from typing import Literal, get_args

from bot.kit.counters import Counter

OUTCOMES = ("answered", "unavailable", "rejected")
Lane = Literal["fast", "model", "offline", "capped", "failed"]
"""fast: the offline brain was sure · model: a model decided · offline: it came to nothing of use, or there is none ·
capped: the day's or the month's share is used · failed: it did not answer as it should."""


class Tally:
    """Of one process, since it began."""

    def __init__(self) -> None:
        self.decisions = Counter(
            "pam_decisions_total", "Messages decided on, by the way it was done.", "lane", get_args(Lane)
        )
        self.calls = Counter("pam_model_calls_total", "Calls of the model, by how they ended.", "outcome", OUTCOMES)
        self.tokens = Counter("pam_model_tokens_total", "Tokens the model counted.", "direction", ("in", "out"))

    @property
    def all(self) -> tuple[Counter, ...]:
        return self.decisions, self.calls, self.tokens
