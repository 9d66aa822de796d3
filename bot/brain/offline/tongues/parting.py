"""Parts a text into the words a tongue's tables know: elided beginnings, joined ends, numerals, cents."""

import msgspec

from bot.brain.offline.tokens import SYMBOLS, Token
from bot.brain.offline.tongues.tables import plain
from bot.brain.offline.tongues.tongue import Tongue

NUMERAL = "numeral"
_LONGEST_NUMERAL = 5
_CENTS = len("€50")


class Word(msgspec.Struct, gc=False):
    """A token on its way: ``word`` without accents, ``english`` once a numeral told it."""

    word: str
    raw: str
    kind: str
    gap: bool
    english: str = ""


def parted(tokens: list[Token], tongue: Tongue) -> list[Word]:
    """The words of a text; a number in words is one of them, of the kind ``NUMERAL``."""
    return _with_numerals(_without_idle(_cut(tokens, tongue), tongue), tongue)


def _without_idle(words: list[Word], tongue: Tongue) -> list[Word]:
    """Without "mal" and "halt"; in "3 mal 4" it counts, and in "ahora no" it tells."""
    if len(words) == 1:
        return words
    return [word for at, word in enumerate(words) if word.word not in tongue.idle or _tells(words, at, tongue)]


def _tells(words: list[Word], at: int, tongue: Tongue) -> bool:
    word = words[at].word
    if at and (words[at - 1].kind == "number" or (words[at - 1].word, word) in tongue.telling):
        return True
    return at + 1 < len(words) and (word, words[at + 1].word) in tongue.telling


def _cut(tokens: list[Token], tongue: Tongue) -> list[Word]:
    words: list[Word] = []
    for token in tokens:
        if words and _are_cents(words[-1], token):
            whole = words.pop()
            figure = f"{whole.word},{token.word[1:]}{token.word[0]}"
            words.append(Word(figure, whole.raw + token.raw, "number", whole.gap))
        elif token.kind == "word" and plain(token.word) not in tongue.known:
            words += _cut_word(token, tongue)
        else:
            words.append(Word(_as_told(token), token.raw, token.kind, token.gap))
    return words


def _as_told(token: Token) -> str:
    """Without accents; "22h" and "22h30" as an hour is written in English."""
    hour, h, minutes = token.word.partition("h")
    if h and token.kind == "number" and hour.isdigit() and (not minutes or minutes.isdigit()):
        return f"{hour}:{minutes or '00'}"
    return plain(token.word)


def _cut_word(token: Token, tongue: Tongue) -> list[Word]:
    """As "l'essence" and "Kaffeebudget" are two words."""
    word, raw = token.word, token.raw
    for begin in tongue.elided if "'" in word else ():
        if word.startswith(begin) and word != begin:
            size = len(begin)
            rest = Word(tongue.spelled(word[size:]), raw[size:], "word", gap=False)
            return [Word(begin, raw[:size], "word", token.gap), rest]
    for end in tongue.joined:
        if word.endswith(end):
            before = plain(word.removesuffix(end)).removesuffix("s")
            led = raw[: -len(end)].removesuffix("s")
            return [Word(before, led, "word", token.gap), Word(end, raw[-len(end) :], "word", gap=False)]
    return [Word(tongue.spelled(word), raw, "word", token.gap)]


def _are_cents(before: Word, token: Token) -> bool:
    """As the "€50" of "12€50"."""
    written = token.kind == "number" and not token.gap and token.word[0] in SYMBOLS and before.word.isdigit()
    return written and len(token.word) == _CENTS and token.word[1:].isdigit()


def _with_numerals(words: list[Word], tongue: Tongue) -> list[Word]:
    out: list[Word] = []
    at = 0
    while at < len(words):
        size = _numeral_size(words, at, tongue)
        if size:
            run = words[at : at + size]
            english = tongue.numerals[tuple(word.word for word in run)]
            out.append(Word(" ".join(word.word for word in run), written(run), NUMERAL, run[0].gap, english))
        else:
            out.append(words[at])
        at += size or 1
    return out


def _numeral_size(words: list[Word], at: int, tongue: Tongue) -> int:
    if words[at].kind != "word":
        return 0
    sizes = range(min(_LONGEST_NUMERAL, len(words) - at), 0, -1)
    return next((n for n in sizes if tuple(word.word for word in words[at : at + n]) in tongue.numerals), 0)


def written(words: list[Word]) -> str:
    return "".join((" " if number and word.gap else "") + word.raw for number, word in enumerate(words))
