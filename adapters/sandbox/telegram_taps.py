"""Button taps that wait for the bot's answer."""

import secrets


class Taps:
    """Each tap can be answered once, as Telegram forgets it then."""

    def __init__(self) -> None:
        self._open: dict[str, int] = {}

    def begin(self, chat_id: int) -> str:
        tap_id = str(secrets.randbits(62) + 1)
        self._open[tap_id] = chat_id
        return tap_id

    def answer(self, tap_id: str) -> int | None:
        """The chat it was made in; None when the tap is unknown or was answered before."""
        return self._open.pop(tap_id, None)
