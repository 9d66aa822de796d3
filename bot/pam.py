"""Pam: the handful of things a door may ask of her, and the loops that do her work."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from bot.brain.brain import Brain
from bot.domain.visit import House
from bot.kit.bell import Bell
from bot.ports.channel import Channel
from bot.ports.clock import Clock
from bot.ports.store import Store
from bot.turns.account_turn import AccountTurn
from bot.turns.answering import Answering
from bot.turns.dispatch import Dispatch
from bot.turns.look_turn import LookTurn
from bot.turns.message_turn import MessageTurn

# Out of the 8 s in which every role has to end.
FINISH_WITHIN_S = 5.0


@dataclass(frozen=True)
class Pam:
    """A turn for each kind of visit. ``work`` runs until ``rest`` is called."""

    messages: MessageTurn
    dispatch: Dispatch
    accounts: AccountTurn
    looks: LookTurn
    stopping: asyncio.Event

    async def work(self) -> None:
        """Both loops, until rest: messages first come to their end, then the letters they posted."""
        inbox, outbox = self.messages.loop(), self.dispatch.loop()
        running = [asyncio.create_task(inbox.run()), asyncio.create_task(outbox.run())]
        stopped = asyncio.create_task(self.stopping.wait())
        await asyncio.wait([*running, stopped], return_when=asyncio.FIRST_COMPLETED)
        await inbox.stop(FINISH_WITHIN_S / 2)
        await outbox.stop(FINISH_WITHIN_S / 2)
        stopped.cancel()
        await asyncio.gather(*running)

    async def settle(self) -> None:
        """Works both queues until nothing can be claimed now: for a caller who waits for the answer."""
        inbox, outbox = self.messages.loop(), self.dispatch.loop()
        while await inbox.work_off() + await outbox.work_off():
            pass

    def wake(self) -> None:
        """Has both loops look again: time may have moved on."""
        self.messages.bell.ring()
        self.dispatch.bell.ring()

    def rest(self) -> None:
        self.stopping.set()


def build_pam(store: Store, clock: Clock, channels: Mapping[str, Channel], house: House) -> Pam:
    """Puts PAM together from what she needs."""
    inbox_bell, outbox_bell = Bell(), Bell()
    dispatch = Dispatch(store=store, clock=clock, channels=channels, bell=outbox_bell)
    messages = MessageTurn(
        store=store,
        answering=Answering(Brain(), house),
        clock=clock,
        house=house,
        bell=inbox_bell,
        outbox_bell=outbox_bell,
        show_typing=dispatch.show_typing,
    )
    accounts = AccountTurn(store=store, clock=clock, house=house, inbox_bell=inbox_bell, outbox_bell=outbox_bell)
    looks = LookTurn(store=store, clock=clock, house=house)
    return Pam(messages=messages, dispatch=dispatch, accounts=accounts, looks=looks, stopping=asyncio.Event())
