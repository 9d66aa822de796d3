"""A receipt that was read becomes a question: what stands on paper is a stranger's text, and no more than a draft."""

import re
from datetime import date, timedelta
from decimal import Decimal

from bot.brain.asked_first import LEAVE
from bot.brain.captions import Caption
from bot.brain.offline.merchants import CATEGORY_OF, ONLY_AFTER_AT
from bot.domain.booking import merchant_key
from bot.domain.decision import Choice, Question, Reader, SkillCall, Slots
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.money_words import money_text
from bot.domain.sharing import name_as_written
from bot.domain.wording import Voice
from bot.kit.payment_cards import mask_cards
from bot.kit.plain_text import plain_name
from bot.ports.receipt_reader import ReadReceipt

LONGEST_MERCHANT = 40
OLDEST = timedelta(days=400)

# As it is asked for, "45.30", and below a million; a comma only where it cannot part thousands.
_TOTAL = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3}|,[0-9]{2})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What names are written with; the rest would look like a link, a command or a second sentence.
_NOT_OF_A_NAME = re.compile(r"[^\w &'’.,+/#()\[\]-]")

# A chat would make a link of it; a shop that is called "booking.com" is none.
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|\S+\.\S+/\S*", re.IGNORECASE)


def draft_of(read: ReadReceipt, caption: Caption, reader: Reader) -> Question:
    """Nothing is booked by it: the person says yes to what it would be, or no."""
    own, total = caption.amount, total_of(read, reader.currency)
    amount = total or own
    if amount is None:
        return Question("receipt_unclear")
    slots = _slots(read, caption, reader)
    what = _said(amount, slots, Voice(reader.language, reader.locale, reader.today))
    if own and own != amount:
        labels = [money_text(each, reader.locale) for each in (own, amount)]
        choices = (_choice(labels[0], caption, own, slots), _choice(labels[1], caption, amount, slots))
        return Question("receipt_two", (*choices, LEAVE), {"own": labels[0], "what": what})
    return Question("receipt", (_choice("attachment.book", caption, amount, slots), LEAVE), {"what": what})


def total_of(read: ReadReceipt, own_currency: str) -> Money | None:
    """The total, where it is a plain amount in a currency there is."""
    currency = read.currency.strip().upper() or own_currency
    written = read.total.strip()
    if not _TOTAL.fullmatch(written):
        return None
    amount = Decimal(written.replace(",", "."))
    try:
        return Money.of(amount, currency) if amount else None
    except Refused:
        return None


def merchant_of(read: ReadReceipt) -> str:
    """A name of letters on one line, no longer than names are; never a card number."""
    name, _ = mask_cards(_ADDRESS.sub(" ", plain_name(read.merchant)))
    return " ".join(_NOT_OF_A_NAME.sub(" ", name).split())[:LONGEST_MERCHANT].strip()


def day_of(read: ReadReceipt, today: date) -> date | None:
    """A day that has been, and not so long ago that it was misread."""
    if not _DATE.fullmatch(read.date.strip()):
        return None
    try:
        day = date.fromisoformat(read.date.strip())
    except ValueError:
        return None
    return day if today - OLDEST <= day <= today else None


def _slots(read: ReadReceipt, caption: Caption, reader: Reader) -> Slots:
    """What the paper says, and over it what the person wrote."""
    merchant = merchant_of(read)
    found: Slots = {"merchant": merchant, "category": _category_of(merchant), "date": day_of(read, reader.today)}
    slots = {name: value for name, value in found.items() if value} | caption.slots
    if "category" in caption.slots and caption.skill == "record_expense":
        slots["category_text"] = caption.slots["category"]
    return slots


def _choice(label: str, caption: Caption, amount: Money, slots: Slots) -> Choice:
    money = {"amount": amount.amount, "currency": amount.currency}
    return Choice(label, (SkillCall(caption.skill, {**money, **slots}),))


def _category_of(merchant: str) -> str:
    """Of a well-known merchant, by the words its name begins with: "REWE Markt GmbH"."""
    words = merchant_key(merchant).split()
    for size in range(min(3, len(words)), 0, -1):
        name = " ".join(words[:size])
        if name in CATEGORY_OF and (name not in ONLY_AFTER_AT or size == len(words)):
            return CATEGORY_OF[name]
    return ""


def _said(amount: Money, slots: Slots, voice: Voice) -> str:
    """As "$12.40 at Corner Shop (lunch, Nov 24)"."""
    merchant, category, day, names = (slots.get(name) for name in ("merchant", "category", "date", "with"))
    what = voice.text("attachment.at", amount=amount, merchant=str(merchant)) if merchant else voice.fact(amount)
    details = [voice.word(str(category))] if category else []
    if isinstance(names, tuple):
        details.append(voice.text("attachment.with", names=", ".join(name_as_written(name) for name in names)))
    if isinstance(day, date) and day != voice.today:
        details.append(voice.day(day))
    return f"{what} ({', '.join(details)})" if details else what
