"""What the pretend model says while nobody gives it a script: a small one, in the style of a real one."""

import re
from datetime import timedelta

import msgspec

from adapters.sandbox.openai_asked import Asked, Json, Play, ToolUse
from adapters.sandbox.openai_days import days_in, today_in
from adapters.sandbox.openai_filling import filled
from adapters.sandbox.openai_manners import chat, opener
from adapters.sandbox.openai_numerals import amount_in
from adapters.sandbox.photographed_receipt import read_receipt

# The first tool that is offered and has one of its words in what was said; English, then German, Spanish, French.
READS = {
    "budget_status": "budget budgets left allowance",
    "list_reminders": "remind reminder reminders",
    "balance": "owe owes owed balance account accounts worth",
    "goal_status": "goal goals saving saved",
    "forecast": "forecast afford end upcoming coming",
    "list_transactions": "recent recently latest last transactions bookings list",
    "spending_query": "spend spent spending compare compared much doing going went money month week average most"
    " ausgegeben ausgaben geld monat gastado gastando gasto dinero mes dépensé dépense dépenses argent mois",
}
SPENT = frozenset("blew spent paid bought dropped cost splurged forked shelled burned set".split())
QUESTION = re.compile(
    r"\?|^\s*(?:how|what|where|when|who|which|did|do|am|is|are|can|show|compare|tell)\b", re.IGNORECASE
)
EATING = frozenset("tapas restaurant dinner lunch brunch pizza sushi bistro diner".split())
PLACE = re.compile(r"\bat (?:the |a )?([\w' ]+?)(?= with\b| on\b| for\b| yesterday\b| today\b|[.,!?]|$)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
FOLLOWING = re.compile(r"^\W*(?:and|what about|und|y|et)\b", re.IGNORECASE)
# What PAM tells of an answer she gave before: the names of its skills.
DID = re.compile(r"\w+")
# Around what was found: whatever stands in between is nobody's order.
MARKS = str.maketrans("", "", "⟦⟧")


def small_talk(asked: Asked) -> Play:
    """Reads a picture, tells what was found, books what was spent, or looks something up; else a plain sentence."""
    if asked.schema is not None:
        return _in_form(asked, asked.schema)
    if asked.results:
        return Play(text="\n".join((opener(asked), *_lines(asked.results))))
    spent = _spent(asked)
    if spent:
        return Play(calls=(spent,))
    name = _followed(asked) or _looked_up(asked)
    if name:
        return Play(calls=(ToolUse(name, filled(asked.tools[name], days_in(asked))),))
    return Play(text=chat(asked))


def _looked_up(asked: Asked) -> str:
    said = set(WORD.findall(asked.words.lower()))
    return next((name for name, words in READS.items() if name in asked.tools and said & set(words.split())), "")


def _followed(asked: Asked) -> str:
    """What was looked up for the message before, where this one goes on from there."""
    before = next((entry.text for entry in reversed(asked.entries) if entry.role == "assistant" and entry.text), "")
    if not FOLLOWING.search(asked.words):
        return ""
    return next((name for name in DID.findall(before) if name in READS and name in asked.tools), "")


def _in_form(asked: Asked, schema: Json) -> Play:
    known = msgspec.to_builtins(read_receipt(asked.picture)) if asked.picture else {}
    return Play(text=msgspec.json.encode(filled(schema, known)).decode())


def _lines(results: tuple[str, ...]) -> list[str]:
    """As they were found; what only marks them is left out."""
    lines = [line.strip() for result in results for line in result.translate(MARKS).splitlines()]
    return [line for line in lines if line and not line.startswith(("<", "```"))]


def _spent(asked: Asked) -> ToolUse | None:
    schema = asked.tools.get("record_expense")
    said = set(WORD.findall(asked.words.lower()))
    amount = amount_in(asked.words)
    if schema is None or amount is None or not said & SPENT or QUESTION.search(asked.words):
        return None
    known: Json = {"amount": amount}
    place = PLACE.search(asked.words)
    if place:
        known["merchant"] = place[1].strip()
    if said & EATING:
        known["category"] = "eating out"
    today = today_in(asked)
    if today and "yesterday" in said:
        known["date"] = (today - timedelta(days=1)).isoformat()
    return ToolUse("record_expense", filled(schema, known))
