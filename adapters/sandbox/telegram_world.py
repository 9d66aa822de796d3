"""One bot's Telegram: its chats, files, updates and waiting taps, shared by the API and by the people."""

from collections.abc import Callable
from dataclasses import dataclass

from adapters.sandbox.feed import Feed
from adapters.sandbox.keys import Keys
from adapters.sandbox.telegram_chats import Chats
from adapters.sandbox.telegram_files import Files
from adapters.sandbox.telegram_limits import Limits
from adapters.sandbox.telegram_photos import Photos
from adapters.sandbox.telegram_taps import Taps
from adapters.sandbox.telegram_updates import Updates


@dataclass(frozen=True)
class TelegramWorld:
    keys: Keys
    chats: Chats
    updates: Updates
    taps: Taps
    limits: Limits
    files: Files
    photos: Photos
    feed: Feed
    now: Callable[[], float]

    @property
    def bot(self) -> dict[str, object]:
        """The bot as a User of the Bot API."""
        return {
            "id": self.keys.bot_id,
            "is_bot": True,
            "first_name": "PAM",
            "username": self.keys.bot_username,
        }
