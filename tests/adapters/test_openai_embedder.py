"""Texts become vectors, one for each and in their order, or none."""

import contextlib
from collections.abc import AsyncGenerator

import pytest

from adapters.openai_embedder import OpenAiEmbedder
from adapters.openai_wire.account import OpenAiAccount
from bot.domain.errors import Unavailable
from bot.ports.embedder import Embedded
from tests.adapters.scripted_vendor import Answer, ScriptedVendor


@contextlib.asynccontextmanager
async def embedder_at(*script: Answer) -> AsyncGenerator[tuple[OpenAiEmbedder, ScriptedVendor]]:
    async with ScriptedVendor(*script).open() as vendor:
        embedder = OpenAiEmbedder(OpenAiAccount("key", f"{vendor.url}/v1", embedding_model="near-1"), deadline_s=1)
        try:
            yield embedder, vendor
        finally:
            await embedder.close()


def vectors(*data: tuple[int, object], padding: int = 0) -> Answer:
    usage = {"prompt_tokens": 5, "total_tokens": 5}
    each = [{"object": "embedding", "index": index, "embedding": vector} for index, vector in data]
    return Answer(200, {"object": "list", "data": each, "model": "near-1", "usage": usage, "padding": "x" * padding})


async def test_each_text_gets_its_vector_whatever_order_they_come_in() -> None:
    # Fifty long vectors come to some megabytes.
    async with embedder_at(vectors((1, [0.5, 1]), (0, [0, -1]), padding=3 * 2**20)) as (embedder, vendor):
        assert await embedder.embed(("tea", "rent")) == Embedded(((0.0, -1.0), (0.5, 1.0)), 5)
        assert await embedder.embed(()) == Embedded(())
        assert embedder.model == "near-1"

    (asked,) = vendor.asked
    assert (asked.target, asked.fields) == ("/v1/embeddings", {"model": "near-1", "input": ["tea", "rent"]})


@pytest.mark.parametrize(
    "answer",
    [
        vectors((0, [1, 2])),
        vectors((0, [1, 2]), (0, [1, 2])),
        vectors((0, [1, 2]), (1, [1])),
        vectors((0, []), (1, [])),
        vectors((0, [1, 2]), (1, [1, None])),
        vectors((0, [1, 2]), (1, [1, 2]), padding=5 * 2**20),
        Answer(200, b'{"data":[{"index":0,"embedding":[NaN]},{"index":1,"embedding":[1]}]}'),
        Answer(200, b'{"data":[{"index":0,"embedding":[1e999]},{"index":1,"embedding":[1]}]}'),
        Answer(200, b"<html>"),
    ],
)
async def test_vectors_that_are_not_one_for_each_text_are_none(answer: Answer) -> None:
    async with embedder_at(answer) as (embedder, _):
        with pytest.raises(Unavailable):
            await embedder.embed(("tea", "rent"))
        assert embedder.guard.snapshot.failures == 1
