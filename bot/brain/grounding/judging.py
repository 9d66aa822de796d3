"""Holds prose against statements: every figure, day, name and claim in it has to be one of theirs."""

import msgspec

from bot.brain.grounding.claiming import claims_in
from bot.brain.grounding.hearing import Hearing
from bot.brain.grounding.joining import joined
from bot.brain.grounding.known import Books, Known, Place, books_of
from bot.brain.grounding.leaking import leaks
from bot.brain.grounding.listener import Listener, Verdict, Why
from bot.brain.grounding.owners import Context, owner_of
from bot.brain.grounding.pieces import Piece, piece_of, pieces_of, sentences_of
from bot.brain.grounding.quoting import Before, quotes_in
from bot.brain.grounding.remark import Remark, without_none
from bot.brain.grounding.shape import is_misshapen, links_in, plain
from bot.brain.grounding.telling import pointing_fault, telling_fault
from bot.brain.grounding.tokens import tokens_of
from bot.domain.statement import Statement
from bot.domain.taxonomy import knows


class Held(msgspec.Struct):
    """What the figures of the prose were found to be, and the days that are named in it."""

    known: list[Known] = []
    days: set[str] = set()
    why: Why = ""


def ground(prose: str, statements: tuple[Statement, ...], listener: Listener) -> Verdict:
    """Whether this prose, made plain, may go out."""
    return Verdict(held(prose, books_of(statements, listener), listener).why)


def held(prose: str, books: Books, listener: Listener) -> Held:
    text = plain(prose)
    why = _look(text, books, listener)
    return Held(why=why) if why else _sentences(text, books, listener)


def _look(text: str, books: Books, listener: Listener) -> Why:
    said = books.text + "\n" + listener.question
    tokens = tokens_of(text)
    if links_in(text, books.text):
        return "link"
    if leaks(text, tokens, listener.secret_text):
        return "leak"
    if is_misshapen(text, said):
        return "shape"
    return "claim" if claims_in(tokens, listener.language, books.words) else ""


def _sentences(text: str, books: Books, listener: Listener) -> Held:
    found = Held()
    asked = _piece_of(listener.question, books, listener)
    context = _asked(asked, books)
    words = frozenset(asked.days | {stem for run in asked.runs for stem in run})
    heard = sentences_of(Hearing(text, listener, books.names, is_statement=False).items())
    quotes, before = quotes_in(text, books), Before()
    for at, said in enumerate(heard):
        items = without_none(said, listener.language)
        pieces = pieces_of(items)
        quote = next((each for each in quotes if each.start <= items[0].start < each.end), None)
        if quote and before.bears(quote.place, books):
            before.quote(quote.place)
            context = _quoted(quote.place, pieces, books, context, found)
            continue
        with_figures = joined(pieces, listener.language)
        if not with_figures:
            remark = Remark(items, pieces, text, words, listener)
            is_heading = at + 1 < len(heard) and any(item.kind == "figure" for item in heard[at + 1])
            found.why = telling_fault(remark, books) or pointing_fault(
                remark, books, found.known, is_heading=is_heading
            )
            for piece in pieces:
                context = context.after(piece)
        context = msgspec.structs.replace(context, is_near=False)
        for piece in with_figures:
            context = _take(piece, books, context, found)
        before.tell(pieces, found.known, books)
        found.days |= {day for piece in pieces for day in piece.days}
        if found.why:
            return found
    return found


def _quoted(place: Place, pieces: list[Piece], books: Books, context: Context, found: Held) -> Context:
    found.known += [known for known in books.known if known.line == place.line]
    found.days |= books.days_of[place.line]
    for piece in pieces:
        context = context.after(piece)
    return context


def _take(piece: Piece, books: Books, context: Context, found: Held) -> Context:
    for spoken in piece.figures:
        if found.why:
            break
        known, found.why = owner_of(piece, spoken, books, context)
        if known:
            found.known.append(known)
    if not found.why and not piece.currencies <= books.currencies:
        found.why = "wrong_currency"
    return context.after(piece)


def _piece_of(question: str, books: Books, listener: Listener) -> Piece:
    """All that the person's message names, as one piece."""
    items = Hearing(question, listener, books.names, is_statement=False).items()
    return piece_of(items, "") if items else Piece(0)


def _asked(asked: Piece, books: Books) -> Context:
    """What the question is about: of its words only those that name something."""
    borne = {stem for run in books.runs for stem in run}
    stems = [stem for run in asked.runs for stem in run if stem in borne or knows(stem)]
    return Context(tuple((stem,) for stem in stems), frozenset(asked.days), frozenset(asked.senses))
