"""A sentence without a figure: what kind of talk it is, and of whom."""

import msgspec

from bot.brain.grounding.figures import NONE
from bot.brain.grounding.hearing import Item
from bot.brain.grounding.listener import Listener
from bot.brain.grounding.pieces import Piece
from bot.brain.grounding.small_talk import addressed, is_wished, knowing, small_talk, speakers, wishes
from bot.brain.grounding.tokens import tokens_of

_FRIENDLY = frozenset("glue cut and while neg can rough".split())


class Remark(msgspec.Struct, frozen=True):
    """A sentence without a figure, in the text it stands in; ``asked`` are the words and days of the person's own."""

    items: list[Item]
    pieces: list[Piece]
    text: str
    asked: frozenset[str]
    listener: Listener

    @property
    def words(self) -> set[str]:
        return set(self.keys)

    @property
    def keys(self) -> list[str]:
        return [word for item in self.items for word in item.key.split()]

    @property
    def is_wish(self) -> bool:
        return bool(self.words & wishes(self.listener.language))

    @property
    def is_wished(self) -> bool:
        written = self.text[self.items[0].start : self.items[-1].end]
        return is_wished([token.key for token in tokens_of(written)], self.listener.language)

    @property
    def is_of_oneself(self) -> bool:
        """Of her who speaks, and not what she knows of the person: "I can help you", not "I see you have it"."""
        language, words = self.listener.language, self.words
        return bool(words & speakers(language)) and not (self._knows and words & addressed(language))

    @property
    def _knows(self) -> bool:
        known = knowing(self.listener.language)
        return any(
            item.key in known and not any(near.kind == "neg" for near in self.items[max(0, at - 1) : at + 2])
            for at, item in enumerate(self.items)
        )

    @property
    def is_question(self) -> bool:
        return self.text[self.items[-1].end :].lstrip(" \u00a0\u202f").startswith("?")


def without_none(items: list[Item], language: str) -> list[Item]:
    """A "no" of friendly words about oneself counts nothing: "I know no jokes"."""
    own = small_talk(language) - knowing(language)
    words = {word for item in items for word in item.key.split()}
    is_friendly = words & speakers(language) and all(
        item.kind in _FRIENDLY or (item.kind == "thing" and item.key in own) or _is_none(item) for item in items
    )
    if not is_friendly:
        return items
    return [msgspec.structs.replace(item, kind="neg", figure=None) if _is_none(item) else item for item in items]


def _is_none(item: Item) -> bool:
    return item.figure is not None and item.figure.unit == NONE
