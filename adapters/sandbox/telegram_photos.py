"""Pictures a bot has sent: measured, refused as Telegram refuses them, and the newest kept to be fetched again."""

import secrets

from adapters.sandbox.telegram_refusal import bad_request

Json = dict[str, object]

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"

# A JPEG is not measured; Telegram itself scales a photo to fit this.
JPEG_SIDE = 1280

# https://core.telegram.org/bots/api#sendphoto
LARGEST_PHOTO = 10 * 2**20
LONGEST_SIDES = 10_000
LARGEST_RATIO = 20

# More than a thread shows; a load test sends without end.
KEPT = 200


class Photos:
    """By file id; a picture that was let go of is as unknown as one that never came."""

    def __init__(self) -> None:
        self._content: dict[str, bytes] = {}

    def keep(self, content: bytes) -> Json:
        """A PhotoSize. Raises NotOk for what is no picture."""
        width, height = _size(content)
        file_id = secrets.token_urlsafe(24)
        self._content[file_id] = content
        while len(self._content) > KEPT:
            del self._content[next(iter(self._content))]
        return {
            "file_id": file_id,
            "file_unique_id": file_id[:12],
            "width": width,
            "height": height,
            "file_size": len(content),
        }

    def describe(self, file_id: str) -> Json:
        """A File. Raises NotOk when there is none."""
        content = self._content.get(file_id)
        if content is None:
            raise bad_request("invalid file_id")
        return {
            "file_id": file_id,
            "file_unique_id": file_id[:12],
            "file_size": len(content),
            "file_path": f"photos/{file_id}",
        }

    def look_at(self, file_id: str) -> tuple[bytes, str] | None:
        """A picture and its media type, as a phone shows it."""
        content = self._content.get(file_id)
        if content is None:
            return None
        return content, "image/png" if content.startswith(PNG) else "image/jpeg"

    def again(self, file_id: str) -> bytes:
        """A picture sent before. Raises NotOk; addresses on the web are not visited."""
        if file_id not in self._content:
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        return self._content[file_id]

    def fetch(self, file_path: str) -> bytes | None:
        return self._content.get(file_path.removeprefix("photos/"))


def _size(content: bytes) -> tuple[int, int]:
    """Width and height. Raises NotOk."""
    if not content:
        raise bad_request("file must be non-empty")
    if len(content) > LARGEST_PHOTO:
        raise bad_request("PHOTO_SAVE_FILE_INVALID")
    if content.startswith(PNG) and len(content) >= 24:
        width, height = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
        long, short = max(width, height), min(width, height)
        if long + short > LONGEST_SIDES or long > short * LARGEST_RATIO:
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return width, height
    if content.startswith(JPEG):
        return JPEG_SIDE, JPEG_SIDE
    raise bad_request("IMAGE_PROCESS_FAILED")
