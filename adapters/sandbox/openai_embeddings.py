"""Vectors for texts: equal words bring them near each other, and the same text always gets the same."""

import base64
import math
import re
import struct
from hashlib import blake2b

from adapters.sandbox.openai_models import EMBEDDING, check_model
from adapters.sandbox.openai_parameters import Embeddings
from adapters.sandbox.openai_refusal import OpenAiRefusal
from adapters.sandbox.openai_usage import count_tokens

DIMENSIONS = 64
LARGEST = 3072
MOST_TEXTS = 2048
WORD = re.compile(r"\w+")


def embed(asked: Embeddings, *, nothing: bool) -> dict[str, object]:
    """The answer of the endpoint. Raises OpenAiRefusal."""
    check_model(asked.model, EMBEDDING)
    texts = [asked.input] if isinstance(asked.input, str) else asked.input
    if not texts or len(texts) > MOST_TEXTS or not all(texts):
        raise OpenAiRefusal("'$.input' is invalid. Please check the API reference.", "input")
    dimensions = DIMENSIONS if asked.dimensions is None else asked.dimensions
    if not 1 <= dimensions <= LARGEST:
        raise OpenAiRefusal(f"Invalid value for 'dimensions' = {dimensions}.", "dimensions")
    vectors = [vector_of(text, dimensions) for text in texts]
    written = [_packed(vector) if asked.encoding_format == "base64" else vector for vector in vectors]
    data = [{"object": "embedding", "index": at, "embedding": vector} for at, vector in enumerate(written)]
    tokens = sum(map(count_tokens, texts))
    usage = {"prompt_tokens": tokens, "total_tokens": tokens}
    return {"object": "list", "data": [] if nothing else data, "model": asked.model, "usage": usage}


def vector_of(text: str, dimensions: int = DIMENSIONS) -> list[float]:
    """Of length one: each word adds to a place that its hash names, with a sign it names too."""
    vector = [0.0] * dimensions
    for word in WORD.findall(text.lower()):
        digest = int.from_bytes(blake2b(word.removesuffix("s").encode(), digest_size=8).digest())
        vector[digest % dimensions] += 1.0 if digest >> 63 else -1.0
    length = math.hypot(*vector)
    if not length:
        return [1.0] + [0.0] * (dimensions - 1)
    return [value / length for value in vector]


def _packed(vector: list[float]) -> str:
    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()
