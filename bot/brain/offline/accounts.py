"""Reads balances, transfers between own accounts, accounts to link, and what lies ahead."""

from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.phrases import phrases, plain
from bot.brain.offline.pieces import EMAIL, PHONE
from bot.domain.decision import Slots

_SMALL = frozenset("a an the to buy get".split())
_TOWARDS = frozenset("to into in towards toward for".split())
_MOVES = frozenset("account transfer transferred moved move put pot".split())
_LINKS = frozenset(
    "link connect hook sync pair add up my a an the account accounts card to with pam another phone number please new "
    "our".split()
)
_ACCOUNTS = frozenset("checking savings saving current cash wallet chequing isa credit joint business".split())


def forecast(clause: Clause) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    words = clause.words
    if "afford" in words:
        wanted = clause.pieces[words.index("afford") + 1 :]
        put(slots, "about", plain([piece for piece in wanted if piece.kind == "word" and piece.word not in _SMALL]))
    span, day = clause.span(), clause.day()
    put(slots, "period", span.future if span else None)
    put(slots, "date", day.future if day else None)
    return slots


def balance(clause: Clause) -> Slots:
    slots: Slots = {}
    words = clause.words
    named = (
        word
        for word, following in zip(words, [*words[1:], ""], strict=True)
        if word in _ACCOUNTS and (word != "current" or following == "account")
    )
    put(slots, "account", next(named, ""))
    return slots


def set_balance(clause: Clause) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    return slots | balance(clause)


def record_transfer(clause: Clause) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    words = clause.words
    found = phrases(clause.pieces, _MOVES)
    put(slots, "from_account", next((phrase.text for phrase in found if phrase.lead == "from"), ""))
    put(slots, "to_account", next((phrase.text for phrase in found if phrase.lead in _TOWARDS), ""))
    if "withdrew" in words or "withdraw" in words or "cash" in words:
        slots.setdefault("to_account", "cash")
    put(slots, "date", clause.past_day())
    return slots


def link_account(clause: Clause) -> Slots:
    slots: Slots = {}
    for piece in clause.pieces:
        if piece.word == PHONE:
            slots["phone"] = "+" + "".join(mark for mark in piece.raw if mark.isdigit())
        elif piece.word == EMAIL:
            slots["email"] = piece.raw
    put(
        slots,
        "provider",
        plain([piece for piece in clause.pieces if piece.kind == "word" and piece.word not in _LINKS]),
    )
    return slots
