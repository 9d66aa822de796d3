"""Hears a text as a row of items: figures, days, words that say something of a figure, and words that name things."""

from decimal import Decimal

import msgspec

from bot.brain.grounding.days import day_at, near_key
from bot.brain.grounding.figures import NONE, Figure, Manner, currency_at, figure_at, manner_for
from bot.brain.grounding.lexicon import Lexicon, lexicon_of
from bot.brain.grounding.listener import Listener
from bot.brain.grounding.number_words import count_words, is_joined_number, reckoned_words
from bot.brain.grounding.tokens import END, Token, tokens_of
from bot.domain.taxonomy import singular

ZERO = Decimal(0)
_ENDS = frozenset(".!?…¿¡;")
_CUTS = frozenset(",—–•·|&/")
_NEAR = ("day:", "this:", "last:", "next:")


class Item(msgspec.Struct, frozen=True):
    """``kind``: figure, day, thing, glue, currency, break, cut, colon, open, close, or the tag of a table.

    ``key`` is what stands there as it is compared; ``start`` and ``end`` are places in the text.
    """

    kind: str
    key: str
    start: int
    end: int
    figure: Figure | None = None


def stem(key: str, language: str) -> str:
    """A rough singular, the same for a statement and for prose."""
    key = singular(key)
    if language == "de" and len(key) > 4:
        for ending in ("en", "n", "e"):
            if key.endswith(ending):
                return key.removesuffix(ending)
    return key


class Hearing:
    """Of one text by one listener. ``names`` are words that name something in a statement whatever else they mean."""

    def __init__(self, text: str, listener: Listener, names: frozenset[str], *, is_statement: bool) -> None:
        self._listener = listener
        self._names = names
        self._is_statement = is_statement
        self._lexicon: Lexicon = lexicon_of(listener.language)
        self._manner: Manner = manner_for(listener)
        self._counts = count_words(listener.language)
        self._reckoned = reckoned_words(listener.language)
        self._tokens: list[Token] = tokens_of(text)
        self._keys = [token.key for token in self._tokens]
        self._listed = 0

    def items(self) -> list[Item]:
        found: list[Item] = []
        at = 0
        while at < len(self._tokens):
            item, at = self._next(at)
            if item is not None:
                found.append(item)
        return found

    def _next(self, at: int) -> tuple[Item | None, int]:
        token = self._tokens[at]
        if token.kind == "line":
            return Item("break", "", token.start, token.end), at + 1
        if token.kind == "number":
            return self._number(at)
        if token.kind == "mark":
            return self._mark(at)
        return self._word(at)

    def _number(self, at: int) -> tuple[Item | None, int]:
        if found := day_at(self._tokens, at, self._listener.today):
            return self._item("day", found.key, at, found.end), found.end
        if self._is_enumeration(at):
            return None, at + 2
        if time := self._time(at):
            return time, at + 3
        return self._figure(at)

    def _figure(self, at: int, *, is_below: bool = False) -> tuple[Item | None, int]:
        read = figure_at(self._tokens, at, self._manner)
        if read is None:
            return None, at + 1
        figure, end = read
        if is_below:
            figure = msgspec.structs.replace(figure, unit=f"<{figure.unit}")
        return self._item("figure", "", at, end, figure), end

    def _is_enumeration(self, at: int) -> bool:
        """As "1." and "2)" at the beginning of a line."""
        token, after = self._tokens[at], self._at(at + 1)
        begins = at == 0 or self._tokens[at - 1].kind == "line"
        is_spaced = self._at(at + 2).gap != "" or self._at(at + 2) is END
        is_next = self._is_statement or token.text == str(self._listed + 1)
        found = begins and len(token.text) <= 2 and after.text in (".", ")") and not after.gap and is_spaced and is_next
        self._listed += found
        return found

    def _time(self, at: int) -> Item | None:
        hour, mark, minute = self._tokens[at], self._at(at + 1), self._at(at + 2)
        if mark.text != ":" or mark.gap or minute.gap or minute.kind != "number":
            return None
        value = hour.text + ":" + minute.text
        return self._item("thing", value, at, at + 3)

    def _mark(self, at: int) -> tuple[Item | None, int]:
        token = self._tokens[at]
        if token.text == ">" and self._is_statement:
            return self._item("moved", "", at, at + 1), at + 1
        if token.text == "<":
            return self._figure(at + 1, is_below=True) if self._at(at + 1).kind == "number" else (None, at + 1)
        if read := figure_at(self._tokens, at, self._manner):
            return self._item("figure", "", at, read[1], read[0]), read[1]
        named = {":": "colon", "(": "open", ")": "close", "[": "open", "]": "close", "-": "cut" if token.gap else ""}
        kind = "break" if token.text in _ENDS else "cut" if token.text in _CUTS else named.get(token.text, "")
        if kind:
            return self._item(kind, token.text, at, at + 1), at + 1
        currency, taken = currency_at(self._tokens, at, self._manner)
        return (self._item("currency", currency, at, at + taken), at + taken) if currency else (None, at + 1)

    def _word(self, at: int) -> tuple[Item | None, int]:
        token = self._tokens[at]
        if self._is_statement and token.key in self._names:
            return self._thing(at)
        currency, taken = currency_at(self._tokens, at, self._manner)
        if currency:
            if read := figure_at(self._tokens, at, self._manner):
                return self._item("figure", "", at, read[1], read[0]), read[1]
            return self._item("currency", currency, at, at + taken), at + taken
        tag, length = self._lexicon.tag_at(self._keys, at)
        if tag and length > 1 and not self._is_name(at):
            return self._tagged(tag, at, at + length)
        if found := day_at(self._tokens, at, self._listener.today):
            return self._item("day", found.key, at, found.end), found.end
        if tag and not self._is_name(at):
            return self._tagged(tag, at, at + 1)
        return self._told_number(at) or self._thing(at)

    def _tagged(self, tag: str, at: int, end: int) -> tuple[Item, int]:
        if tag.startswith(_NEAR):
            return self._item("day", near_key(tag, self._listener.today, self._listener.locale), at, end), end
        if tag == NONE:
            return self._item("figure", "", at, end, Figure(ZERO, NONE)), end
        return self._item(tag, " ".join(self._keys[at:end]), at, end), end

    def _told_number(self, at: int) -> tuple[Item, int] | None:
        """A number in words; beside another one it is none that could be held against a figure."""
        key = self._keys[at]
        is_beside = any(self._is_number_word(self._at(place).key) for place in (at - 1, at + 1) if place >= 0)
        if key in self._counts and not is_beside:
            return self._item("figure", "", at, at + 1, Figure(Decimal(self._counts[key]), is_word=True)), at + 1
        if self._is_number_word(key):
            return self._item("figure", "", at, at + 1, Figure(None)), at + 1
        return None

    def _is_number_word(self, key: str) -> bool:
        return key in self._counts or key in self._reckoned or is_joined_number(key)

    def _is_name(self, at: int) -> bool:
        """Whether a word of the tables stands as a name: with a capital amid a sentence, or as one of a statement's."""
        token, before = self._tokens[at], self._at(at - 1) if at else END
        if self._listener.language == "de" or not token.text[0].isupper() or token.key in ("i", "o"):
            return False
        return before.kind in ("word", "number") or before.text in (",", "&", "%", "$", "€", "£")

    def _thing(self, at: int) -> tuple[Item, int]:
        return self._item("thing", stem(self._keys[at], self._listener.language), at, at + 1), at + 1

    def _at(self, at: int) -> Token:
        return self._tokens[at] if 0 <= at < len(self._tokens) else END

    def _item(self, kind: str, key: str, at: int, end: int, figure: Figure | None = None) -> Item:
        return Item(kind, key, self._tokens[at].start, self._tokens[end - 1].end, figure)
