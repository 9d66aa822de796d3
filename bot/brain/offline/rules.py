"""Which sentences ask for which skill. The first rule that matches a clause wins."""

import msgspec

from bot.brain.offline import (
    account_names,
    bill_sentences,
    booking_sentences,
    budget_sentences,
    memory_sentences,
    question_sentences,
    savings_sentences,
    sentences,
    unasked_sentences,
)
from bot.brain.offline.patterns import Pattern, compile_pattern


class Rule(msgspec.Struct, frozen=True, gc=False):
    """``name`` tells how the slots are read: the skill's own name, or "skill/way" where a skill has several ways."""

    skill: str
    name: str
    pattern: Pattern


CLASSES: dict[str, frozenset[str]] = {
    f"@{name}": frozenset(words.split())
    for name, words in {
        "amount": "<amount> <unclear>",
        "money": "<amount> <unclear>",
        "spend": "spend spent spending spends blow blown blew drop dropped splash splashed splurge splurged burn burned burnt "
        "shell shelled fork forked waste wasted",
        "spent": "spent paid bought purchased blew dropped splashed splurged ordered grabbed shelled forked got cost costed spending "
        "spend wasted burned burnt chucked whacked tapped charged donated tipped picked ate drank had rented booked "
        "hired treated topped "
        "filled refuelled refueled expense purchase debited pay buy coughed lost gave sent loaned lent withdrew "
        "took chipped dropping",
        "budget": "budget budgets budgeting limit cap allowance ceiling envelope",
        "set": "set make create change increase raise decrease lower reduce update adjust put add start give bump cut new establish "
        "define want need fix up drop limit budget allocate allot allocated",
        "show": "show list see view display give what which pull get tell find print fetch check bring browse whats open",
        "rows": "transaction transactions expense expenses purchase purchases entry entries payment payments charge charges record "
        "records booking bookings movement movements activity history withdrawal withdrawals logs transfers",
        "row": "transaction expense purchase entry payment charge record booking item one spend",
        "cancel": "scrap ditch lose cancel delete remove stop kill drop clear end forget dismiss turn",
        "stop": "cancel stop end terminate quit unsubscribe close discontinue drop",
        "plan": "subscription subscriptions plan membership premium pro plus trial",
        "paid_plan": "premium pro plus plan trial subscription membership",
        "own": "my the this that your our a pam pam's paid monthly yearly annual current free whole entire",
        "i": "i we",
        "be": "is are was were be am",
        "reminder": "reminder reminders",
        "data": "data account everything info information profile records history",
        "erase": "delete erase wipe remove purge destroy",
        "export": "export download backup",
        "file": "csv spreadsheet excel xlsx json beancount pdf file ofx qif",
        "all": "all everything my entire whole",
        "account": "checking savings saving current account accounts cash wallet bank chequing isa",
        "own_account": " ".join(account_names.NAMES | {"account", "card", "credit", "debit"}),
        "chart": "chart charts graph graphs graphed plot pie diagram picture visualise visualize draw histogram",
        "versus": "vs versus v than against compared compare with to and",
        "extreme": "biggest largest top highest smallest lowest cheapest priciest most least",
        "moved": "pass passed transfer transferred move moved shift shifted put send sent",
        "goal": "goal goals fund pot target",
        "given": "put puts add added move moved transfer transferred contribute contributed chuck chucked stick stuck pledge "
        "pledged commit throw threw stash stashed pop popped drop dropped set save saved",
        "towards": "to towards toward into in for on onto",
        "split": "split divide share splitting halve",
        "quiet": "text message notify ping disturb bother alert contact notifications",
        "zone": "timezone time-zone tz",
        "bank": "chase wells fargo amex barclays hsbc monzo starling revolut hdfc icici sbi axis kotak ally citi citibank lloyds "
        "natwest santander nationwide halifax discover commbank anz nab westpac paypal venmo n26 schwab fidelity usaa bofa "
        "wise capital one",
    }.items()
}


CLASSES["@language"] = frozenset(
    "english spanish french german italian portuguese hindi espanol deutsch francais ingles anglais englisch "
    "frances aleman allemand espagnol spanisch franzosisch".split()
)
CLASSES["@topic"] = frozenset(
    "pay invoice budget budgets expense expenses reminder reminders goal goals link account export delete data "
    "subscription "
    "currency timezone undo record log split transactions transaction category categories code import share bill "
    "bills add track spending "
    "alert alerts payee connect subscribe unsubscribe premium receipt token".split()
)


_IN_ORDER = (
    memory_sentences,
    unasked_sentences,
    bill_sentences,
    sentences,
    savings_sentences,
    budget_sentences,
    booking_sentences,
    question_sentences,
)


def _rules() -> tuple[Rule, ...]:
    rules = []
    for line in "".join(part.SENTENCES for part in _IN_ORDER).split("\n"):
        if not line:
            continue
        name, _, pattern = line.partition(":")
        name = name.strip()
        rules.append(Rule(name.partition("/")[0], name, compile_pattern(pattern, CLASSES)))
    return tuple(rules)


RULES = _rules()
OPENS = tuple(rule.pattern.opens for rule in RULES)


def _index() -> dict[str, tuple[int, ...]]:
    index: dict[str, list[int]] = {}
    for number, rule in enumerate(RULES):
        for word in rule.pattern.triggers:
            index.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in index.items()}


INDEX = _index()
CUE_WORDS: frozenset[str] = frozenset(
    word
    for rule in RULES
    for run in rule.pattern.runs
    for element in run.elements
    for word in element.words
    if word.isalpha()
)
ORDER_VERBS = frozenset(
    "set make create change increase raise decrease lower reduce update adjust put add log record book show list see "
    "view remind cancel delete "
    "remove stop pay send transfer split divide undo export download link connect import lock unlock snooze "
    "subscribe upgrade cap limit budget "
    "save compare call buy get check renew file return collect pick drop take move spend tell give mark "
    "switch spent paid bought".split()
)
