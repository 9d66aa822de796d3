"""The door out to vectors of OpenAI's: https://platform.openai.com/docs/api-reference/embeddings."""

import msgspec

from adapters.guard import Guard
from adapters.openai_wire.account import OpenAiAccount
from adapters.openai_wire.faults import read
from adapters.openai_wire.line import Calls, OpenAiLine
from bot.domain.errors import Unavailable
from bot.ports.embedder import Embedded

# 51 texts are the most at once, and 3,072 numbers of 22 characters the longest vector: 3.4 MB.
LARGEST_ANSWER = 4 * 2**20


class _Vector(msgspec.Struct):
    index: int
    embedding: tuple[float, ...]


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0


class _Vectors(msgspec.Struct):
    data: list[_Vector]
    usage: _Usage | None = None


_VECTORS = msgspec.json.Decoder(_Vectors)


class OpenAiEmbedder:
    """Fulfils ``bot.ports.embedder.Embedder``."""

    def __init__(self, account: OpenAiAccount, deadline_s: float = 15.0) -> None:
        self._account = account
        self._line = OpenAiLine(account, "OpenAI (embeddings)", deadline_s, LARGEST_ANSWER)

    @property
    def model(self) -> str:
        return self._account.embedding_model

    @property
    def guard(self) -> Guard:
        return self._line.guard

    async def embed(self, texts: tuple[str, ...]) -> Embedded:
        if not texts:
            return Embedded(())
        body = msgspec.json.encode({"model": self.model, "input": texts})

        async def embedded(calls: Calls) -> Embedded:
            return _embedded(await calls.post("/embeddings", body), len(texts))

        return await self._line.call(embedded)

    async def close(self) -> None:
        await self._line.close()


def _embedded(body: bytes, wanted: int) -> Embedded:
    answer = read(_VECTORS, body)
    ordered = sorted(answer.data, key=lambda each: each.index)
    lengths = {len(each.embedding) for each in ordered}
    if [each.index for each in ordered] != list(range(wanted)) or len(lengths) != 1 or 0 in lengths:
        raise Unavailable("OpenAI's vectors are not one for each text")
    return Embedded(tuple(each.embedding for each in ordered), (answer.usage or _Usage()).prompt_tokens)
