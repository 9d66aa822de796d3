"""Reads facts about a person's own life: who somebody is, where they work and live, when birthdays are."""

from bot.brain.offline.everyday_words import EVERYDAY
from bot.brain.offline.first_names import FIRST_NAMES
from bot.brain.offline.pieces import DAY, Piece, Pieces
from bot.brain.offline.tongues.languages import FOREIGN
from bot.brain.offline.when import Day
from bot.brain.offline.zones import ZONE_OF
from bot.domain.decision import Slots
from bot.domain.relations import relation_of
from bot.domain.taxonomy import knows

OF_BIRTHDAYS = frozenset("the birthday of is was has have on born a".split())
SPEAKER = frozenset({"i", "my", "me", "mine"})
MOST_WORDS = 3
_LINKS = frozenset("is means called named name".split())
_CALLED = frozenset({"means", "called", "named", "name"})
_PRONOUNS = frozenset("i me my you he she it they we us them him her this that these those who what there".split())
_DEGREES = frozenset("best good old older elder oldest eldest young younger youngest little big dear".split())
_OWNING = frozenset({"the", "my", "a", "our"})


def fact_in(pieces: Pieces, *, sure: bool) -> Slots | None:
    """The slots of a fact, None where it is none; ``sure``: it was asked to be remembered, not only remarked."""
    words = [piece.word for piece in pieces]
    if "birthday" in words or "born" in words:
        return _birthday(pieces)
    if words[:2] in (["i", "work"], ["i", "works"]) and len(words) > 3:
        name = _place(pieces[3:], sure=sure)
        return {"kind": "employer", "value": name} if name else None
    if words[:2] == ["i", "live"] and len(words) > 3:
        return _home(pieces[3:], sure=sure)
    return _person(pieces, sure=sure) if "my" in words else None


def _home(pieces: Pieces, *, sure: bool) -> Slots | None:
    """A city whose time PAM knows sets the clock, unless it was asked to be remembered."""
    is_known = " ".join(piece.word for piece in pieces) in ZONE_OF
    if is_known and not sure:
        return None
    name = raw_of(pieces) if is_known else _place(pieces, sure=sure)
    return {"kind": "home", "value": name} if name else None


def _person(pieces: Pieces, *, sure: bool) -> Slots | None:
    """As "Ann is my sister", "my sister is called Ann", "my sister's name is Ann"."""
    at = next(number for number, piece in enumerate(pieces) if piece.word == "my")
    links = [piece for piece in pieces if piece.word in _LINKS]
    if not links:
        return None
    if at:
        return _who(name_in(_unlinked(pieces[:at]), sure=sure), relation_of(raw_of(_plainly(pieces[at + 1 :]))))
    rest = _plainly(pieces[1:])
    for size in range(min(MOST_WORDS, len(rest) - 1), 0, -1):
        relation = relation_of(raw_of(rest[:size]).removesuffix("'s"))
        if relation:
            is_called = any(piece.word in _CALLED for piece in links) or links[0].raw.lower() == "is"
            named = rest[size:]
            return _who(name_in(named, sure=False), relation) if is_called or _is_first_name(named[0]) else None
    return None


def _who(name: str, relation: str) -> Slots | None:
    return {"kind": "person", "subject": name, "value": relation} if name and relation else None


def _unlinked(pieces: Pieces) -> Pieces:
    return [piece for piece in pieces if piece.word not in _LINKS]


def _plainly(pieces: Pieces) -> Pieces:
    """As "best friend", "older brother": how good or old changes nothing of who they are."""
    kept = _unlinked(pieces)
    return kept[1:] if kept and kept[0].word in _DEGREES else kept


def nickname_in(pieces: Pieces) -> Slots | None:
    """As "the pit is the gym", "tesco means groceries": what they call a category PAM knows."""
    at = next((number for number, piece in enumerate(pieces) if piece.word in ("is", "means")), 0)
    parts = (pieces[:at], pieces[at + 1 :])
    subject, value = (raw_of([piece for piece in part if piece.word not in _OWNING]) for part in parts)
    if not subject or len(subject.split()) > MOST_WORDS or not knows(value):
        return None
    return {"kind": "nickname", "subject": subject.lower(), "value": value.lower()}


def _birthday(pieces: Pieces) -> Slots | None:
    """As "my birthday is May 14", "Ann was born on May 14"; a day of the week or "the 14th" alone tells no birthday."""
    day = next((piece.value for piece in pieces if piece.word == DAY), None)
    if not isinstance(day, Day) or max(day.weekday, day.monthday) >= 0:
        return None
    rest = [piece for piece in pieces if piece.word not in OF_BIRTHDAYS and piece.word != DAY]
    whose = celebrated(rest)
    return None if whose is None else {"kind": "birthday", "subject": whose, "value": f"{day.future:%m-%d}"}


def celebrated(pieces: Pieces) -> str | None:
    """The name or relation a birthday is of, "" for the speaker's own, None where it is somebody else's still."""
    words = [piece.word for piece in pieces]
    if len(words) == 1 and words[0] in SPEAKER:
        return ""
    if words[:1] == ["my"]:
        return relation_of(raw_of(pieces[1:]).removesuffix("'s")) or None
    name = name_in(pieces, sure=False)
    return (name[:-1] if name[-1:] == "s" and name[:-1].lower() in FIRST_NAMES else name) or None


def name_in(pieces: Pieces, *, sure: bool) -> str:
    """A name as it is written, "" where it is none; in lower case only where it is a known one, or was asked for."""
    if not 0 < len(pieces) <= MOST_WORDS or any(piece.kind != "word" or not piece.raw for piece in pieces):
        return ""
    is_full_name = _is_first_name(pieces[0]) and all(piece.raw[:1].isupper() for piece in pieces)
    if not is_full_name and not all(_is_first_name(piece) or _may_name(piece, sure=sure) for piece in pieces):
        return ""
    return raw_of(pieces).removesuffix("'s").removesuffix("’s")


def _place(pieces: Pieces, *, sure: bool) -> str:
    """As "Bad Tölz" and "New York": whatever the words mean elsewhere, capitals make it a name."""
    in_capitals = all(piece.kind == "word" and piece.raw[:1].isupper() for piece in pieces)
    return raw_of(pieces) if in_capitals and 0 < len(pieces) <= MOST_WORDS else name_in(pieces, sure=sure)


def _is_first_name(piece: Piece) -> bool:
    """Some are words as well: of "mark" and "will" the capital tells."""
    is_name = piece.word.removesuffix("'s") in FIRST_NAMES
    return is_name and (piece.raw[:1].isupper() or piece.word not in EVERYDAY)


def _may_name(piece: Piece, *, sure: bool) -> bool:
    word = piece.word.removesuffix("'s")
    if word in _PRONOUNS or word in EVERYDAY or word in FOREIGN or knows(word):
        return False
    return sure or piece.raw[:1].isupper()


def raw_of(pieces: Pieces) -> str:
    return " ".join(piece.raw for piece in pieces)
