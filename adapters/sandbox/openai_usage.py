"""What an answer costs: tokens counted as a quarter of the bytes, a long prefix seen before as cached."""

import msgspec

from adapters.sandbox.openai_asked import Asked, Play

BYTES_PER_TOKEN = 4
PICTURE_TOKENS = 765
# https://platform.openai.com/docs/guides/prompt-caching
SHORTEST_CACHED, CACHED_STEP = 1024, 128
# What a model that reasons thinks before an answer of this size.
THOUGHT_TOKENS = 64


class Usage(msgspec.Struct, frozen=True):
    tokens_in: int
    tokens_cached: int
    tokens_out: int
    tokens_thought: int = 0

    def as_chat(self) -> dict[str, object]:
        return {
            "prompt_tokens": self.tokens_in,
            "completion_tokens": self.tokens_out,
            "total_tokens": self.tokens_in + self.tokens_out,
            "prompt_tokens_details": {"cached_tokens": self.tokens_cached, "audio_tokens": 0},
            "completion_tokens_details": {
                "reasoning_tokens": self.tokens_thought,
                "audio_tokens": 0,
                "accepted_prediction_tokens": 0,
                "rejected_prediction_tokens": 0,
            },
        }

    def as_response(self) -> dict[str, object]:
        return {
            "input_tokens": self.tokens_in,
            "input_tokens_details": {"cached_tokens": self.tokens_cached, "cache_write_tokens": 0},
            "output_tokens": self.tokens_out,
            "output_tokens_details": {"reasoning_tokens": self.tokens_thought},
            "total_tokens": self.tokens_in + self.tokens_out,
        }


def count_tokens(text: str) -> int:
    return -(-len(text.encode()) // BYTES_PER_TOKEN)


class Meter:
    """Remembers which beginnings were seen, as the vendor's cache does."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str, int]] = set()

    def count(self, asked: Asked, play: Play, *, thinks: bool) -> Usage:
        prefix = count_tokens(asked.system) + asked.toolbox.tokens
        beginning = (asked.model, asked.system, hash(tuple(asked.tools)))
        is_cached = beginning in self._seen and prefix >= SHORTEST_CACHED
        self._seen.add(beginning)
        thought = THOUGHT_TOKENS if thinks else 0
        said = count_tokens(play.text) + sum(count_tokens(call.name + call.written) for call in play.calls)
        return Usage(
            tokens_in=prefix + sum(_entry_tokens(asked)),
            tokens_cached=prefix // CACHED_STEP * CACHED_STEP if is_cached else 0,
            tokens_out=said + thought,
            tokens_thought=thought,
        )


def _entry_tokens(asked: Asked) -> list[int]:
    return [
        count_tokens(entry.text)
        + sum(count_tokens(call.name + call.written) for call in entry.calls)
        + PICTURE_TOKENS * len(entry.pictures)
        for entry in asked.entries
    ]
