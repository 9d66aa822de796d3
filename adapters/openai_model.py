"""The door out to a language model of OpenAI's, or of any server that speaks as OpenAI does."""

from adapters.guard import Guard
from adapters.openai_wire.account import ROOM_FOR_THOUGHTS, OpenAiAccount, thinks
from adapters.openai_wire.faults import Stumbled
from adapters.openai_wire.line import Calls, OpenAiLine
from adapters.openai_wire.wires import wire_of
from bot.domain.errors import Unavailable
from bot.ports.language_model import Hear, Prompt, Reply


class OpenAiModel:
    """Fulfils ``bot.ports.language_model.LanguageModel``. Only a whole answer counts, and in time."""

    def __init__(self, account: OpenAiAccount, deadline_s: float = 5.0) -> None:
        self._account = account
        self._wire = wire_of(account)
        self._line = OpenAiLine(account, "OpenAI", deadline_s)

    @property
    def model(self) -> str:
        return self._account.model

    @property
    def thoughts(self) -> int:
        return ROOM_FOR_THOUGHTS if thinks(self._account.model) else 0

    @property
    def guard(self) -> Guard:
        return self._line.guard

    async def respond(self, prompt: Prompt, hear: Hear | None = None) -> Reply:
        body = self._wire.ask(prompt, stream=hear is not None)
        if hear is None:
            return await self._line.call(lambda calls: self._answered(calls, body))
        return await self._line.call(lambda calls: self._heard(calls, body, hear))

    async def warm_up(self) -> None:
        """Imports the SDK in a thread, so that no message waits for it."""
        await self._line.warm_up()

    async def close(self) -> None:
        await self._line.close()

    async def _answered(self, calls: Calls, body: bytes) -> Reply:
        return self._wire.reply(await calls.post(self._wire.path, body))

    async def _heard(self, calls: Calls, body: bytes, hear: Hear) -> Reply:
        listening = self._wire.listen(hear)
        try:
            unstreamed = await calls.follow(self._wire.path, body, listening)
        except Stumbled as fault:
            if listening.has_been_heard:
                # Asked once more it would say something else, from the start.
                raise Unavailable("OpenAI broke its answer off") from fault
            raise
        return self._wire.reply(unstreamed) if unstreamed else listening.reply()
