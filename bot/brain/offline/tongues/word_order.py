"""Puts words where English has them: "ago 3 days", "the 5 last", verbs at the end of a sentence."""

from bot.brain.offline.currencies import WORDS as CURRENCY_WORDS
from bot.brain.offline.day_words import MONTHS, UNITS
from bot.brain.offline.first_names import FIRST_NAMES
from bot.brain.offline.number_words import OPENERS
from bot.brain.offline.people import PERSONS, RELATIVES
from bot.brain.offline.pieces import Piece, Pieces

_RANKS = frozenset("last biggest largest smallest cheapest next latest".split())
_MOST_OF_A_COUNT = 4
_HELPING = frozenset("have has had can could want should would will must may going is are".split())
_INFINITIVES = frozenset("spend buy pay afford save".split())
_SUBJECTS = frozenset("i we he she they you it".split())
_AT_THE_END = frozenset(
    "spent paid bought received earned spend buy pay afford save saved got transferred moved withdrawn withdrew cost "
    "lent owed left sold put donated invested split booked logged lost found".split()
)
_BETWEEN = frozenset("to still not never just already also now".split())
"""These alone between a helping word and its verb leave both where they are."""
_BESIDE_A_VERB = frozenset({"not", "never", "still"})
_ASKING = frozenset("what how when where why who which".split())
_OF_AMOUNTS = OPENERS | CURRENCY_WORDS | {"euros", "pesos", "dollars"}
_NO_PURPOSE = MONTHS.keys() | UNITS.keys() | {"every", "this", "last", "next"}
_OWNING = frozenset({"my", "the", "our", "a"})
_DAYS = frozenset({"today", "yesterday"})
_MOVING = frozenset("transferred moved withdrew put".split())
_ENDS = frozenset(". , ! ? ; : \n and but or".split(" "))
_WITH_THE_WRITER = frozenset("me us i we split both half back between".split())
_VALUED = frozenset("cost costs was is".split())
_GIVEN = frozenset("regalo cumple boda cadeau anniversaire mariage geschenk geburtstag hochzeit".split())


def reordered(pieces: Pieces) -> Pieces:
    words = {piece.word for piece in pieces}
    if "whether" in words:
        pieces = _with_question_marked(pieces)
    if "ago" in words:
        pieces = _with_ago_behind(pieces)
    if "of" in words:
        pieces = _with_lead_told(pieces)
    if not _RANKS.isdisjoint(words):
        pieces = _with_rank_before(pieces)
    if "he" in words:
        pieces = _with_one_doer(pieces, shared=not _WITH_THE_WRITER.isdisjoint(words))
    if "of" in words and not _VALUED.isdisjoint(words):
        pieces = _with_owner_before(pieces)
    if not (_AT_THE_END.isdisjoint(words) or _HELPING.isdisjoint(words)):
        pieces = _with_verbs_before(pieces)
    if pieces and pieces[0].word in _DAYS and not _MOVING.isdisjoint(words):
        pieces = _with_day_behind(pieces)
    return pieces


def _with_question_marked(pieces: Pieces) -> Pieces:
    """As "est-ce que" before a sentence, which only asks: "whether i spent 20" is "i spent 20 ?"."""
    told = [piece for piece in pieces if piece.word != "whether"]
    return told if told and told[-1].word == "?" else [*told, Piece("?", "", "mark", gap=False)]


def _with_day_behind(pieces: Pieces) -> Pieces:
    """As "yesterday moved 20 to savings": what was moved begins with its verb."""
    end = next((at for at, piece in enumerate(pieces) if piece.word in _ENDS), len(pieces))
    return [*pieces[1:end], pieces[0], *pieces[end:]]


def _is_count(piece: Piece) -> bool:
    return piece.kind == "number" or piece.word in OPENERS or piece.word in ("a", "couple", "few")


def _with_ago_behind(pieces: Pieces) -> Pieces:
    """As "ago two weeks": the unit tells where it belongs."""
    for at, piece in enumerate(pieces):
        if piece.word != "ago":
            continue
        end = at + 1
        while end < len(pieces) and end - at <= _MOST_OF_A_COUNT and _is_count(pieces[end]):
            end += 1
        if end > at + 1 and end < len(pieces) and pieces[end].word in UNITS:
            return [*pieces[:at], *pieces[at + 1 : end + 1], piece, *_with_ago_behind(pieces[end + 1 :])]
    return pieces


def _with_lead_told(pieces: Pieces) -> Pieces:
    """As "15 of taxi" is 15 on taxi, and "15 of my mother" from her; "5 of March" stays."""
    out = list(pieces)
    words = {piece.word for piece in pieces}
    owed, afforded = not words.isdisjoint(("owe", "owes")), "afford" in words
    for at in range(1, len(out) - 1):
        before, piece, after = out[at - 1], out[at], out[at + 1]
        if piece.word == "of" and after.kind == "number" and afforded:
            out[at] = Piece("for", piece.raw, "word", piece.gap)
        if piece.word != "of" or not (before.kind == "number" or before.word in _OF_AMOUNTS):
            continue
        if after.kind == "word" and after.word not in _NO_PURPOSE:
            named = out[at + 2].word if after.word in _OWNING and at + 2 < len(out) else after.word
            person = named in PERSONS or named in RELATIVES or (after.raw[:1].isupper() and after.gap)
            lead = "for" if owed else "from" if person else "on"
            out[at] = Piece(lead, piece.raw, "word", piece.gap)
    return out


def _with_rank_before(pieces: Pieces) -> Pieces:
    """As "the 5 last" becomes "the last 5"."""
    out = list(pieces)
    for at in range(1, len(out)):
        if out[at].word in _RANKS and (out[at - 1].word.isdigit() or out[at - 1].word in OPENERS):
            out[at - 1], out[at] = out[at], out[at - 1]
    return out


def _with_one_doer(pieces: Pieces, *, shared: bool) -> Pieces:
    """As "luis he paid" is "luis paid": where the verb alone told a "he", a name before it tells who.

    Where nothing is shared with the writer an unknown name may be a thing, as Jean is: the "he" stays.
    """
    out: Pieces = []
    for piece in pieces:
        before = out[-1] if out else None
        told_by_verb = piece.word == "he" and piece.raw.lower() not in ("er", "il", "el", "he")
        named = (
            before
            and before.kind == "word"
            and (before.word in PERSONS or (shared and before.word == before.raw.lower()))
        )
        if not (told_by_verb and named):
            out.append(piece)
    return out


def _with_owner_before(pieces: Pieces) -> Pieces:
    """As "the car of ana cost 9000" is "ana's car was 9000": another's, but for what is given to them."""
    for at in range(1, len(pieces) - 2):
        owner = pieces[at + 1]
        if pieces[at].word != "of" or owner.word not in FIRST_NAMES or pieces[at + 2].word not in _VALUED:
            continue
        if pieces[at - 1].word not in _GIVEN:
            owned, worth = Piece(f"{owner.word}'s", owner.raw, "word", owner.gap), pieces[at + 2]
            led = pieces[: at - 1 - (at > 1 and pieces[at - 2].word == "the")]
            was = Piece("was", worth.raw, "word", worth.gap)
            return [*led, owned, pieces[at - 1], was, *pieces[at + 3 :]]
    return pieces


def _with_verbs_before(pieces: Pieces) -> Pieces:
    """As "i have 20 for pizza spent" becomes "i spent 20 for pizza", one part of the sentence after the other."""
    out: Pieces = []
    part: Pieces = []
    for piece in pieces:
        if piece.word in _ENDS and not (piece.word == "and" and _waits_for_its_verb(part)):
            out += [*_verb_before(part), piece]
            part = []
        else:
            part.append(piece)
    return [*out, *_verb_before(part)]


def _waits_for_its_verb(part: Pieces) -> bool:
    """As "i have 15 for pizza" before "and 6 for beer paid"."""
    words = [piece.word for piece in part]
    return "have" in words and _AT_THE_END.isdisjoint(words) and any(piece.kind == "number" for piece in part)


def _verb_before(part: Pieces) -> Pieces:
    helping = next((at for at, piece in enumerate(part) if piece.word in _HELPING), -1)
    verb = next((at for at in range(len(part) - 1, helping, -1) if part[at].word in _AT_THE_END), -1)
    if helping < 0 or verb < 0:
        return part
    before, helper = list(part[:helping]), part[helping]
    between, after = list(part[helping + 1 : verb]), part[verb + 1 :]
    subject = [between.pop(0)] if between and between[0].word in _SUBJECTS else []
    asked = not before or any(piece.word in _ASKING for piece in before)
    beside = [piece for piece in between if piece.word in _BESIDE_A_VERB]
    tells = helper.word in ("have", "has") and part[verb].word not in _INFINITIVES
    if tells and not asked and not beside:
        return [*before, *subject, part[verb], *between, *after]
    if _BETWEEN.issuperset([piece.word for piece in between]):
        return part
    led = [helper, *subject] if asked or not subject else [*subject, helper]
    if between and between[0].word == "to":
        led.append(between.pop(0))
    between = [piece for piece in between if piece.word not in _BESIDE_A_VERB]
    return [*before, *led, *beside, part[verb], *between, *after]
