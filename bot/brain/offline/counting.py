"""Tells what a number counts: money, people, miles, or nothing at all because it is short for "to" or "for"."""

from bot.brain.offline.amount import MEASURES
from bot.brain.offline.amounts import read_amount
from bot.brain.offline.merchants import CATEGORY_OF
from bot.brain.offline.number_words import read_below_hundred
from bot.brain.offline.pieces import AMOUNT, END, NUMBER, PEOPLE, UNCLEAR, Pieces
from bot.brain.offline.vocabulary import VERBS
from bot.domain.decision import Reader

Marked = tuple[int, str, object]
"""Where it ends, what it is marked as, and its value."""

_NUMBERED = frozenset(
    "invoice order number ref reference inv account apartment apt unit flat room receipt acct top chapter page gate "
    "season episode version level bus flight channel row seat size platform policy radio fm weight height route "
    "lane highway exit "
    "code pressure temperature humidity spot locker reading speed storage zone iphone xbox playstation windows "
    "boeing galaxy pixel serial studio "
    "stage stop terminal carriage junction model plate rating score grade age aged volume step".split()
)
"""A number after one of these is a name."""

_FARES = frozenset({"bus", "flight"})
"""In a list of sums ("lunch 12, bus 3") the number after one of these is a fare."""

_METERED = frozenset({"electric", "electricity", "gas", "water", "power"})
_CLIENTS = frozenset({"client", "customer"})

_HEADS = {"people": 0, "persons": 0, "ways": 0, "way": 0, "friends": 1}
"""Words that make a number a head count, and how many more than it says (the speaker's friends: one more)."""

_SETTING = frozenset("set change budget limit cap make raise lower increase update".split())
"""Before a number "2" is typed for "to" only where something is set: "set food budget 2 400"."""

_MOST_SHARING = 30


def read_number(pieces: Pieces, at: int, reader: Reader) -> Marked | None:
    """What the number at ``at`` stands for, None when no number stands there."""
    piece = pieces[at]
    if piece.kind == "number" and piece.word in ("2", "4") and _is_short_form(pieces, at):
        return at + 1, "to" if piece.word == "2" else "for", None
    counted = _count(pieces, at)
    if counted:
        return counted
    if (piece.word.isdigit() or pieces[at - 1].word in ("radio", "fm")) and _is_name(pieces, at):
        return at + 1, NUMBER, int(piece.word[:4]) if pieces[at - 1].word == "top" else None
    if piece.word[0] == "x" and piece.word[1:].isdigit():
        return at + 1, NUMBER, int(piece.word[1:4])
    found = read_amount(pieces, at, reader)
    if found is None:
        return (at + 1, NUMBER, None) if piece.kind == "number" else None
    end, amount = found
    return end, AMOUNT if amount.readings else UNCLEAR, amount


def _is_name(pieces: Pieces, at: int) -> bool:
    """As the number in "pay invoice 1042"; but what "client paid invoice 1200" tells is money."""
    before = pieces[at - 1].word if at else ""
    if before == "order" and pieces[at - 2].word in CATEGORY_OF:
        return False
    if before == "meter" and pieces[at - 2].word in _METERED:
        return True
    if before in _FARES and pieces[at + 1].kind != "word" and any(one.kind == "number" for one in pieces[:at]):
        return False
    return before in _NUMBERED and not (before == "invoice" and any(one.word in _CLIENTS for one in pieces[:at]))


def _count(pieces: Pieces, at: int) -> Marked | None:
    """4 people, three ways, 5 miles, between 3."""
    word = pieces[at].word
    if word.isdigit():
        value, end = (int(word), at + 1) if len(word) < 4 else (0, at)
    else:
        value, end = read_below_hundred(pieces, at)
    if end == at:
        return None
    following = pieces[end].word
    if following in _HEADS and value:
        return end + 1, PEOPLE, value + _HEADS[following]
    if following in MEASURES or (following == "-" and pieces[end + 1].word in MEASURES):
        return end, NUMBER, value
    shared = at > 0 and pieces[at - 1].word in ("between", "among") and following in ("", "of", ",", ".")
    if shared and 1 < value <= _MOST_SHARING:
        return end + (following == "of"), PEOPLE, value
    return None


def _is_short_form(pieces: Pieces, at: int) -> bool:
    """Whether a lone 2 or 4 is typed for "to" or "for"."""
    before, after = pieces[at - 1] if at else END, pieces[at + 1]
    if pieces[at].word == "2" and after.kind == "number":
        return after.word.isdigit() and any(piece.word in _SETTING for piece in pieces[:at])
    if after.kind != "word" or not after.gap or after.word == "x":
        return False
    if pieces[at].word == "2":
        return (before.word == "me" or after.word in VERBS) and after.word not in MEASURES
    return before.kind == "number" or (before.word in VERBS and pieces[at + 2].kind == "number")
