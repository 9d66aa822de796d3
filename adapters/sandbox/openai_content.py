"""The words and pictures in a message: a text, or parts as either wire writes them."""

import base64
import binascii
import re
from typing import Literal

from adapters.sandbox.openai_parameters import Strict
from adapters.sandbox.openai_refusal import OpenAiRefusal

DATA_URL = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,")
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
LARGEST_PICTURE = 20 * 2**20

Detail = Literal["auto", "low", "high", "original"]


class TextPart(Strict, tag="text"):
    text: str


class ImageAddress(Strict):
    url: str
    detail: Detail | None = None


class ImagePart(Strict, tag="image_url"):
    image_url: ImageAddress


class RefusalPart(Strict, tag="refusal"):
    refusal: str


class InputText(Strict, tag="input_text"):
    text: str


class OutputText(Strict, tag="output_text"):
    text: str
    annotations: list[object] | None = None
    logprobs: list[object] | None = None


class InputImage(Strict, tag="input_image"):
    image_url: str
    detail: Detail | None = None


ChatContent = str | list[TextPart | ImagePart | RefusalPart] | None
FlatContent = str | list[InputText | OutputText | InputImage | RefusalPart]


def read_chat_content(parts: ChatContent, at: str) -> tuple[str, tuple[bytes, ...]]:
    """Words and pictures of a chat message; ``at`` is where they stand. Raises OpenAiRefusal."""
    if isinstance(parts, str) or parts is None:
        return parts or "", ()
    text = "".join(part.text for part in parts if isinstance(part, TextPart))
    return text, tuple(_picture(part.image_url.url, at) for part in parts if isinstance(part, ImagePart))


def read_flat_content(parts: FlatContent, at: str) -> tuple[str, tuple[bytes, ...]]:
    """Words and pictures of an item of the responses wire; ``at`` is where they stand. Raises OpenAiRefusal."""
    if isinstance(parts, str):
        return parts, ()
    text = "".join(part.text for part in parts if isinstance(part, InputText | OutputText))
    return text, tuple(_picture(part.image_url, at) for part in parts if isinstance(part, InputImage))


def _picture(url: str, at: str) -> bytes:
    """Only pictures sent along; an address on the web is not visited."""
    found = DATA_URL.match(url)
    if found is None:
        raise OpenAiRefusal(f"Failed to download image from {url[:60]}.", at, "invalid_image_url")
    try:
        picture = base64.b64decode(url[found.end() :], validate=True)
    except binascii.Error as error:
        raise OpenAiRefusal("Invalid base64 image_url.", at, "invalid_base64") from error
    if not picture.startswith(PICTURES):
        message = "You uploaded an unsupported image. Please make sure your image is valid."
        raise OpenAiRefusal(message, at, "invalid_image_format")
    if len(picture) > LARGEST_PICTURE:
        raise OpenAiRefusal("Image size exceeds 20 MB.", at, "image_too_large")
    return picture
