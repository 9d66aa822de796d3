"""The pretend model: what it is asked, in order, and what it answers."""

from collections import deque

from adapters.sandbox.openai_asked import Asked, Play, Script
from adapters.sandbox.openai_small_talk import small_talk

# Enough for a long test; a load test forgets its beginning instead of growing for ever.
REMEMBERED = 2_000


class OpenAi:
    """``pace_s`` is the pause between two pieces of a stream."""

    def __init__(self) -> None:
        self._asked: deque[Asked] = deque(maxlen=REMEMBERED)
        self._script: Script = small_talk
        self.pace_s = 0.0

    @property
    def asked(self) -> list[Asked]:
        """Everything the model was asked, oldest first."""
        return list(self._asked)

    def follow(self, script: Script) -> None:
        """From now on it answers as the script says."""
        self._script = script

    def play(self, asked: Asked) -> Play:
        self._asked.append(asked)
        return self._script(asked)
