"""Says of a text that it only looks like an order: negated, imagined, told of others, quoted, or meant to trick."""

import itertools
import re

from bot.brain.offline import merchants
from bot.brain.offline.account_names import NAMES as ACCOUNT_NAMES
from bot.brain.offline.currencies import WORDS as CURRENCY_WORDS
from bot.brain.offline.pieces import AMOUNT, DAY, HOURS, NUMBER, UNCLEAR, Pieces
from bot.brain.offline.short_forms import FILLERS
from bot.domain.taxonomy import knows

_NEGATIONS = frozenset("not never no without nothing none neither nor nobody stop refuse pas nicht".split())
_ALLOWED_AFTER_NEGATION = frozenset(
    "forget let disturb text message notify ping remind bother alert contact warn bug nag quiet ask".split()
)
_WANTED_NO_LONGER = frozenset("anymore longer more".split())
_ENDED_WISHES = frozenset("digest digests summary summaries quiet".split())
_HELD = frozenset(
    {("not", "have"), ("not", "pay"), ("longer", "have"), ("longer", "pay"), ("longer", "need"), ("longer", "paying")}
)
_TRICKS = tuple(
    frozenset(words.split())
    for words in (
        "ignore disregard forget override bypass oublie ignora olvida ignoriere vergiss ignorez",
        (
            "instructions instruction rules guidelines guideline prompt consignes instrucciones anweisungen previous "
            "safeguards verification regles reglas "
            "restrictions programming limits filter filters policy policies"
        ),
    )
)
_TRICK_WORDS = frozenset(
    "jailbreak prompt sudo roleplay confirmacion bestatigung rueckfrage verificacion override bypass payload "
    "instructions backdoor exploit assistant".split()
)
_TRICK_TEXT = re.compile(
    r"[{}]|\*\*|(?<![\d+])(?:\d[ -]?){13}|</?[a-z]|https?:|www\.|--|';|drop table|select \*|system prompt"
    r"|you are now|act as |pretend|without (?:asking|confirm|question)"
    r"|no questions|no confirmation|sin confirma|sans confirm|ohne (?:best|r)|as (?:an )?admin|on behalf"
    r"|\bai:|role:|assistant:|(?:say|answer|reply|write|repeat) exactly|(?:do not|don't) ask[.!]|remember the rule"
    r"|^(?:fwd?|forwarded|weitergeleitet|reenviado|transfere): |(?:id|user|person|role|action|all|every|remove)="
)
_TRICK_CUES = frozenset(
    "drop select system you act pretend pretending pretended without no sin sans ohne as behalf exactly rule "
    "ask".split()
)
_TRICK_MARKS = re.compile("[{}*<:;=-]|www")
_MANY_DIGITS = re.compile("[0-9](?:[ -]?[0-9]){12}")
"""Without a cue, a mark or so many digits there is no trick to look for: the long search is seldom made."""
_MINUS = re.compile(r"(?<![\d.,] )\b(?:minus|menos|moins) ?[\d$€£]", re.IGNORECASE)
_IMAGINED = frozenset(
    "if might maybe perhaps almost nearly suppose supposing imagine wish wondering hypothetically "
    "considering pretend unless wonder".split()
)
_IMAGINED_PAIRS = frozenset(
    tuple(pair.split())
    for pair in (
        "going to|about to|thinking of|thinking about|planning on|planning to|plan to|could have|would have|"
        "used to|want to|hope to|need to|have to|i bet|may pay|may buy|may spend|may get|bet you|bet him|bet her|"
        "should i|would cost|will cost|will spend|will buy|will pay|would be|let us|supposed to|like to|may have|"
        "say i|tempted to|dreamed i|dreamt i|dream i|will be|will get|will receive|could spend|would spend|"
        "can spend|could buy|would buy|should have|intend to|expect to|trying to|hoping to|wants to|must pay|"
        "might have|should buy|should get|should pay|should spend"
    ).split("|")
)
_LIMITS = frozenset(
    {("more", "than"), ("spend", "over"), ("go", "over"), ("spend", "above"), ("over", AMOUNT), ("exceed", AMOUNT)}
)
_TELLERS = frozenset("said says told asked wrote heard read claims reckons".split())
_SAID_ANEW = frozenset({("it", "was"), ("it", "is"), ("that", "was"), ("that", "is")})
_SAYING = frozenset("no sorry oops actually it was is that in at from i meant mean , the last latest one entry".split())
_MEANING_NOTHING = frozenset((before, "nothing") for before in ("means", "mean", "under", "as", "is"))
_CONDITIONS = frozenset({"if", "when", "whenever"})
_MONEY_OR_ENDS = frozenset({AMOUNT, UNCLEAR, ".", "!", "?", ";", "\n"})
_NAME = 3
_ROLLING = frozenset({"rollover", "rolling", "carrying", "carry"})
_CURRENCIES = CURRENCY_WORDS | {word + "s" for word in CURRENCY_WORDS}
_QUOTED = re.compile(r'"([^"]{3,})"')


def is_trick(text: str, words: frozenset[str]) -> bool:
    """Whether a text tries to speak to the machine instead of to PAM."""
    if not words.isdisjoint(_TRICKS[0]) and not words.isdisjoint(_TRICKS[1]):
        return True
    if not words.isdisjoint(_TRICK_WORDS):
        return True
    if words.isdisjoint(_TRICK_CUES) and not _MANY_DIGITS.search(text) and not _TRICK_MARKS.search(text):
        return False
    return _TRICK_TEXT.search(text.lower()) is not None


def is_below_zero(text: str) -> bool:
    """As "minus 20": said of a booking it may be anything; "30 minus 5" is none of these."""
    return _MINUS.search(text) is not None


def is_quoted(text: str, words: frozenset[str]) -> bool:
    """Whether someone else's words are told."""
    if not words.isdisjoint(_TELLERS):
        return True
    if '"' not in text:
        return False
    return any(any(mark.isdigit() for mark in quoted) or " " in quoted.strip() for quoted in _QUOTED.findall(text))


def is_negated(pieces: Pieces) -> bool:
    """Whether something is said not to be so; "X not Y" corrections and "don't let me forget" are none of these."""
    words = [piece.word for piece in pieces]
    if _NEGATIONS.isdisjoint(words) or HOURS in words or _tells_what_is_not(words):
        return False
    corrects = _corrects(pieces)
    for at, piece in enumerate(pieces):
        if piece.word not in _NEGATIONS or (corrects and piece.word == "not"):
            continue
        following = pieces[at + 1].word if at + 1 < len(pieces) else ""
        before = pieces[at - 1].word if at else ""
        if following in _ALLOWED_AFTER_NEGATION or before == "why":
            continue
        if piece.word == "stop":
            continue
        if (
            piece.word == "no"
            and following not in ("way", "need")
            and (following == "more" or _only_fillers(pieces[:at]))
        ):
            continue
        if following in ("need", "want") and (_is_no_longer_wanted(words) or _is_not_to_be_heard(words)):
            continue
        if following in _ROLLING or (following == "roll" and at > 1):
            continue
        if piece.word in ("not", "no", "never") and following in ("more", "less"):
            continue
        ahead = [other.word for other in pieces[at + 1 : at + 7]]
        if any(pair in _LIMITS for pair in itertools.pairwise(ahead)):
            continue
        if following in (AMOUNT, UNCLEAR, NUMBER, DAY) or (piece.word == "not" and before == DAY):
            continue
        return True
    return False


def _tells_what_is_not(words: list[str]) -> bool:
    """Whether the "not" itself is told: a meaning forgotten, a bill over, Telegram not working, what is remembered."""
    return _forgets_a_meaning(words) or _is_over(words) or _waits_for_telegram(words) or _is_to_be_remembered(words)


def _is_over(words: list[str]) -> bool:
    """As "I don't have netflix anymore", "I no longer pay for the gym": what was so and is not."""
    ended = words[-1] in _WANTED_NO_LONGER or ("no", "longer") in itertools.pairwise(words)
    return ended and not _HELD.isdisjoint(itertools.pairwise(words))


def _waits_for_telegram(words: list[str]) -> bool:
    """As "text me when telegram does not work"."""
    return "telegram" in words and not _CONDITIONS.isdisjoint(words)


def _is_to_be_remembered(words: list[str]) -> bool:
    """As "remember that limits do not apply": it is answered what can be remembered."""
    return words[:2] == ["remember", "that"] and _MONEY_OR_ENDS.isdisjoint(words)


def _only_fillers(pieces: Pieces) -> bool:
    return all(piece.word in FILLERS for piece in pieces)


def _forgets_a_meaning(words: list[str]) -> bool:
    """As "tesco means nothing", "aldi does not mean groceries any more", "lidl no longer means food"."""
    pairs = set(itertools.pairwise(words))
    if not _MEANING_NOTHING.isdisjoint(pairs):
        return True
    ended = "anything" in words or words[-1] in ("anymore", "longer", "more")
    return ("longer", "means") in pairs or (("not", "mean") in pairs and ended)


def _is_no_longer_wanted(words: list[str]) -> bool:
    """As "I don't need that reminder", "I don't want quiet hours", "I don't want a food budget anymore"."""
    if "reminder" in words or "reminders" in words or not _ENDED_WISHES.isdisjoint(words):
        return True
    return not {"budget", "goal", "fund"}.isdisjoint(words) and words[-1] in _WANTED_NO_LONGER


def _is_not_to_be_heard(words: list[str]) -> bool:
    """As "I don't want to hear about coffee this week"."""
    return ("to", "hear") in itertools.pairwise(words) and "about" in words


def _corrects(pieces: Pieces) -> bool:
    """As "that was lunch not dinner": something is said to be one thing and not another."""
    words = [piece.word for piece in pieces]
    if "not" not in words:
        return False
    at = words.index("not")
    if _names_both(words, at):
        return True
    if words[0] not in ("that", "it", "this", "the", "my"):
        return False
    told, after = words[: at - 1], words[at + 1 :]
    return "is" in told or "was" in told or not _SAID_ANEW.isdisjoint(itertools.pairwise(after))


def _names_both(words: list[str], at: int) -> bool:
    """As "household not groceries" and "not groceries, household": two names, of which PAM knows the wrong one."""
    old = words[at + 1 : words.index(",", at) if "," in words[at:] else len(words)]
    new = words[:at] or words[at + 2 + len(old) :]
    new = [word for word in new if word not in _SAYING]
    return 0 < len(old) <= _NAME and 0 < len(new) <= _NAME and _is_name(old) and _is_name(new)


def _is_name(words: list[str]) -> bool:
    name = " ".join(words)
    return knows(name) or name in merchants.CATEGORY_OF or name in ACCOUNT_NAMES or name in _CURRENCIES


def is_imagined(pieces: Pieces) -> bool:
    """Whether money is only thought of: planned, wished, supposed."""
    words = [piece.word for piece in pieces]
    return not (_IMAGINED.isdisjoint(words) and _IMAGINED_PAIRS.isdisjoint(itertools.pairwise(words)))
