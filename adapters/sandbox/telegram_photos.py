"""Pictures in a chat: measured, and refused as Telegram refuses them."""

from adapters.sandbox.telegram_files import Files
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
THUMBNAIL_SIDE = 90


class Photos:
    """Among the files, those that are seen."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def keep(self, content: bytes, claimed_size: int | None = None) -> Json:
        """A PhotoSize. Raises NotOk for what is no picture."""
        width, height = _size(content)
        name = "photos/file_{}.png" if content.startswith(PNG) else "photos/file_{}.jpg"
        return {**self._files.keep(content, name, claimed_size), "width": width, "height": height}

    def thumbnail(self, photo: Json, content: bytes) -> Json:
        """The same picture as the smallest size that Telegram makes of it; its content is left as it is."""
        sides = {side: int(str(photo[side])) for side in ("width", "height")}
        longest = max(1, *sides.values())
        scaled = {side: max(1, length * min(longest, THUMBNAIL_SIDE) // longest) for side, length in sides.items()}
        return {**self._files.keep(content, "thumbnails/file_{}.jpg"), **scaled}

    def look_at(self, file_id: str) -> tuple[bytes, str] | None:
        """A picture and its media type, as a phone shows it."""
        content = self._files.find(file_id)
        if content is None:
            return None
        return content, "image/png" if content.startswith(PNG) else "image/jpeg"

    def again(self, file_id: str) -> bytes:
        """A picture sent before. Raises NotOk; addresses on the web are not visited."""
        content = self._files.find(file_id)
        if content is None:
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        return content


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
