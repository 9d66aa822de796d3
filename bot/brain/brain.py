"""The brain: what decides on a text. Offline only so far; a language model joins it behind ``decide``."""

from bot.brain.offline import decide
from bot.domain.decision import Decision, Reader


class Brain:
    """Changes nothing and always comes to a decision."""

    def at_once(self, text: str, reader: Reader) -> Decision | None:
        """The fast lane: a decision that waits for nobody; None when it takes more thought than that."""
        return decide(text, reader)

    async def decide(self, text: str, reader: Reader) -> Decision:
        """May wait for the outside, so never inside a transaction."""
        return decide(text, reader)
