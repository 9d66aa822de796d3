"""A picture or a voice note that came with a message: what its channel says of it, and how much of it PAM takes."""

from typing import Literal

import msgspec

PICTURE_TYPES = frozenset({"image/jpeg", "image/png", "image/webp"})
VOICE_TYPES = frozenset({"audio/ogg", "audio/opus", "audio/mpeg", "audio/mp3", "audio/mp4", "audio/m4a", "audio/x-m4a"})

# A receipt photographed with a phone is below 5 MB, two minutes of a voice note below 1 MB.
MOST_PICTURE_BYTES = 8 * 2**20
MOST_VOICE_BYTES = 5 * 2**20
MOST_SECONDS = 120
# Decoded, 40 megapixels take 160 MB; whoever decodes them is not PAM.
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 12_000

Fault = Literal["picture_kind", "picture_large", "voice_kind", "voice_large"]
"""Why it is not taken; each is a wording key."""


class Attachment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """``ref`` is how its channel finds it again, "" where it cannot be fetched.

    All else is what the channel or the sender says, 0 where they say nothing: worth a look before it is fetched, never
    believed afterwards.
    """

    kind: Literal["picture", "voice"]
    ref: str
    media_type: str
    bytes: int = 0
    width: int = 0
    height: int = 0
    seconds: int = 0

    @property
    def most_bytes(self) -> int:
        return MOST_PICTURE_BYTES if self.kind == "picture" else MOST_VOICE_BYTES

    @property
    def fault(self) -> Fault | None:
        """Why it is not worth fetching, by what is said of it."""
        if self.kind == "picture":
            if self.media_type not in PICTURE_TYPES:
                return "picture_kind"
            is_large = self.bytes > MOST_PICTURE_BYTES or is_too_large(self.width, self.height)
            return "picture_large" if is_large else None
        if self.media_type not in VOICE_TYPES:
            return "voice_kind"
        return "voice_large" if self.bytes > MOST_VOICE_BYTES or self.seconds > MOST_SECONDS else None


def is_too_large(width: int, height: int) -> bool:
    """Whether a picture has more pixels than anybody should be asked to decode."""
    return max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS
