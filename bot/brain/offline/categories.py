"""The category and the merchant a clause tells of, in the person's own words."""

import msgspec

from bot.brain.offline import merchants
from bot.brain.offline.people import PERSONS, RELATIVES
from bot.brain.offline.phrases import Phrase
from bot.domain.taxonomy import EVERYTHING, knows, place_of

ADORNMENTS = frozenset(
    "some few couple bunch lot lots of nice big small quick weekly monthly yearly cheap expensive little lovely good "
    "great tasty yummy fancy new "
    "old late early bit of stuff things thing my our his her their overpriced delicious huge massive first second "
    "third another one two three four five "
    "bloody damn stupid fresh random local various other home downtown there back arvo morning evening "
    "afternoon night tonight platform terminal work share portion shop store place joint spot run haul with card cash "
    "debit".split()
)
_PLACES = frozenset("store shop place joint spot".split())
"""As in "at the grocery store": a kind of place, no name."""

_GENERAL = frozenset(
    {"top up", "bill", "bills", "ticket", "tickets", "card", "fee", "fees", "pass", "food", "shopping"}
)
_PEOPLE = PERSONS | {"kids"}
_PEOPLE_LEADS = frozenset({"with", "by", "between", "about", "via", "per", "like"})


class Found(msgspec.Struct, gc=False):
    """What was found; "" where nothing was."""

    category: str = ""
    merchant: str = ""


def find(phrases: list[Phrase], *, booked: bool) -> Found:
    """``booked``: for a booking a known merchant gives its category too; for a question it must not narrow it."""
    found = Found()
    rest: list[Phrase] = []
    for phrase in phrases:
        name = _merchant_of(phrase)
        if name and not found.merchant:
            found.merchant = name
            left = _without(phrase, name)
            if left:
                rest.append(left)
        else:
            rest.append(phrase)
    found.category = _category_of(rest, found)
    if found.merchant and not found.category and booked:
        found.category = merchants.CATEGORY_OF.get(found.merchant, "")
    return found


def _merchant_of(phrase: Phrase) -> str:
    """A well-known merchant anywhere, or whatever unknown name follows "at" or "from"."""
    after_at = phrase.lead in ("at", "@", "from")
    words = phrase.words
    for size in (3, 2, 1):
        for first in range(len(words) - size + 1):
            name = " ".join(words[first : first + size])
            if name in merchants.CATEGORY_OF and (
                name not in merchants.ONLY_AFTER_AT or (first == 0 and (after_at or _is_alone(phrase, name)))
            ):
                return name
    if not after_at:
        return ""
    name = phrase.text
    if words[-1] in _PLACES and not phrase.capital and knows(own_word(words)):
        return ""
    if phrase.lead == "@" or not knows(name):
        return (
            ""
            if name in ADORNMENTS or (phrase.lead == "from" and not phrase.capital and place_of(name).group != "other")
            else name
        )
    return name if phrase.capital and len(words) > 1 and place_of(words[0]).leaf == "other" else ""


def _is_alone(phrase: Phrase, name: str) -> bool:
    """As "target 45" and "shell run 40": a name that is also a word, with nothing beside it that would make it one."""
    beside = phrase.words[1:]
    return phrase.at == 0 and not knows(name) and name not in EVERYTHING and ADORNMENTS.issuperset(beside)


def _without(phrase: Phrase, name: str) -> Phrase | None:
    words = [word for word in phrase.words if word not in name.split()]
    return (
        Phrase(words, words, phrase.lead if phrase.lead not in ("at", "from", "@") else "", phrase.at)
        if words
        else None
    )


def _category_of(phrases: list[Phrase], found: Found) -> str:
    usable = [
        phrase
        for phrase in phrases
        if phrase.lead not in _PEOPLE_LEADS and not (found.merchant and phrase.lead in ("to", "from", "in"))
    ]
    best, best_rank = "", 0
    for phrase in usable:
        word = own_word(phrase.words)
        if not word:
            continue
        rank = _rank(phrase, word)
        if rank > best_rank:
            best, best_rank = word, rank
    return best


def _rank(phrase: Phrase, word: str) -> int:
    if _PEOPLE.issuperset(word.split()):
        return 3
    if word in _GENERAL:
        return 35
    known = knows(word) or place_of(word).group != "other"
    if phrase.emoji:
        return 40 if known else 5
    if phrase.lead in ("in", "to", "into", "from", "at", "as"):
        return 50 if known and phrase.lead != "in" else 45 if known else 10 if phrase.lead == "as" else 4
    if phrase.lead in ("on", "for", "under", "of"):
        if known:
            return 60 if phrase.lead in ("on", "under") else 55
        return 6 if phrase.capital and phrase.lead == "for" else 30
    return 58 if known else 20


def own_word(words: list[str]) -> str:
    """The person's own word without what only adorns it: "a quick lunch" is lunch."""
    text = " ".join(words)
    if len(words) == 1:
        return "" if text in ADORNMENTS else text
    if knows(text):
        return text
    kept = list(words)
    while kept and (kept[0] in ADORNMENTS or (len(kept) > 1 and kept[0] in PERSONS | RELATIVES)):
        kept.pop(0)
    while kept and kept[-1] in ADORNMENTS:
        kept.pop()
    if len(kept) <= 3:
        return " ".join(kept)
    for size in (3, 2, 1):
        for first in range(len(kept) - size, -1, -1):
            part = " ".join(kept[first : first + size])
            if knows(part):
                return part
    return " ".join(kept[:4])
