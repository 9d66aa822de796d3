"""How much of prose that is still being written may be shown, and whether the whole of it says enough."""

from bot.brain.grounding.hearing import Hearing, Item
from bot.brain.grounding.judging import held
from bot.brain.grounding.known import Books, books_of
from bot.brain.grounding.listener import Listener
from bot.brain.grounding.shape import plain
from bot.domain.statement import Statement

_ENDS = (".", "!", "?", "\n", "…")


def sayable(prose_so_far: str, statements: tuple[Statement, ...], listener: Listener) -> str:
    """The longest beginning that may be shown; "" when something in a sentence that is whole turned out wrong."""
    books = books_of(statements, listener)
    text = plain(prose_so_far)
    end = _end_of_sentences(text)
    whole = text[:end].rstrip()
    if whole and held(whole, books, listener).why:
        return ""
    begun = _before_risk(text[end:], books, listener)
    longer = (text[:end] + begun).rstrip()
    if longer != whole and held(longer, books, listener).why:
        return whole
    return longer


def says_enough(prose: str, statements: tuple[Statement, ...], listener: Listener) -> bool:
    """Whether a figure is in it, and the days it covers where the statement tells any."""
    found = held(prose, books_of(statements, listener), listener)
    if found.why or not found.known:
        return False
    return any(not known.days or known.days & found.days for known in found.known)


def _end_of_sentences(text: str) -> int:
    """Behind the last mark that ends a sentence for certain: something comes after it."""
    places = [at for at in range(len(text) - 1) if text[at] in _ENDS and (text[at] == "\n" or text[at + 1] in " \n")]
    return places[-1] + 1 if places else 0


def _before_risk(begun: str, books: Books, listener: Listener) -> str:
    """Whole words up to the first that says something of money."""
    words = begun[: begun.rfind(" ") + 1]
    for item in Hearing(words, listener, books.names, is_statement=False).items():
        if not _is_harmless(item):
            return words[: item.start]
    return words


def _is_harmless(item: Item) -> bool:
    return item.kind in ("glue", "thing", "day", "spent", "and", "of", "cut", "total", "hold")
