"""The need to reach a person where they chat."""

from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.domain.letter import Address, Letter, Receipt, Taken


class Channel(Protocol):
    """Carries one letter to one address.

    ``send`` returns once the vendor took it. Raises ``Unavailable`` when later may work (``retry_after_s`` as the
    vendor said) and ``Rejected`` when it never will; reasons a caller acts on: ``opted_out`` (the person told the
    carrier to stop), ``blocked`` (the person blocked the bot, or the chat is gone), ``bad_address``, ``refused``.
    A letter may be sent again after a crash between the vendor's yes and the mark: the person sees it twice, but for
    a channel that can be asked what it took.
    """

    name: str

    async def send(self, letter: Letter) -> Receipt: ...

    async def show_typing(self, address: Address) -> None:
        """A passing sign that an answer is being prepared; best effort, never raises."""
        ...

    async def close(self) -> None: ...


@runtime_checkable
class RecallingChannel(Channel, Protocol):
    """A channel that can be asked what it took; ``send`` sends no words again that are among a letter's ``taken``."""

    async def recall(self, address: Address, since: datetime) -> list[Taken]:
        """What it took for an address since then, newest first. Raises Unavailable and Rejected."""
        ...


@runtime_checkable
class DraftingChannel(Channel, Protocol):
    """A channel that can show an answer while it is written; the letter that is sent then takes its place."""

    async def show_draft(self, address: Address, draft_id: int, words: str) -> None:
        """All of the words so far; the same id again changes what is shown. Best effort, never raises."""
        ...
