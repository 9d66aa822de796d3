"""Which memories a message is about, by its words, and by meaning where an embedder is there and quick."""

import asyncio

from msgspec.structs import replace

from bot.brain.desk import Desk, Empty, Spent
from bot.brain.online import Capped
from bot.domain.errors import Rejected, Unavailable
from bot.domain.memory import KeptMemory, Memory
from bot.domain.model_prices import cost_of_embedding, tokens_of
from bot.ports.embedder import Embedded, Embedder
from bot.services.memory_vectors import MOST_AT_ONCE, Vector, as_unit, texts_to_embed
from bot.services.recalling import recall

# Meaning is worth a second of a person's wait, and no more.
PATIENCE_S = 1.0


async def recollect(embedder: Embedder | None, text: str, memories: tuple[KeptMemory, ...], desk: Desk) -> list[Memory]:
    """Never raises for the embedder: then words alone tell. Raises Capped: then no model can be asked either."""
    if embedder is None or not memories:
        return recall(list(memories), text)
    missing = [kept for kept in memories if kept.vector_model != embedder.model][:MOST_AT_ONCE]
    texts = (text, *texts_to_embed(missing))
    most_tokens = tokens_of(sum(map(len, texts)))
    most = cost_of_embedding(embedder.model, most_tokens)
    purse = await desk.hold("embedding", most)
    if isinstance(purse, Empty):
        raise Capped(purse.notice)
    embedded = await _embedded(embedder, texts)
    if embedded is None:
        # What was sent and never answered may be on the bill all the same.
        await purse.settle(Spent(1, most_tokens, 0, most))
        return recall(list(memories), text)
    await purse.settle(Spent(1, embedded.tokens, 0, cost_of_embedding(embedder.model, embedded.tokens)))
    meant, *made = embedded.vectors
    if missing:
        await desk.give_vectors(embedder.model, missing, tuple(made))
    return recall(_with(list(memories), missing, made, embedder.model), text, as_unit(meant), embedder.model)


async def _embedded(embedder: Embedder, texts: tuple[str, ...]) -> Embedded | None:
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await embedder.embed(texts)
    except (Unavailable, Rejected, TimeoutError):
        return None


def _with(memories: list[KeptMemory], missing: list[KeptMemory], made: list[Vector], model: str) -> list[KeptMemory]:
    pairs = zip(missing, made, strict=True)
    new = {kept.id: replace(kept, vector=as_unit(vector), vector_model=model) for kept, vector in pairs}
    return [new.get(kept.id, kept) for kept in memories]
