"""Names of a person's own accounts and cards, and where a clause says one of them was used."""

from bot.brain.offline.clause import Clause
from bot.brain.offline.pieces import Pieces

_OF_EVERYBODY = frozenset("checking savings saving current chequing isa joint business cash wallet pension".split())
_CARDS = frozenset("visa mastercard amex maestro discover rupay".split())
_WAYS_TO_PAY = frozenset("paypal venmo zelle cashapp upi gpay paytm phonepe".split())
_BANKS = frozenset(
    "chase monzo starling revolut hsbc barclays lloyds natwest santander halifax nationwide wise n26 hdfc icici "
    "sbi axis "
    "kotak ally citi citibank schwab fidelity usaa commbank anz nab westpac".split()
)
NAMES = _OF_EVERYBODY | _CARDS | _WAYS_TO_PAY | _BANKS
_SAID_ALONE = _CARDS | {"cash", "upi"}
"""These need no "with" before them: "lunch 12 cash"."""

_KINDS = frozenset({("credit", "card"), ("debit", "card"), ("joint", "account"), ("bank", "account")})
_NOUNS = frozenset("account card isa pot".split())
_FIRST_WORDS = NAMES | {first for first, _ in _KINDS}
_OWNING = frozenset("my our the a his her new".split())
_MOST_WORDS = 3


def name_at(pieces: Pieces, at: int) -> tuple[int, str]:
    """Where the account's name that starts at ``at`` ends, and the name; ``at`` itself when none starts there."""
    first = at
    while at < len(pieces) and pieces[at].word in _OWNING and at < first + 2:
        at += 1
    words = [piece.word for piece in pieces[at : at + _MOST_WORDS]]
    if tuple(words[:2]) in _KINDS:
        return at + 2, words[0] if words[1] == "account" else " ".join(words[:2])
    if not words or words[0] not in NAMES or (words[0] in ("current", "business") and words[1:2] != ["account"]):
        return first, ""
    end = at + 1
    name = words[0]
    if words[1:2] and words[1] in _NOUNS:
        end += 1
    elif words[1:3] in (["credit", "card"], ["debit", "card"]):
        end += 2
    return end, "savings" if name == "saving" else name


def named(clause: Clause) -> str:
    """The first account a clause names, "" when it names none."""
    for at in range(len(clause.pieces)):
        name = name_at(clause.pieces, at)[1]
        if name:
            return name
    return ""


def without_account(pieces: Pieces, leads: frozenset[str]) -> tuple[Pieces, str]:
    """The pieces without the account they were paid with or into, and its name; ``leads``: what may stand before it."""
    if _FIRST_WORDS.isdisjoint([piece.word for piece in pieces]):
        return pieces, ""
    for at, piece in enumerate(pieces):
        if piece.word in leads or (piece.word in ("my", "of") and _is_used(pieces, at)):
            end, name = name_at(pieces, at + 1)
            if name:
                return [*pieces[:at], *pieces[end:]], name
        elif piece.word in _SAID_ALONE and _stands_free(pieces, at):
            end, name = name_at(pieces, at)
            return [*pieces[:at], *pieces[end:]], name
    return pieces, ""


def _is_used(pieces: Pieces, at: int) -> bool:
    """As "used my visa", "swiped my amex", "out of savings"."""
    return at > 0 and pieces[at - 1].word in ("used", "using", "swiped", "tapped", "out")


def _stands_free(pieces: Pieces, at: int) -> bool:
    """Whether a word like "cash" stands beside the sum, not before a thing: "15 cash", "cash 15", "lunch, visa"."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    return after is None or after.kind != "word" or after.word in ("for", "on", "at", "and", "to", "from")
