"""Pam: the handful of things a door may ask of her, and the loops that do her work."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from bot.brain.brain import Brain
from bot.brain.senses import NO_SENSES, Senses
from bot.brain.tally import Tally
from bot.domain.visit import House
from bot.kit.bell import Bell
from bot.ports.channel import Channel
from bot.ports.clock import Clock
from bot.ports.store import Store
from bot.services.unasked.rulebook import RULES
from bot.turns.account_turn import AccountTurn
from bot.turns.answering import Answering
from bot.turns.clock_turn import ClockTurn
from bot.turns.dispatch import Dispatch
from bot.turns.event_turn import HANDLERS, EventTurn
from bot.turns.lane_loop import KEPT_S, stop_in_turn
from bot.turns.lead_turn import Lead, LeadTurn
from bot.turns.listening import Listening
from bot.turns.look_turn import LookTurn
from bot.turns.message_turn import MessageTurn
from bot.turns.thinking import Thinking

# Out of the 8 s in which every role has to end.
FINISH_WITHIN_S = 5.0


@dataclass(frozen=True)
class Pam:
    """A turn for each kind of visit. ``work`` runs until ``rest`` is called."""

    messages: MessageTurn
    dispatch: Dispatch
    events: EventTurn
    ticks: ClockTurn
    accounts: AccountTurn
    looks: LookTurn
    stopping: asyncio.Event

    async def work(self) -> None:
        """All loops, until rest: what came first comes to its end, then what followed from it."""
        loops = (self.messages.loop(), self.events.loop(), self.dispatch.loop())
        running = [asyncio.create_task(loop.run()) for loop in loops]
        stopped = asyncio.create_task(self.stopping.wait())
        await asyncio.wait([*running, stopped], return_when=asyncio.FIRST_COMPLETED)
        await stop_in_turn(loops, FINISH_WITHIN_S)
        stopped.cancel()
        # One that a silent store holds up ends when that is closed.
        ended, _ = await asyncio.wait(running, timeout=KEPT_S)
        for task in ended:
            if not task.cancelled():
                task.result()

    @property
    def tally(self) -> Tally:
        """What this process counted of its own thinking."""
        return self.messages.answering.brain.tally

    async def settle(self) -> None:
        """Works all queues until nothing can be claimed now: for a caller who waits for the answer."""
        loops = (self.messages.loop(), self.events.loop(), self.dispatch.loop())
        while sum([await loop.work_off() for loop in loops]):
            pass

    def wake(self) -> None:
        """Has all loops look again: time may have moved on."""
        self.messages.bell.ring()
        self.events.bell.ring()
        self.dispatch.bell.ring()

    def rest(self) -> None:
        self.stopping.set()


def build_pam(
    store: Store,
    clock: Clock,
    channels: Mapping[str, Channel],
    house: House,
    *,
    senses: Senses = NO_SENSES,
) -> Pam:
    """Puts PAM together from what she needs."""
    inbox_bell, outbox_bell, events_bell = Bell(), Bell(), Bell()
    dispatch = Dispatch(store=store, clock=clock, house=house, channels=channels, bell=outbox_bell)
    messages = MessageTurn(
        store=store,
        answering=Answering(
            Brain(senses, sure=house.fast_lane),
            house,
            Listening(senses.files, senses.receipts, senses.transcriber),
        ),
        clock=clock,
        house=house,
        bell=inbox_bell,
        outbox_bell=outbox_bell,
        thinking=Thinking(
            store=store,
            show_typing=dispatch.show_typing,
            show_draft=dispatch.show_draft,
            can_show=dispatch.can_show,
        ),
    )
    events = EventTurn(
        store=store, clock=clock, house=house, handlers=HANDLERS, bell=events_bell, outbox_bell=outbox_bell
    )
    ticks = ClockTurn(
        store=store,
        clock=clock,
        house=house,
        rules=RULES,
        outbox_bell=outbox_bell,
        leading=LeadTurn("clock", store, clock, Lead(alone=house.is_alone)),
    )
    accounts = AccountTurn(
        store=store,
        clock=clock,
        house=house,
        inbox_bell=inbox_bell,
        outbox_bell=outbox_bell,
        events_bell=events_bell,
    )
    return Pam(
        messages=messages,
        dispatch=dispatch,
        events=events,
        ticks=ticks,
        accounts=accounts,
        looks=LookTurn(store=store, clock=clock, house=house),
        stopping=asyncio.Event(),
    )
