"""Sentences without a figure: they may be friendly, but say nothing of the money that no statement says."""

from datetime import timedelta

from bot.brain.grounding.known import Books, Known
from bot.brain.grounding.listener import Why
from bot.brain.grounding.remark import Remark
from bot.brain.grounding.small_talk import addressed, finance, small_talk
from bot.domain.taxonomy import knows

_HEADING = frozenset({"thing", "day", "colon", "cut"})
_POINTING = frozenset("it that this these those they das es dies eso esto ca cela c ce".split())
# Tell something only where something is named.
_VAGUE = frozenset({"spent", "hold", "saved"})
# What a friendly sentence may have without telling anything.
_HARMLESS = frozenset({"rough", "total", "since", "until"})
# Besides, where it asks something or is of her who speaks: "I can help with budgets", not "You are within your budget".
_OF_ONESELF = frozenset({"budget", "can", "own"})
# Of no money where nobody speaks of any: "What's up?", "I'd love to hear more".
_LOOSE = frozenset("more less over neg same ahead".split())
# As many words has "See you tomorrow" when the day is one.
_FAREWELL = 3
_SHORT_QUESTION = 8
_OWN = frozenset("account accounts konto compte comptes cuenta cuentas money geld argent dinero".split())


def telling_fault(remark: Remark, books: Books) -> Why:
    """Why it may not be said; "" where it may."""
    asked, language = remark.asked, remark.listener.language
    days = {day for piece in remark.pieces for day in piece.days | piece.against} - _hoped_for(remark)
    if not days <= books.days | asked:
        return "wrong_period"
    currencies = {currency for piece in remark.pieces for currency in piece.currencies}
    if not currencies <= books.currencies:
        return "wrong_currency"
    is_free = remark.is_question or remark.is_of_oneself or remark.is_wish
    named = _named(remark, books)
    borne = {stem for run in books.runs for stem in run}
    is_idle = not books.text and _is_idle(remark, named)
    allowed = borne | (asked - finance(language)) if is_free else borne
    if not (named <= allowed or is_idle or (remark.is_wished and not remark.words & finance(language))):
        return "wrong_owner"
    senses = {sense for piece in remark.pieces for sense in piece.senses | piece.echoes}
    if _is_of_what_is_theirs(remark):
        senses.add("own")
    senses -= _harmless(remark, named) | (_LOOSE if is_idle else set())
    if not senses and not days:
        return ""
    is_told = named <= borne and any(
        senses <= books.senses_of[line] and named & borne <= _runs(books, line) and days <= of_line
        for line, of_line in enumerate(books.days_of)
    )
    is_asked = not senses and not named - asked
    return "" if is_told or is_asked else "wrong_owner"


def _is_idle(remark: Remark, named: set[str]) -> bool:
    """Where no books were read: a short question, or words about herself alone, as long as they are of no money."""
    language = remark.listener.language
    is_short = remark.is_question and len(remark.keys) <= _SHORT_QUESTION
    is_hers = remark.is_of_oneself and not remark.words & addressed(language)
    is_of_money = remark.words & finance(language) or any(knows(word) for word in named)
    return (is_short or is_hers) and not is_of_money and not _has_names(remark)


def _has_names(remark: Remark) -> bool:
    """Words with a capital amid a sentence; in German they tell nothing."""
    if remark.listener.language == "de":
        return False
    own = small_talk(remark.listener.language)
    return any(
        item.kind == "thing" and item.key not in own and remark.text[item.start].isupper() for item in remark.items[1:]
    )


def _hoped_for(remark: Remark) -> set[str]:
    """Days that nothing is told of: "How can I help you today?", "Until tomorrow!"."""
    today = remark.listener.today
    is_farewell = len(remark.items) <= _FAREWELL
    if is_farewell or remark.is_question or remark.is_wish or remark.is_wished:
        return {f"d:{day.isoformat()}" for day in (today, today + timedelta(days=1))}
    return set()


def _is_of_what_is_theirs(remark: Remark) -> bool:
    """As "Your account is ok" and "All your bills are well"."""
    is_of_money = remark.words & _OWN or any(item.kind.startswith("noun:") for item in remark.items)
    return bool(is_of_money and remark.words & addressed(remark.listener.language))


def _harmless(remark: Remark, named: set[str]) -> frozenset[str]:
    is_free = remark.is_question or remark.is_of_oneself or remark.items[-1].kind == "colon"
    found = _HARMLESS
    if is_free:
        found |= _OF_ONESELF if named else _OF_ONESELF | _VAGUE
    elif not named and not remark.words & addressed(remark.listener.language):
        found |= {"hold"}
    return found | {"neg"} if remark.is_of_oneself else found


def _named(remark: Remark, books: Books) -> set[str]:
    """Where books were read, a category's word is no small talk."""
    named = {stem for piece in remark.pieces for run in piece.runs for stem in run}
    return {word for word in named if word not in small_talk(remark.listener.language) or (books.text and knows(word))}


def pointing_fault(remark: Remark, books: Books, told: list[Known], *, is_heading: bool) -> Why:
    """Why it may not follow the figures told before it: what comes after a figure is of that figure."""
    if not told or (is_heading and all(item.kind in _HEADING for item in remark.items)):
        return ""
    last = told[-1]
    named = {stem for piece in remark.pieces for run in piece.runs for stem in run}
    own = {stem for run in last.runs for stem in run}
    days = {day for piece in remark.pieces for day in piece.days}
    if named & {stem for run in books.runs for stem in run} - own:
        return "wrong_owner"
    if days - last.days - last.around:
        return "wrong_period"
    senses = {sense for piece in remark.pieces for sense in piece.senses} & _VAGUE
    points_back = any(item.kind == "glue" and _POINTING & set(item.key.split()) for item in remark.items)
    return "wrong_owner" if points_back and senses - last.senses else ""


def _runs(books: Books, line: int) -> set[str]:
    """What a line and the one it belongs to name."""
    above = {known.above for known in books.known if known.line == line}
    return {stem for place in {line, *above} for stem in books.runs_of[place]}
