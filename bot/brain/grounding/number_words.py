"""Numbers told in words: a small count can be held against a figure, all others are arithmetic of the model's own."""

from functools import cache

from bot.brain.offline import number_words
from bot.brain.offline.tongues import numerals

# What is counted in words: "three bookings". One is an article in all of them but English.
_COUNTS = {
    "en": "two three four five six seven eight nine ten eleven twelve",
    "de": "zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
}
_RECKONED = {
    "en": "one half halves third thirds quarter quarters fourth fifth sixth seventh eighth ninth tenth double doubled "
    "doubling triple tripled twice thrice once couple dozen dozens several few many fold twofold threefold "
    "hundreds thousands millions first second tenner fiver grand zillion",
    "de": "halb halbe halber halben halfte drittel viertel funftel zehntel doppelt doppelte doppelten dreifach "
    "dreifache verdoppelt verdreifacht einmal zweimal dreimal dutzend paar mehrere wenige viele hunderte "
    "tausende millionen million mrd mio halbiert vielfache eins zwo erste ersten erster zweite zweiten "
    "zweiter dritte dritten dritter hundert tausend",
    "es": "medio media mitad tercio tercios cuarto cuartos quinto decimo doble dobles triple duplicado triplicado "
    "vez docena docenas par varios varias pocos pocas muchos muchas cientos miles millon millones mil mitades uno "
    "primer primero primera segundo segunda tercer tercero tercera",
    "fr": "demi demie moitie tiers quart quarts cinquieme dixieme double doubles triple tripler doubler "
    "douzaine dizaine quinzaine vingtaine trentaine centaine centaines milliers millier million millions mille "
    "plusieurs quelques beaucoup peu premier premiere deuxieme second seconde troisieme",
}
# What is an everyday word in another language than the one it counts in.
_SHARED = frozenset(
    "once six dix dos mil elf half sept second seconde media tiers quart medio par uno few many paar fold "
    "cent cents acht sieben ocho as une un ein eine zero cero null cuarto segundo segunda primer vez".split()
)
_GERMAN_JOINTS = ("hundert", "tausend", "million")


@cache
def count_words(language: str) -> dict[str, int]:
    return {word: value for value, word in enumerate(_COUNTS.get(language, "").split(), 2)}


@cache
def reckoned_words(language: str) -> frozenset[str]:
    """Words that make a number in this language, and in the others unless they are everyday words in it."""
    spoken = {"en": {*number_words.ALL}, "de": _single(numerals.german()), "es": _single(numerals.spanish())}
    spoken["fr"] = _single(numerals.french())
    own: set[str] = set()
    foreign: set[str] = set()
    for each, words in spoken.items():
        every = words | set(_RECKONED[each].split()) | set(_COUNTS[each].split())
        (own if each == language else foreign).update(every)
    return frozenset((own - _articles(language)) | (foreign - _SHARED))


def _articles(language: str) -> set[str]:
    """Told apart by the tables of words: nothing, the article, an average."""
    return {"zero", "null", "cero", "ein", "un", "une", "media" if language == "es" else ""}


def _single(words: numerals.Numerals) -> set[str]:
    return {phrase[0] for phrase in words if len(phrase) == 1 and "-" not in phrase[0]}


def is_joined_number(key: str) -> bool:
    """Whether a word is a number that German or Spanish write as one: "zweihundertvierzig", "veintidos"."""
    if any(joint in key for joint in _GERMAN_JOINTS):
        return True
    return (key.endswith(("zig", "ssig")) and "und" in key) or key.startswith("veinti") or key.endswith("cientos")
