"""The door to files that people sent by Telegram: where one lies is asked first, then it is fetched, up to a cap."""

import re

from adapters.guard import Guard, NeverSent
from adapters.lean_http import BrokenOff, CannotConnect, HttpStream, LeanHttp
from bot.domain.errors import Rejected, Unavailable
from bot.kit.breaker import Rules

# More than anybody asks for: there an answer that is longer still is broken off.
LARGEST_FILE = 9 * 2**20

# As in "photos/file_12.jpg"; nothing that would be another address.
_PATH = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_./-]{0,199}")


class TelegramFiles:
    """Fulfils ``bot.ports.files.Files``. The address of a file holds the bot's token: it is told to nobody."""

    def __init__(self, token: str, api_url: str, *, deadline_s: float = 10.0) -> None:
        from adapters.telegram_request import bot_for

        self._bot = bot_for(token, api_url, deadline_s)
        self._folder = f"/file/bot{token}/"
        self._http = LeanHttp(api_url, largest_answer=LARGEST_FILE)
        # Eight megabytes over a slow line are no sickness.
        rules = Rules(slow_s=deadline_s, probe_s=deadline_s)
        self.guard = Guard("Telegram's files", deadline_s, rules=rules)

    async def fetch(self, channel: str, ref: str, most_bytes: int) -> bytes:
        if channel != "telegram":
            raise Rejected("gone", "no file of Telegram's")
        return await self.guard.call(lambda: self._fetch(ref, most_bytes))

    async def close(self) -> None:
        await self._bot.hang_up()
        await self._http.close()

    async def _fetch(self, ref: str, most_bytes: int) -> bytes:
        path = await self._path(ref, most_bytes)
        try:
            answer = await self._http.open("GET", self._folder + path, {})
            try:
                return await _body(answer, most_bytes)
            finally:
                answer.close()
        except CannotConnect as failure:
            raise NeverSent("Telegram cannot be reached") from failure
        except BrokenOff as failure:
            raise Unavailable("a file of Telegram's broke off") from failure

    async def _path(self, ref: str, most_bytes: int) -> str:
        """https://core.telegram.org/bots/api#getfile: for an hour the file lies there."""
        try:
            found = await self._bot.say("getFile", {"file_id": ref})
        except Rejected as no:
            reason = "too_large" if no.reason == "too_large" else "gone"
            raise Rejected(reason) from no
        if not isinstance(found, dict):
            raise Unavailable("Telegram's answer names no file")
        path, size = found.get("file_path"), found.get("file_size")
        if isinstance(size, int) and size > most_bytes:
            raise Rejected("too_large")
        if not isinstance(path, str) or not _PATH.fullmatch(path) or ".." in path:
            raise Rejected("gone", "Telegram names no place where it lies")
        return path


async def _body(answer: HttpStream, most_bytes: int) -> bytes:
    """All of it, none of it kept once there is more than wanted."""
    if answer.status in (400, 404, 410):
        raise Rejected("gone")
    if answer.status != 200:
        raise Unavailable(f"Telegram's files answered {answer.status}")
    size, pieces = 0, []

    def take(piece: bytes) -> None:
        nonlocal size
        size += len(piece)
        if size <= most_bytes:
            pieces.append(piece)

    try:
        await answer.hear(take)
    except BrokenOff:
        if size <= most_bytes:
            raise
    if size > most_bytes:
        raise Rejected("too_large")
    return b"".join(pieces)
