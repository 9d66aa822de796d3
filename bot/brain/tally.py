"""What a brain counts of itself, for whoever watches: ways of deciding, calls of the model, tokens."""

from bot.kit.counters import Counter

OUTCOMES = ("answered", "unavailable", "rejected")
LANES = ("fast", "model", "offline", "capped", "failed")


class Tally:
    """Of one process, since it began."""

    def __init__(self) -> None:
        self.decisions = Counter("pam_decisions_total", "Messages decided on, by the way it was done.", "lane", LANES)
        self.calls = Counter("pam_model_calls_total", "Calls of the model, by how they ended.", "outcome", OUTCOMES)
        self.tokens = Counter("pam_model_tokens_total", "Tokens the model counted.", "direction", ("in", "out"))

    @property
    def all(self) -> tuple[Counter, ...]:
        return self.decisions, self.calls, self.tokens
