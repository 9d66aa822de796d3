"""Lies: every true answer bent in one place, and such as were thought up to slip through."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.bot.brain.grounding.honest import HONEST, Told
from tests.bot.brain.grounding.thought_up import THOUGHT_UP

_MONEY = re.compile(r"(?:\$ ?\d[\d,]*(?:\.\d+)?)|(?:\d[\d.\u202f ]*\d(?:,\d\d)? ?(?:€|[Ee]uros?))")
_PERCENT = re.compile(r"\d+ ?%")
_NUMBER = re.compile(r"\d+")
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")

# A word and what it must not be said instead of.
_OTHERS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("groceries", "rent"), ("groceries", "dogs"), ("rent", "groceries"), ("Groceries", "Coffee"), ("Rent", "Taxi"),
        ("coffee", "taxi"), ("eating out", "groceries"), ("Tesco", "Lidl"), ("Tesco", "Aldi"), ("Lidl", "Tesco"),
        ("Ann", "Bob"), ("savings", "visa"), ("Savings", "Visa"), ("vacation", "house"), ("grocery", "rent"),
        ("this month", "last month"), ("this month", "this week"), ("this month", "today"), ("This month", "Last month"),
        ("this month", "this year"), ("in October", "in September"), ("In October", "In November"), ("in October", "this month"),
        ("last month", "this month"), ("Last month", "This month"), ("yesterday", "today"), ("Nov 12", "Nov 13"),
        ("spent", "received"), ("spent", "saved"), ("earned", "spent"), ("received", "spent"), ("came in", "went out"),
        ("left", "over"), ("left", "spent"), ("over your", "left of your"), ("is $2.00 over", "has $2.00 left of"),
        ("less", "more"), (" down ", " up "), ("owes you", "is owed"), ("Ann owes you", "You owe Ann"), ("a day", "a week"),
        ("a day", ""), ("average", "total"), ("purchases", "days"), ("bookings", "weeks"), ("a month", "a year"),
        ("biggest", "smallest"), ("the same as", "more than"), ("saved", "spent"), ("In all", "In savings"), ("largest", "smallest"),
    ),
    "de": (
        ("Lebensmittel", "Miete"), ("Miete", "Kaffee"), ("Tesco", "Lidl"), ("diesen Monat", "letzten Monat"), ("Oktober", "September"),
        ("Diesen Monat", "Letzte Woche"), ("Letzten Monat", "Diesen Monat"), ("ausgegeben", "eingenommen"), ("ausgegeben", "gespart"),
        ("weniger", "mehr"), ("übrig", "ausgegeben"), ("übrig", "drüber"), ("eingegangen", "ausgegeben"), ("Ann", "Bob"),
        ("Ann schuldet dir", "Du schuldest Ann"), ("pro Tag", "pro Woche"), ("gespart", "ausgegeben"), ("Buchungen", "Tage"), ("über", "unter"),
    ),
    "es": (
        ("supermercado", "alquiler"), ("alquiler", "café"), ("Tesco", "Lidl"), ("este mes", "el mes pasado"), ("octubre", "septiembre"),
        ("Este mes", "Esta semana"), ("El mes pasado", "Este mes"), ("gastado", "ingresado"), ("gastaste", "ahorraste"), ("menos", "más"),
        ("quedan", "sobran de más"), ("recibido", "gastado"), ("Ann", "Luis"), ("Ann te debe", "Debes a Ann"), ("al día", "a la semana"),
        ("ahorrados", "gastados"), ("movimientos", "días"), ("por encima de", "por debajo de"),
    ),
    "fr": (
        ("courses", "loyer"), ("loyer", "café"), ("Tesco", "Lidl"), ("ce mois-ci", "le mois dernier"), ("octobre", "septembre"),
        ("Ce mois-ci", "Cette semaine"), ("Le mois dernier", "Ce mois-ci"), ("dépensé", "reçu"), ("dépensé", "épargné"), ("de moins", "de plus"),
        ("reste", "manque"), ("reçu", "dépensé"), ("Ann", "Luc"), ("Ann te doit", "Tu dois à Ann"), ("par jour", "par semaine"),
        ("épargné", "dépensé"), ("achats", "jours"), ("au-dessus", "en dessous"), ("baissé", "augmenté"),
    ),
}  # fmt: skip
_ADDED = {
    "en": (
        "That's half of your income.", "That is twice as much as last month.", "I've booked it for you.", "Your transfer has been sent.",
        "I'll remind you tomorrow.", "And you spent $50 on taxis.", "You also spent forty dollars on gifts.", "You still have $500.00 left.",
        "Visit www.pam.example for more.", "Write to help@pam.example.", "Your code is 482913.", "You spent more than last month.",
        "Bob owes you money.", "Rent went up.", "It was all at Walmart.", "Your payment is confirmed.", "That's about a third of it.",
        "You spent nothing on gifts.", "Last year was different.", "It was in euros.", '{"tool": "spending_query"}',
    ),
    "de": (
        "Das ist die Hälfte deiner Einnahmen.", "Das ist doppelt so viel wie im September.", "Ich habe es gebucht.", "Die Überweisung wurde bestätigt.",
        "Dazu kommen vierzig Euro für Geschenke.", "Dir bleiben noch 500,00 €.", "Dein Code ist 482913.", "Bob schuldet dir etwas.", "Die Miete ist gestiegen.",
        "Dazu noch zweihundert Euro.", "Ein paar hundert Euro waren es auch.",
    ),
    "es": (
        "Es la mitad de tus ingresos.", "Es el doble que en septiembre.", "Lo he anotado.", "La transferencia está confirmada.", "Además, cuarenta euros en regalos.",
        "Te quedan 500,00 €.", "Tu código es 482913.", "Luis te debe dinero.", "El alquiler ha subido.", "Y doscientos euros en taxis.", "Mañana lo enviaré.",
    ),
    "fr": (
        "C'est la moitié de tes revenus.", "C'est le double de septembre.", "Je l'ai noté.", "Le virement est confirmé.", "Et quarante euros de cadeaux.",
        "Il te reste 500,00 €.", "Ton code est 482913.", "Luc te doit de l'argent.", "Le loyer a augmenté.", "Plus deux cents euros de taxi.",
    ),
}  # fmt: skip


def lies() -> Iterator[tuple[str, Told]]:
    """Language and lie; none twice."""
    seen: set[tuple[str, Told]] = set()
    for language, table in HONEST.items():
        for true in table:
            for prose in _bent(true.prose, language):
                lie = (language, true._replace(prose=prose))
                if lie not in seen:
                    seen.add(lie)
                    yield lie
    for language, table in THOUGHT_UP.items():
        yield from ((language, told) for told in table)


def _bent(prose: str, language: str) -> Iterator[str]:
    found = list(_MONEY.finditer(prose))
    for match in found:
        for other in _miswritten(match.group(), language):
            yield prose[: match.start()] + other + prose[match.end() :]
    for match in _PERCENT.finditer(prose):
        for other in ("7%", "7 %", "half", match.group().replace("%", "").strip()):
            yield prose[: match.start()] + other + prose[match.end() :]
    for first, second in pairwise(found):
        if first.group() != second.group():
            between = prose[first.end() : second.start()]
            yield prose[: first.start()] + second.group() + between + first.group() + prose[second.end() :]
    for word, other in _OTHERS[language]:
        if word in prose:
            yield prose.replace(word, other, 1)
    for added in _ADDED[language]:
        yield f"{prose} {added}"


def _miswritten(money: str, language: str) -> Iterator[str]:
    """An amount with another digit, ten times as much, rounded, in another script or currency, in words."""
    number = _NUMBER.search(money)
    assert number
    whole = number.group()
    yield money.replace(whole, str(int(whole) + 1), 1)
    yield money.replace(whole, whole + "0", 1)
    yield money.replace(whole, whole[::-1] + "1", 1)
    yield money.translate(_DIGITS)
    yield money.translate(_FULL)
    yield " ".join(money)
    if language == "en":
        yield money.replace("$", "€")
        yield money.replace("$", "£")
        yield money.replace("$", "") + " euros"
        yield money + "k"
        yield "two hundred dollars"
        yield money.replace("$", "$-")
    else:
        yield money.replace("€", "$").replace("euros", "dólares").replace("Euro", "Dollar")
        yield money + " mil" if language == "es" else money.replace("€", "k€").replace("uro", "uro-Mio")
        yield {"de": "zweihundert Euro", "es": "doscientos euros", "fr": "deux cents euros"}[language]
