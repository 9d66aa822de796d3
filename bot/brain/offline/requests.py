"""Fills the slots of the skills that are asked for by a sentence: one function a skill, chosen by the rule's name."""

from collections.abc import Callable

from bot.brain.offline import categories
from bot.brain.offline.bookings import slots_of
from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.phrases import phrases, plain
from bot.brain.offline.pieces import EMAIL, NUMBER, PEOPLE, PHONE, Pieces
from bot.brain.offline.preferences import PREFERENCES
from bot.brain.offline.rules import CLASSES
from bot.brain.offline.sums import the_amount
from bot.brain.offline.telling import RECORD, SPENT
from bot.domain.decision import Slots
from bot.domain.taxonomy import EVERYTHING, knows

Fill = Callable[[Clause, int], Slots | None]
"""From the clause and where the rule's words end, to slots; None when the words do not make sense together."""

_BUDGET_WORDS = (
    CLASSES["@set"]
    | CLASSES["@budget"]
    | frozenset(
        "spending spend more than no not under below within max maximum set at to per keep monthly weekly yearly daily annual total overall month week year want "
        "like would only most less over should going trying my can left remaining still much how status doing show check available used gone exceeded exceed "
        "within blow blown money what is am did go going over how's budgets update all list any anything have looking stand standing track i've report summary please "
        "now current currently getting amount spent limiting cost costs expenses expense "
        "allowed restrict hold curb try stay stick keeping help never let hows do done reached hit close near does".split()
    )
)
_QUERY_WORDS = (
    SPENT
    | RECORD
    | CLASSES["@show"]
    | CLASSES["@rows"]
    | frozenset(
        "how much many did do have has spending spend expenses expense what total average avg sum overall typical biggest largest top most highest smallest "
        "compare compared versus vs category categories merchant merchants purchase money go gone went where show me was were is are my so far cost costs "
        "outgoings breakdown summary report by weekly daily monthly yearly earn earned make made receive received income earnings than same less last recent "
        "latest few all list transactions every each per figure amount altogether been single far down which on spending between earnings latest blow "
        "dropped fork details full give us break detailed count search find long up it's".split()
    )
)
_EDIT_WORDS = (
    SPENT
    | RECORD
    | CLASSES["@rows"]
    | CLASSES["@row"]
    | frozenset(
        "change update edit correct fix modify amend make adjust last latest previous that it this should have been be was not no to actually sorry oops wait "
        "wrong meant mean correction move recategorize recategorise categorize categorise reclassify file tag mark label put switch one category date amount "
        "instead supposed say delete remove erase all are is as into under from there by mistake drop cancel void discard rather today yesterday i recent "
        "said recorded logged entered nope whoops please entry but price typo just added".split()
    )
)


def remind(clause: Clause, end: int) -> Slots | None:
    """About, date, time, recurrence."""
    slots: Slots = {}
    rest = clause.pieces[end + (clause.words[end : end + 1] == ["me"]) :]
    told = clause.day() or clause.every() or clause.hour() or clause.span()
    if rest and (rest[0].word in _RECALLED or (rest[0].word == "of" and not told)):
        return None
    put(slots, "about", _about(clause.pieces, rest))
    every = clause.every()
    put(slots, "recurrence", every)
    if not every:
        put(slots, "date", clause.opening())
    put(slots, "time", clause.hour())
    return slots


_RECALLED = frozenset("what which who where how why when whether".split())
_ABOUT_SMALL = frozenset("to that about of for i we me must should need on it the".split())


def _about(pieces: Pieces, rest: Pieces) -> str:
    kept = [piece for piece in rest if piece.kind != "marked" or piece.word in ("<amount>", "<number>")]
    while kept and (kept[0].word in _ABOUT_SMALL or kept[0].kind == "mark"):
        kept.pop(0)
    while kept and (kept[-1].word in ("on", "at", "in", "by", "please", "to", "every") or kept[-1].kind == "mark"):
        kept.pop()
    if not kept:
        before = [piece for piece in pieces if piece.kind == "word" and piece.word not in _REMINDER_WORDS]
        return plain(before)
    return plain(kept)


_REMINDER_WORDS = frozenset(
    "remind me us set a an add create my the reminder reminders cancel delete remove stop all put make new for to about do not need please "
    "reminding of don't schedule give kill clear forget dismiss turn off drop that one i".split()
)


def cancel_reminder(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    put(
        slots,
        "about",
        plain([piece for piece in clause.pieces if piece.kind == "word" and piece.word not in _REMINDER_WORDS]),
    )
    return slots


def set_budget(clause: Clause, end: int) -> Slots:
    """Amount, category, interval; "by 50" is a change PAM must ask about, so it carries no amount."""
    slots: Slots = {}
    put_amount(slots, the_amount(clause))
    put(slots, "category", _budget_category(clause))
    put(slots, "interval", _interval(clause))
    return slots


def _budget_category(clause: Clause) -> str:
    word = categories.find(phrases(clause.pieces, _BUDGET_WORDS), booked=False)
    name = word.category or word.merchant
    if not name and not EVERYTHING.isdisjoint(clause.words) and "all my budgets" not in " ".join(clause.words):
        name = next((piece.word for piece in clause.pieces if piece.word in ("total", "overall", "everything")), "")
    return name


def _interval(clause: Clause) -> str:
    every = clause.every() or ""
    for rule, interval in (("weekly", "weekly"), ("monthly", "monthly"), ("yearly", "yearly")):
        if every.startswith(rule):
            return interval
    span = clause.span()
    if span:
        return (
            "weekly"
            if span.past.days == 7
            else "monthly"
            if 28 <= span.past.days <= 31
            else "yearly"
            if span.past.days > 360
            else ""
        )
    words = clause.words
    return "monthly" if "month" in words else "weekly" if "week" in words else "yearly" if "year" in words else ""


def budget_status(clause: Clause, end: int) -> Slots | None:
    if clause.amounts() and not clause.asks:
        return None
    slots: Slots = {}
    put(slots, "category", _budget_category(clause))
    put(slots, "period", clause.period())
    return slots


def spending_query(clause: Clause, end: int) -> Slots | None:
    """Category or merchant, period; a sentence that brings its own sum ("should I spend 200") asks something else."""
    if any(amount.marked or amount.whole > 31 for amount in clause.amounts()) or (
        clause.amounts() and "spend" in clause.words
    ):
        return None
    slots: Slots = {}
    found = categories.find(phrases(clause.pieces, _QUERY_WORDS), booked=False)
    put(slots, "category", found.category if found.category not in EVERYTHING else "")
    put(slots, "merchant", found.merchant)
    put(slots, "period", clause.period())
    return slots


def list_transactions(clause: Clause, end: int) -> Slots | None:
    slots = spending_query(clause, end)
    counted = next((amount for amount in clause.amounts() if 0 < amount.whole <= 1000 and not amount.marked), None)
    if slots is not None and counted:
        slots["limit"] = counted.whole
    return slots


def edit_transaction(clause: Clause, end: int) -> Slots | None:
    """A correction: the new amount, category or day, and which booking is meant."""
    slots: Slots = {"action": "update"}
    amounts = clause.amounts()
    new = _corrected(clause)
    if new is not None:
        put_amount(slots, new)
    elif amounts and not amounts[0].readings:
        return None
    found = [
        phrase
        for phrase in phrases(clause.pieces, _EDIT_WORDS)
        if clause.pieces[phrase.at - 1].word != "not" or not phrase.at
    ]
    to = [phrase for phrase in found if phrase.lead in ("to", "as", "under", "into", "in") and not phrase.emoji]
    if to and not (new is not None and to and to[0].at < 0):
        put(slots, "category", categories.own_word(to[0].words))
        found = [phrase for phrase in found if phrase is not to[0]]
    elif new is None and found and clause.words[0] in ("all", "that", "it", "this"):
        word = categories.own_word(found[-1].words)
        if (clause.words[0] == "all" and len(found) > 1) or knows(word):
            slots["category"] = word
            found.pop()
    day = clause.day()
    if day:
        slots["date"] = day.past
    put(slots, "target", found[0].text if found else "last")
    return slots if len(slots) > 2 or "target" in slots else None


def _corrected(clause: Clause):
    """The new amount of "X not Y", "not Y, X", "from Y to X", or the only one."""
    places = [(at, piece.value) for at, piece in enumerate(clause.pieces) if piece.word in ("<amount>", "<unclear>")]
    words = clause.words
    said = [
        value
        for at, value in places
        if not ((at and words[at - 1] in ("not", "of", "from")) or (at > 1 and words[at - 2] == "not"))
    ]
    if not said:
        return None
    for at, value in places:
        if at and words[at - 1] in ("to", "been", "be", "but"):
            return value
    return said[0]


def delete_transaction(clause: Clause, end: int) -> Slots:
    slots: Slots = {"action": "delete"}
    amount = clause.first_amount()
    found = phrases(clause.pieces, _EDIT_WORDS)
    put(slots, "target", found[0].text if found else "" if amount else "last")
    put_amount(slots, amount, "target_amount")
    put(slots, "date", clause.past_day())
    return slots


def delete_known(clause: Clause, end: int) -> Slots | None:
    """ "delete the coffee": only what is a category or merchant PAM can look up."""
    found = phrases(clause.pieces, _EDIT_WORDS)
    named = categories.find(found, booked=False)
    known = len(found) == 1 and (named.merchant or knows(named.category))
    return delete_transaction(clause, end) if known and not clause.first_amount() else None


def set_goal(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    put_amount(slots, the_amount(clause))
    put(slots, "goal", _goal_name(clause))
    put(slots, "date", clause.deadline())
    return slots


_GOAL_WORDS = frozenset(
    "set create make new add start open a an my savings saving goal goals save saved up i we want would need to plan trying aim going hope am are of for by is "
    "progress status how close far much more do have left towards toward on track show check target put aside away what when will reach hit going doing in "
    "coming along money need am i've another get getting going saving far update hows begin it looking".split()
)


def _goal_name(clause: Clause) -> str:
    found = phrases(clause.pieces, _GOAL_WORDS)
    words: list[str] = []
    for phrase in found:
        if phrase.lead in ("for", "to", "towards", "toward", ""):
            words += phrase.raws
    named = " ".join(words[:4]).lower()
    if "fund" in clause.words and "fund" not in named:
        named = f"{named} fund".strip()
    return named.strip(" .,!?")


def goal_status(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    put(slots, "goal", _goal_name(clause))
    return slots


_PAY_WORDS = frozenset(
    "pay send wire transfer venmo zelle paypal remit give make payment payments settle cashapp money to for my the now off of a an please up immediately right asap today it "
    "via using with in full cash bill bills".split()
)


def pay(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    kept = [
        piece
        for piece in clause.pieces
        if piece.word == NUMBER or (piece.kind == "word" and piece.word not in _PAY_WORDS)
    ] or [piece for piece in clause.pieces if piece.word in ("bill", "bills")]
    put(slots, "payee", plain(kept))
    put(slots, "date", clause.future_day())
    return slots


def refund(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    put(slots, "payee", plain([p for p in clause.pieces if p.kind == "word" and p.word not in _REFUND_WORDS]))
    return slots


_REFUND_WORDS = frozenset(
    "refund my the a an for from of last payment get want need request give me i please to that this would like back".split()
)
_SERVICES = frozenset("premium pro plus paid monthly yearly annual family trial basic gold".split())


def service(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    words = clause.words
    named = [word for word in words if word in _SERVICES]
    put(slots, "service", " ".join(named) if named != ["trial"] else "free trial" if "free" in words else "trial")
    return slots


_OURS = _SERVICES | frozenset(
    "me us my the a an to for up on of pam subscribe sign upgrade go switch move start begin activate try get buy give want free renew account subscription plan "
    "membership it now please from cancel stop end terminate quit unsubscribe close discontinue drop downgrade this that your our version i today "
    "immediately right away whole entire current right asap because too expensive at".split()
)


def subscription_of_ours(clause: Clause, end: int) -> Slots | None:
    """PAM's own plan and nobody else's: "cancel my gym membership" is not hers to cancel."""
    strange = [piece for piece in clause.pieces if piece.kind == "word" and piece.word not in _OURS]
    return None if strange else service(clause, end)


def forecast(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    words = clause.words
    if "afford" in words:
        rest = clause.pieces[words.index("afford") + 1 :]
        put(
            slots,
            "about",
            _about(
                clause.pieces,
                [p for p in rest if p.kind == "word" and p.word not in ("a", "an", "the", "to", "buy", "get")],
            )
            if rest
            else "",
        )
    span, day = clause.span(), clause.day()
    put(slots, "period", span.future if span else None)
    put(slots, "date", day.future if day else None)
    return slots


_ACCOUNTS = frozenset("checking savings saving current cash wallet chequing isa credit joint business".split())


def balance(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    put(slots, "account", next((word for word in clause.words if word in _ACCOUNTS and word != "current"), ""))
    return slots


def set_balance(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    return slots | balance(clause, end)


def record_transfer(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    put_amount(slots, clause.first_amount())
    words = clause.words
    for name, leads in (("from_account", ("from",)), ("to_account", ("to", "into", "in", "towards", "toward", "for"))):
        found = next(
            (
                phrase
                for phrase in phrases(
                    clause.pieces, frozenset({"account", "transfer", "transferred", "moved", "move", "put", "pot"})
                )
                if phrase.lead in leads
            ),
            None,
        )
        put(slots, name, found.text if found else "")
    if "withdrew" in words or "withdraw" in words or "cash" in words:
        slots.setdefault("to_account", "cash")
    put(slots, "date", clause.past_day())
    return slots


def split_expense(clause: Clause, end: int) -> Slots:
    slots = slots_of(clause)
    slots.pop("merchant", None) if _looks_like_person(slots) else None
    names = _names(clause)
    put(slots, "with", names)
    people = next((piece.value for piece in clause.pieces if piece.word == PEOPLE), None)
    put(slots, "people", people)
    amount = clause.first_amount()
    if amount:
        put_amount(slots, amount)
    category = categories.find(
        [
            phrase
            for phrase in phrases(clause.pieces, SPENT | RECORD | _SPLIT_WORDS)
            if phrase.text not in names and not (set(phrase.words) & set(names))
        ],
        booked=True,
    ).category
    slots.pop("category", None)
    put(slots, "category", category)
    return slots


def _looks_like_person(slots: Slots) -> bool:
    return bool(slots.get("merchant"))


_SPLIT_WORDS = CLASSES["@split"] | frozenset(
    "owes owe me half third of equally evenly between with among and us went going go halves dutch bill the ways each settle up who shared divided by people".split()
)


def _names(clause: Clause) -> tuple[str, ...]:
    """Who shares: the names after "with" and "between", or the one who owes."""
    pieces, words = clause.pieces, clause.words
    if "owes" in words or "owe" in words:
        at = words.index("owes") if "owes" in words else words.index("owe")
        before = [
            piece.raw.lower()
            for piece in pieces[:at]
            if piece.kind == "word" and piece.word not in ("i", "my", "and", "who", "the")
        ]
        return tuple(before)
    start = next((at for at, word in enumerate(words) if word in ("with", "between", "among")), -1)
    if start < 0:
        return ()
    names = []
    for piece in pieces[start + 1 :]:
        if piece.kind == "word" and piece.word not in (
            "and",
            "me",
            "i",
            "my",
            "myself",
            "us",
            "the",
            "equally",
            "evenly",
        ):
            if piece.word in ("for", "on", "at", "from"):
                break
            names.append(piece.raw.lower())
        elif piece.kind == "marked":
            break
    return tuple(names)


def recurring_expense(clause: Clause, end: int) -> Slots | None:
    slots: Slots = slots_of(clause)
    slots.pop("date", None)
    put(slots, "recurrence", clause.every())
    day = clause.day()
    if "recurrence" not in slots and day and day.monthday > 0:
        slots["recurrence"] = f"monthly:{'last' if day.monthday == 32 else day.monthday}"
    return slots if "recurrence" in slots or "amount" in slots else None


def export_data(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    formats = {
        "csv": "csv",
        "spreadsheet": "csv",
        "excel": "xlsx",
        "xlsx": "xlsx",
        "json": "json",
        "beancount": "beancount",
        "pdf": "pdf",
        "ofx": "ofx",
        "qif": "qif",
    }
    put(slots, "format", next((formats[word] for word in clause.words if word in formats), ""))
    put(slots, "period", clause.period())
    return slots


def link_account(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    for piece in clause.pieces:
        if piece.word == PHONE:
            slots["phone"] = "+" + "".join(mark for mark in piece.raw if mark.isdigit())
        elif piece.word == EMAIL:
            slots["email"] = piece.raw
    skip = frozenset(
        "link connect hook sync pair add up my a an the account accounts card to with pam another phone number please new our".split()
    )
    put(slots, "provider", plain([piece for piece in clause.pieces if piece.kind == "word" and piece.word not in skip]))
    return slots


def share_ledger(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    names = _names(clause)
    if not names and clause.words[0] in ("invite", "add"):
        names = tuple(
            phrase.text for phrase in phrases(clause.pieces, frozenset({"invite", "add"})) if not phrase.lead
        )[:1]
    put(slots, "with", names)
    return slots


def snooze_alert(clause: Clause, end: int) -> Slots:
    slots: Slots = {}
    put(slots, "date", clause.future_day())
    put(slots, "time", clause.hour())
    return slots


def nothing_more(clause: Clause, end: int) -> Slots:
    return {}


FILLS: dict[str, Fill] = {
    "remind": remind,
    "cancel_reminder": cancel_reminder,
    "set_budget": set_budget,
    "budget_status": budget_status,
    "spending_query": spending_query,
    "list_transactions": list_transactions,
    "edit_transaction": edit_transaction,
    "edit_transaction/delete": delete_transaction,
    "edit_transaction/known": delete_known,
    "set_goal": set_goal,
    "goal_status": goal_status,
    "pay": pay,
    "refund": refund,
    "subscribe": subscription_of_ours,
    "cancel_subscription": subscription_of_ours,
    "forecast": forecast,
    "balance": balance,
    "set_balance": set_balance,
    "record_transfer": record_transfer,
    "split_expense": split_expense,
    "recurring_expense": recurring_expense,
    "export_data": export_data,
    "link_account": link_account,
    "share_ledger": share_ledger,
    "snooze_alert": snooze_alert,
    **{f"set_preference/{way}": fill for way, fill in PREFERENCES.items()},
}


def fill(name: str, clause: Clause, end: int) -> Slots | None:
    return FILLS.get(name, nothing_more)(clause, end)
