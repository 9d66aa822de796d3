"""All tables over one session: what a transaction hands out."""

from adapters.sql_store.alerts import SqlAlerts
from adapters.sql_store.bills import SqlBills
from adapters.sql_store.books import SqlBooks
from adapters.sql_store.budgets import SqlBudgets
from adapters.sql_store.codes import SqlCodes
from adapters.sql_store.conversations import SqlConversations
from adapters.sql_store.costs import SqlCosts
from adapters.sql_store.dues import SqlDues
from adapters.sql_store.events import SqlEvents
from adapters.sql_store.goals import SqlGoals
from adapters.sql_store.inbox import SqlInbox
from adapters.sql_store.journal import SqlJournal
from adapters.sql_store.leases import SqlLeases
from adapters.sql_store.meanings import SqlMeanings
from adapters.sql_store.memories import SqlMemories
from adapters.sql_store.offers import SqlOffers
from adapters.sql_store.outages import SqlOutages
from adapters.sql_store.outbox import SqlOutbox
from adapters.sql_store.people import SqlPeople
from adapters.sql_store.questions import SqlQuestions
from adapters.sql_store.reminders import SqlReminders
from adapters.sql_store.session import Session
from bot.kit.keyring import Keyring


class SqlTx:
    """Fulfils ``bot.ports.store.Tx``."""

    def __init__(self, session: Session, keyring: Keyring, books: SqlBooks) -> None:
        self.inbox = SqlInbox(session, keyring)
        self.outbox = SqlOutbox(session, keyring)
        self.people = SqlPeople(session, keyring)
        self.books = books
        self.budgets = SqlBudgets(session)
        self.meanings = SqlMeanings(session)
        self.journal = SqlJournal(session)
        self.questions = SqlQuestions(session, keyring)
        self.offers = SqlOffers(session, keyring)
        self.codes = SqlCodes(session, keyring)
        self.events = SqlEvents(session)
        self.leases = SqlLeases(session)
        self.dues = SqlDues(session)
        self.alerts = SqlAlerts(session)
        self.reminders = SqlReminders(session, keyring)
        self.bills = SqlBills(session)
        self.goals = SqlGoals(session)
        self.memories = SqlMemories(session, keyring)
        self.costs = SqlCosts(session)
        self.conversations = SqlConversations(session, keyring)
        self.outages = SqlOutages(session)
