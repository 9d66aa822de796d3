"""The brain: what decides on a text. Offline only so far; a language model joins it behind the same call."""

from bot.brain.offline import decide
from bot.domain.decision import Decision, Reader


class Brain:
    """``decide`` changes nothing and always returns."""

    async def decide(self, text: str, reader: Reader) -> Decision:
        return decide(text, reader)
