"""Reads whom to pay or refund, and what to do with PAM's own plans."""

from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.phrases import plain
from bot.brain.offline.pieces import NUMBER
from bot.domain.decision import Slots

_PAY_WORDS = frozenset(
    "schedule towards toward on by pay send wire transfer venmo zelle paypal remit give make payment payments settle "
    "cashapp money to for my the now off of a an please up immediately right asap today it back "
    "via using with in full cash bill bills".split()
)

_ANYBODY = frozenset(
    "people anyone anybody someone somebody everyone everybody others things stuff bills anything".split()
)
"""Whom nobody pays: "can you pay people?" asks what PAM can do."""


_NOBODY = frozenset("me us myself that it this you".split())
"""As in "venmo me 60": the writer is asking to be paid."""

_REFUND_WORDS = frozenset(
    "refund my the a an for from of last payment get want need request give me i please to that this would "
    "like back".split()
)


_SERVICES = frozenset("premium pro plus paid monthly yearly annual family trial basic gold".split())


_OURS = _SERVICES | frozenset(
    "put me us my the a an to for up on of pam subscribe sign upgrade go switch move start begin activate try get buy "
    "give want free renew account subscription plan "
    "membership it now please from cancel stop end terminate quit unsubscribe close discontinue drop downgrade this "
    "that your our version i today "
    "immediately right away whole entire current right asap because too expensive at".split()
)


def pay(clause: Clause) -> Slots | None:
    """Amount, payee, date; "venmo from Jess" is money that came."""
    if clause.words[1:2] == ["from"]:
        return None
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    kept = [
        piece
        for piece in clause.pieces
        if piece.word == NUMBER or (piece.kind == "word" and piece.word not in _PAY_WORDS)
    ] or [piece for piece in clause.pieces if piece.word in ("bill", "bills")]
    if "amount" not in slots and kept and _ANYBODY.issuperset(piece.word for piece in kept):
        return None
    if kept and _NOBODY.issuperset(piece.word for piece in kept):
        return None
    put(slots, "payee", plain(kept))
    put(slots, "date", clause.future_day())
    return slots


def refund(clause: Clause) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    put(slots, "payee", plain([p for p in clause.pieces if p.kind == "word" and p.word not in _REFUND_WORDS]))
    return slots


def service(clause: Clause) -> Slots:
    slots: Slots = {}
    words = clause.words
    named = [word for word in words if word in _SERVICES]
    put(slots, "service", " ".join(named) if named != ["trial"] else "free trial" if "free" in words else "trial")
    return slots


def subscription_of_ours(clause: Clause) -> Slots | None:
    """PAM's own plan and nobody else's: "cancel my gym membership" is not hers to cancel."""
    strange = [piece for piece in clause.pieces if piece.kind == "word" and piece.word not in _OURS]
    return None if strange else service(clause)
