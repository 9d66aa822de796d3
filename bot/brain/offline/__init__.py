"""The offline brain: reads a text by rules alone, without a model; pure and deterministic."""

from bot.brain.offline.reading import read
from bot.domain.decision import Decision, Reader


def decide(text: str, reader: Reader) -> Decision:
    """The calls a text asks for, a question about it, or NOTHING; never raises, whatever the text."""
    return read(text, reader)
