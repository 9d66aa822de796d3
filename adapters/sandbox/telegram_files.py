"""Files in one bot's chats: the newest are kept to be fetched again, by id and by path."""

import secrets
from dataclasses import dataclass

from adapters.sandbox.telegram_refusal import bad_request

Json = dict[str, object]

# More than a thread shows; a load test sends without end.
KEPT = 200

# https://core.telegram.org/bots/api#getfile
LARGEST_FETCHED = 20 * 2**20


@dataclass(frozen=True)
class KeptFile:
    """``size`` is what is said of it."""

    content: bytes
    path: str
    size: int


class Files:
    """A file that was let go of is as unknown as one that never came."""

    def __init__(self) -> None:
        self._by_id: dict[str, KeptFile] = {}
        self._count = 0

    def keep(self, content: bytes, name: str, claimed_size: int | None = None) -> Json:
        """What all kinds of files have in common; ``name`` is a pattern like "voice/file_{}.oga"."""
        file_id = secrets.token_urlsafe(24)
        size = len(content) if claimed_size is None else claimed_size
        self._by_id[file_id] = KeptFile(content, name.format(self._count), size)
        self._count += 1
        while len(self._by_id) > KEPT:
            del self._by_id[next(iter(self._by_id))]
        return _described(file_id, size)

    def describe(self, file_id: str) -> Json:
        """A File. Raises NotOk when there is none, or it is too large for a bot."""
        kept = self._by_id.get(file_id)
        if kept is None:
            raise bad_request("invalid file_id")
        if len(kept.content) > LARGEST_FETCHED:
            raise bad_request("file is too big")
        return {**_described(file_id, kept.size), "file_path": kept.path}

    def find(self, file_id: str) -> bytes | None:
        kept = self._by_id.get(file_id)
        return kept.content if kept else None

    def fetch(self, path: str) -> bytes | None:
        """By the path that its description gives."""
        return next((kept.content for kept in self._by_id.values() if kept.path == path), None)


def _described(file_id: str, size: int) -> Json:
    return {"file_id": file_id, "file_unique_id": file_id[:12], "file_size": size}
