"""The need to change many things at once or not at all."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.ports.alerts import Alerts
from bot.ports.bills import Bills
from bot.ports.books import Books
from bot.ports.budgets import Budgets
from bot.ports.codes import Codes
from bot.ports.conversations import Conversations
from bot.ports.costs import Costs
from bot.ports.dues import Dues
from bot.ports.events import Events
from bot.ports.goals import Goals
from bot.ports.inbox import Inbox
from bot.ports.journal import Journal
from bot.ports.leases import Leases
from bot.ports.meanings import Meanings
from bot.ports.memories import Memories
from bot.ports.offers import Offers
from bot.ports.outages import Outages
from bot.ports.outbox import Outbox
from bot.ports.people import People
from bot.ports.questions import Questions
from bot.ports.reminders import Reminders


class Tx(Protocol):
    """Everything that can be read and written inside one transaction; nothing else is awaited in there."""

    @property
    def inbox(self) -> Inbox: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def people(self) -> People: ...
    @property
    def books(self) -> Books: ...
    @property
    def budgets(self) -> Budgets: ...
    @property
    def meanings(self) -> Meanings: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def offers(self) -> Offers: ...
    @property
    def codes(self) -> Codes: ...
    @property
    def events(self) -> Events: ...
    @property
    def leases(self) -> Leases: ...
    @property
    def dues(self) -> Dues: ...
    @property
    def alerts(self) -> Alerts: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def bills(self) -> Bills: ...
    @property
    def goals(self) -> Goals: ...
    @property
    def memories(self) -> Memories: ...
    @property
    def costs(self) -> Costs: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def outages(self) -> Outages: ...


class Store(Protocol):
    """Where everything is kept.

    ``transaction`` left without an error is durable when the block ends (a power cut takes nothing back); left with
    one it never was. Raises Unavailable when it cannot be written in time, Conflict when somebody else was first.
    """

    def transaction(self) -> AbstractAsyncContextManager[Tx]: ...

    async def close(self) -> None: ...
