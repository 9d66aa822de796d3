"""SPEAKERS: who says each kind of alert."""

from bot.domain.alert import AlertKind
from bot.services.unasked.bill_speakers import BillSpeaker, FoundSpeaker, PriceSpeaker
from bot.services.unasked.budget_speaker import BudgetSpeaker
from bot.services.unasked.capped import CappedSpeaker
from bot.services.unasked.digest import DigestSpeaker
from bot.services.unasked.pace import PaceSpeaker
from bot.services.unasked.reminders import ReminderSpeaker
from bot.services.unasked.review import ReviewSpeaker
from bot.services.unasked.speaker import Speaker
from bot.services.unasked.unusual_speaker import UnusualSpeaker

SPEAKERS: dict[AlertKind, Speaker] = {
    "budget": BudgetSpeaker(),
    "pace": PaceSpeaker(),
    "digest": DigestSpeaker(),
    "review": ReviewSpeaker(),
    "capped": CappedSpeaker(),
    "reminder": ReminderSpeaker(),
    "bill_due": BillSpeaker(),
    "bill_overdue": BillSpeaker(),
    "price": PriceSpeaker(),
    "bill_found": FoundSpeaker(),
    "unusual": UnusualSpeaker(),
}
