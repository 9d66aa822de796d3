"""PAM's words: templates of a language, filled with facts written the way the person's locale writes them.

A template is a line or lines with ``{fact}`` and ``**strong**``. Facts are only ever values: a person's own words
cannot become a template or an emphasis.
"""

import tomllib
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from importlib.abc import Traversable

import msgspec

from bot.domain.answer import Answer, Line, Span
from bot.domain.money import Money
from bot.domain.money_words import day_text, first_weekday, money_text, month_text
from bot.domain.period import Period, month_of, week_of, year_of
from bot.domain.statement import Statement

FALLBACK = "en"

Fact = str | int | Money | date | Period

# Facts that may be words of PAM's own rather than the person's.
CATEGORIES = frozenset({"category", "word", "means", "heading"})
ACCOUNTS = frozenset({"account", "source", "goal"})
NOUNS_IN_CAPITALS = frozenset({"de"})

# "strong" pieces alternate with plain ones; each piece is text and fact names in turn.
Piece = tuple[tuple[str, ...], bool]


class Voice(msgspec.Struct, frozen=True):
    """Speaks one language in one locale's manner, on one day: "today" and "this month" depend on it."""

    language: str
    locale: str
    today: date

    def line(self, key: str, /, **facts: Fact) -> Line:
        """The first line of a template."""
        return self.lines(key, **facts)[0]

    def lines(self, key: str, /, **facts: Fact) -> tuple[Line, ...]:
        written = {name: self.fact(value) for name, value in facts.items()}
        if self.language != FALLBACK:
            written |= {name: self.word(written[name]) for name in CATEGORIES & written.keys()}
            written |= {name: self.account(written[name]) for name in ACCOUNTS & written.keys()}
        return tuple(
            tuple(Span(_fill(parts, written), strong) for parts, strong in template)
            for template in _templates(self.language)[key]
        )

    def answer(self, key: str, /, **facts: Fact) -> Answer:
        return Answer(lines=self.lines(key, **facts))

    def text(self, key: str, /, **facts: Fact) -> str:
        """A template as plain words: a button's label, a part of another line."""
        return "".join(span.text for span in self.line(key, **facts))

    def word(self, word: str) -> str:
        """A category as this language calls it where it is one of PAM's own; a person's other words as they are."""
        shown = self._own(f"category.{_key(word)}", word)
        return titled(shown) if self.language in NOUNS_IN_CAPITALS else shown

    def account(self, word: str) -> str:
        """An account's name, the same way: "savings" and "cash" are PAM's words, "Sparkasse" is the person's."""
        return self._own(f"own_account.{_key(word)}", word)

    def _own(self, key: str, word: str) -> str:
        if self.language == FALLBACK or not self.knows(key):
            return word
        return titled(self.text(key)) if word[0].isupper() else self.text(key)

    def knows(self, key: str) -> bool:
        return key in _templates(self.language)

    def fact(self, value: Fact) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, Money):
            return money_text(value, self.locale)
        if isinstance(value, Period):
            return self.period(value)
        if isinstance(value, date):
            return self.day(value)
        return str(value)

    def day(self, day: date) -> str:
        """Today, yesterday or the date, with its year when that is another one."""
        distance = (self.today - day).days
        if distance in (0, 1):
            return self.text("day.today" if distance == 0 else "day.yesterday")
        return day_text(day, self.locale, with_year=day.year != self.today.year)

    def period(self, period: Period) -> str:
        """As in "this month", "in October", "from Nov 1 to Nov 10": always such that it can be read back as days."""
        return _period_text(self, period)


class Notes:
    """What a voice said, sentence by sentence, with what each was filled with. Compared by identity."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []


class NotingVoice(Voice, frozen=True):
    """A voice whose sentences are noted; parts of other sentences are not."""

    notes: Notes = msgspec.field(default_factory=Notes)

    def lines(self, key: str, /, **facts: Fact) -> tuple[Line, ...]:
        said = Voice.lines(self, key, **facts)
        written = tuple((name, self.fact(value)) for name, value in facts.items())
        self.notes.statements.extend(Statement("".join(span.text for span in line), written) for line in said)
        return said

    def text(self, key: str, /, **facts: Fact) -> str:
        return "".join(span.text for span in Voice.lines(self, key, **facts)[0])


def _key(word: str) -> str:
    return word.lower().replace(" ", "_")


def titled(word: str) -> str:
    """A word at the beginning of a line; the rest of it as the person writes it."""
    return word[:1].upper() + word[1:]


def joined(*lines: Line) -> Line:
    """Sentences on one line, parted by a space."""
    spans: list[Span] = []
    for line in lines:
        if spans and line:
            spans.append(Span(" "))
        spans.extend(line)
    return tuple(spans)


@lru_cache(maxsize=1024)
def _period_text(voice: Voice, period: Period) -> str:
    today, locale = voice.today, voice.locale
    if period.first == period.last:
        near = 0 <= (today - period.first).days <= 1
        return voice.day(period.first) if near else voice.text("period.day", day=period.first)
    week = week_of(today, first_weekday(locale))
    for name, whole in (("week", week), ("month", month_of(today)), ("year", year_of(today))):
        if period.first == whole.first and period.last in (whole.last, today):
            return voice.text(f"period.this_{name}")
    with_year = period.last.year != today.year
    if period == month_of(period.first):
        return voice.text("period.month", month=month_text(period.first, locale, with_year=with_year))
    if period == year_of(period.first):
        return voice.text("period.year", year=period.first.year)
    first = day_text(period.first, locale, with_year=period.first.year != period.last.year)
    return voice.text("period.span", first=first, last=day_text(period.last, locale, with_year=with_year))


def _fill(parts: tuple[str, ...], facts: dict[str, str]) -> str:
    return "".join(facts[part] if place % 2 else part for place, part in enumerate(parts))


Template = tuple[tuple[Piece, ...], ...]


@cache
def languages() -> frozenset[str]:
    """The languages PAM speaks, by their two letters."""
    return frozenset(folder.name for folder in _texts().iterdir() if folder.is_dir())


def _templates(language: str) -> dict[str, Template]:
    """The templates of a language, English where PAM does not speak it: a person's word for it is never a path."""
    return _spoken(language if language in languages() else FALLBACK)


@cache
def _spoken(language: str) -> dict[str, Template]:
    """Read when somebody first speaks it; what is not translated yet is said in English rather than not at all."""
    own = {key: cut for source in (_texts() / language).iterdir() for key, cut in _cut(source).items()}
    return own if language == FALLBACK else {**_spoken(FALLBACK), **own}


def _texts() -> Traversable:
    return resources.files("bot.domain") / "texts"


def _cut(source: Traversable) -> dict[str, Template]:
    """Every template of a file, cut into strong and plain pieces once."""
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        f"{section}.{name}": tuple(_pieces(line) for line in text.strip().split("\n"))
        for section, entries in table.items()
        for name, text in entries.items()
    }


def _pieces(line: str) -> tuple[Piece, ...]:
    return tuple((_parts(piece), place % 2 == 1) for place, piece in enumerate(line.split("**")) if piece or line == "")


def _parts(piece: str) -> tuple[str, ...]:
    """Text and fact names in turn: "a {b} c" is ("a ", "b", " c")."""
    parts: list[str] = []
    for chunk in piece.split("{"):
        name, brace, rest = chunk.partition("}")
        parts.extend((name, rest) if brace else (chunk,))
    return tuple(parts)
