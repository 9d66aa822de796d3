"""Whose model is asked, where, and in which of the two ways of asking."""

import re
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

OPENAI = "https://api.openai.com/v1"

# Models of OpenAI's that refuse what older ones and other servers know, wherever they are asked.
_IS_NEWER = re.compile(r"gpt-(?:[5-9]|\d\d)|o[1-9]")
# Of them "-chat" does not think before it answers, and "-pro" only long:
# https://developers.openai.com/api/docs/guides/reasoning
_HAS_NO_CHOICE = re.compile(r"-(?:chat|pro)\b")
# The vendor counts thoughts into the answer's limit: without room for them a short limit is used up before a word.
ROOM_FOR_THOUGHTS = 1500


@dataclass(frozen=True, slots=True)
class OpenAiAccount:
    """``base_url`` ends in /v1. Chat Completions is what every server knows, Responses what OpenAI prefers."""

    api_key: str = field(repr=False)
    base_url: str = OPENAI
    wire: Literal["chat", "responses"] = "chat"
    model: str = ""
    embedding_model: str = ""
    vision_model: str = ""
    transcription_model: str = ""

    @property
    def origin(self) -> str:
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"

    def is_newer(self, model: str) -> bool:
        """Whether it is limited as OpenAI's newer models insist on, which other servers may not know."""
        return urlsplit(self.base_url).hostname == urlsplit(OPENAI).hostname or _IS_NEWER.match(model) is not None


def thinks(model: str) -> bool:
    """Whether it thinks before it answers, and can be told to do so briefly."""
    return _IS_NEWER.match(model) is not None and _HAS_NO_CHOICE.search(model) is None
