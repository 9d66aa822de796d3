"""Sentences without a figure: they may be friendly, but say nothing of the money that no statement says."""

from datetime import date

import msgspec

from bot.brain.grounding.hearing import Item
from bot.brain.grounding.known import Books, Known
from bot.brain.grounding.listener import Why
from bot.brain.grounding.pieces import Piece
from bot.domain.taxonomy import knows

_HEADING = frozenset({"thing", "day", "colon", "cut"})
_POINTING = frozenset("it that this these those they das es dies eso esto ca cela c ce".split())
# Tell something only where something is named.
_VAGUE = frozenset({"spent", "hold", "saved"})
# What a friendly sentence may have without telling anything.
_HARMLESS = frozenset({"budget", "rough", "total", "can", "since", "until"})


class Remark(msgspec.Struct, frozen=True):
    """A sentence without a figure, in the text it stands in; ``asked`` are the words and days of the person's own."""

    items: list[Item]
    pieces: list[Piece]
    text: str
    asked: frozenset[str]
    today: date


def telling_fault(remark: Remark, books: Books) -> Why:
    """Why it may not be said; "" where it may."""
    items, pieces, text, asked = remark.items, remark.pieces, remark.text, remark.asked
    days = {day for piece in pieces for day in piece.days | piece.against}
    if text[items[-1].end :].lstrip(" ").startswith("?"):
        # "How can I help you today?"
        days.discard(f"d:{remark.today.isoformat()}")
    if not days <= books.days | asked:
        return "wrong_period"
    currencies = {currency for piece in pieces for currency in piece.currencies}
    if not currencies <= books.currencies:
        return "wrong_currency"
    named = {stem for piece in pieces for run in piece.runs for stem in run}
    borne = {stem for run in books.runs for stem in run}
    if any(_names_something(item, text) and item.key not in borne | asked for item in items if item.kind == "thing"):
        return "wrong_owner"
    senses = {sense for piece in pieces for sense in piece.senses | piece.echoes}
    senses -= _HARMLESS if named else _HARMLESS | _VAGUE
    if not senses and not days:
        return ""
    is_told = named <= borne and any(
        senses <= books.senses_of[line] and named & borne <= _runs(books, line) and days <= of_line
        for line, of_line in enumerate(books.days_of)
    )
    is_asked = not senses and not named - asked
    return "" if is_told or is_asked else "wrong_owner"


def pointing_fault(remark: Remark, books: Books, told: list[Known], *, is_heading: bool) -> Why:
    """Why it may not follow the figures told before it: what comes after a figure is of that figure."""
    if not told or (is_heading and all(item.kind in _HEADING for item in remark.items)):
        return ""
    last = told[-1]
    named = {stem for piece in remark.pieces for run in piece.runs for stem in run}
    own = {stem for run in last.runs for stem in run}
    days = {day for piece in remark.pieces for day in piece.days}
    if named & {stem for run in books.runs for stem in run} - own:
        return "wrong_owner"
    if days - last.days - last.around:
        return "wrong_period"
    senses = {sense for piece in remark.pieces for sense in piece.senses} & _VAGUE
    points_back = any(item.kind == "glue" and _POINTING & set(item.key.split()) for item in remark.items)
    return "wrong_owner" if points_back and senses - last.senses else ""


def _runs(books: Books, line: int) -> set[str]:
    """What a line and the one it belongs to name."""
    above = {known.above for known in books.known if known.line == line}
    return {stem for place in {line, *above} for stem in books.runs_of[place]}


def _names_something(item: Item, text: str) -> bool:
    """A category, or a word with a capital amid a sentence."""
    before = text[: item.start].rstrip(" \"'«“(")
    is_amid = bool(before) and before[-1] not in ".!?:\n…"
    return item.key[0].isdigit() or knows(item.key) or (is_amid and text[item.start].isupper() and len(item.key) > 1)
