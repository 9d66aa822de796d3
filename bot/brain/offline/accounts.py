"""Reads balances, transfers between own accounts, accounts to link, and what lies ahead."""

from bot.brain.offline.account_names import name_at, named
from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.phrases import phrases, plain
from bot.brain.offline.pieces import EMAIL, PHONE
from bot.domain.decision import Slots

_SMALL = frozenset("a an the to buy get for spend on pay money left".split())
_TOWARDS = frozenset("to into in towards toward for".split())
_MOVES = frozenset("account transfer transferred moved move put pot".split())
_LINKS = frozenset(
    "link connect hook sync pair add up my a an the account accounts card to with pam another phone number please new "
    "our".split()
)
_DRAWN = frozenset("withdrew withdraw withdrawal atm machine cashpoint".split())
_OWED = frozenset("owe owing overdrawn overdraft red minus debt".split())


def forecast(clause: Clause) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    words = clause.words
    wish = next((at for at, word in enumerate(words) if word in ("afford", "enough")), -1)
    if wish >= 0:
        wanted = clause.pieces[wish + 1 :]
        put(slots, "about", plain([piece for piece in wanted if piece.kind == "word" and piece.word not in _SMALL]))
    span, day = clause.span(), clause.day()
    put(slots, "period", span.future if span else None)
    put(slots, "date", day.future if day else None)
    return slots


def forecast_a_day(clause: Clause) -> Slots | None:
    """What may be spent a day."""
    return None if clause.amounts() else {**forecast(clause), "per": "day"}


def balance(clause: Clause) -> Slots:
    slots: Slots = {}
    put(slots, "account", named(clause))
    return slots


def set_balance(clause: Clause) -> Slots | None:
    """What an account holds; below zero for a card that is owed on or an account that is overdrawn."""
    amount = clause.first_amount()
    slots: Slots = {}
    if amount and (amount.readings or amount.below):
        below = amount.below or (amount.readings if not _OWED.isdisjoint(clause.words) else ())
        slots["amount"] = -below[0] if below else amount.amount
        slots["currency"] = amount.currency
    return slots | balance(clause)


def set_named_balance(clause: Clause) -> Slots | None:
    """As "checking has 1200": nothing without the name of an account."""
    slots = set_balance(clause)
    return slots if slots and "account" in slots and "amount" in slots else None


def set_bare_balance(clause: Clause) -> Slots | None:
    """As "hdfc balance 45000", "visa -300"; "savings 100" alone may as well be money put there."""
    amount = clause.first_amount()
    shown = "balance" in clause.words or (amount is not None and amount.below)
    return set_named_balance(clause) if shown else None


def record_transfer(clause: Clause) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    words = clause.words
    source, goal = _ends(clause)
    if not _DRAWN.isdisjoint(words) or ("cash" in words and source != "cash"):
        goal = goal or "cash"
    put(slots, "from_account", source)
    put(slots, "to_account", goal)
    put(slots, "date", clause.past_day())
    return slots


def set_aside(clause: Clause) -> Slots:
    """As "put 100 aside": into the savings, unless another account is named."""
    return {"to_account": "savings", **record_transfer(clause)}


def named_transfer(clause: Clause) -> Slots | None:
    """As "deposited 80 into checking": it is a transfer only where an own account is named."""
    slots = record_transfer(clause)
    return slots if "to_account" in slots or "from_account" in slots else None


def transfer_between(clause: Clause) -> Slots | None:
    """As "200 from checking to savings", "75 savings to checking": both accounts are named."""
    slots = record_transfer(clause)
    return slots if "to_account" in slots and "from_account" in slots else None


def _ends(clause: Clause) -> tuple[str, str]:
    """The accounts money went from and to: known names by their place, other names by the word before them."""
    pieces, words = clause.pieces, clause.words
    source = goal = ""
    at = 0
    while at < len(pieces):
        end, name = name_at(pieces, at)
        if name:
            before = words[at - 1] if at else ""
            if before == "from" or ("to" in words[end : end + 1] and not source):
                source = source or name
            else:
                goal, source = (name, source or goal) if before in _TOWARDS and goal else (goal or name, source)
        at = max(end, at + 1)
    found = [phrase for phrase in phrases(pieces, _MOVES) if phrase.text not in (source, goal)]
    left = [phrase.text for phrase in found if phrase.lead == "from" and phrase.text not in _DRAWN]
    return source or next(iter(left), ""), goal or next(
        (phrase.text for phrase in found if phrase.lead in _TOWARDS), ""
    )


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
