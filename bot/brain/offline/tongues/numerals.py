"""Numbers in words of Spanish, French and German, each with the English words for it."""

from collections.abc import Iterator

from bot.brain.offline.number_words import ONES, TENS

Numerals = dict[tuple[str, ...], str]
"""The words, without accents, as they stand in a text, and the English for them."""

_ENGLISH_ONES = {value: word for word, value in reversed(ONES.items())}
_ENGLISH_TENS = {value: word for word, value in reversed(TENS.items())}

_SPANISH = (
    "cero _ dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
    "veintiocho veintinueve"
).split()
_SPANISH_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_SPANISH_HUNDREDS = (
    "_ doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
)
_FRENCH = (
    "zero _ deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
).split()
_FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_SWISS_TENS = {70: "septante", 80: "huitante", 90: "nonante"}
_GERMAN = (
    "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
).split()
_GERMAN_TENS = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig".split()


def spanish() -> Numerals:
    found: Numerals = {(word,): _english(value) for value, word in enumerate(_SPANISH) if word != "_"}
    found |= {("veintiun",): _english(21), ("cien",): "hundred", ("ciento",): "hundred", ("mil",): "thousand"}
    for ten, word in zip(range(30, 100, 10), _SPANISH_TENS, strict=True):
        found[(word,)] = _english(ten)
        for one, name in enumerate(["uno", *_SPANISH[2:10]], 1):
            found[word, "y", name] = _english(ten + one)
        found[word, "y", "un"] = _english(ten + 1)
    for hundreds, word in enumerate(_SPANISH_HUNDREDS, 1):
        if word != "_":
            found |= {(form,): f"{_english(hundreds)} hundred" for form in (word, word[:-2] + "as")}
    return found


def french() -> Numerals:
    found: Numerals = {("cent",): "hundred", ("cents",): "hundred", ("mille",): "thousand"}
    for value, words in _french_words():
        found[(words,)] = found[tuple(words.split("-"))] = _english(value)
    return found


def _french_words() -> Iterator[tuple[int, str]]:
    yield from ((value, word) for value, word in enumerate(_FRENCH) if word != "_")
    yield 80, "quatre-vingts"
    for ten, word in (_FRENCH_TENS | _SWISS_TENS).items():
        yield ten, word
        yield from _french_after(ten, word, 10)
    for ten, word in _FRENCH_TENS.items():
        if ten >= 60:
            yield ten + 10, f"{word}-dix"
            yield from ((ten + more, f"{word}-{_FRENCH[more]}") for more in range(11, 20))
    yield 71, "soixante-et-onze"


def _french_after(ten: int, word: str, most: int) -> Iterator[tuple[int, str]]:
    yield ten + 1, f"{word}-et-un"
    yield ten + 1, f"{word}-un"
    yield from ((ten + one, f"{word}-{_FRENCH[one]}") for one in range(2, most))


def german() -> Numerals:
    """Words run together, up to 999; the thousands up to 99."""
    found: Numerals = {}
    below = dict(_german_below_hundred())
    for value, word in below.items():
        if value not in (0, 1):
            found[(word,)] = _english(value)
            found[(word + "tausend",)] = f"{_english(value)} thousand"
    found |= {("eins",): "one", ("zwo",): "two", ("tausend",): "thousand", ("eintausend",): "thousand"}
    for hundreds in range(1, 10):
        for stem in {below[hundreds], ""} if hundreds == 1 else {below[hundreds]}:
            found[(f"{stem}hundert",)] = f"{_english(hundreds)} hundred"
            for value, word in below.items():
                if value:
                    found[(f"{stem}hundert{word}",)] = f"{_english(hundreds)} hundred {_english(value)}"
            for thousands in range(1, 10):
                name = f"{below[thousands]}tausend{stem}hundert"
                found[(name,)] = f"{_english(thousands)} thousand {_english(hundreds)} hundred"
    return found


def _german_below_hundred() -> Iterator[tuple[int, str]]:
    yield from enumerate(_GERMAN)
    for ten, word in zip(range(20, 100, 10), _GERMAN_TENS, strict=True):
        yield ten, word
        yield from ((ten + one, f"{_GERMAN[one]}und{word}") for one in range(1, 10))


def _english(value: int) -> str:
    if value < 20:
        return _ENGLISH_ONES[value]
    ten, one = value // 10 * 10, value % 10
    return f"{_ENGLISH_TENS[ten]} {_ENGLISH_ONES[one]}" if one else _ENGLISH_TENS[ten]
