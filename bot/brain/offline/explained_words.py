"""The words a reading accounts for: small ones everywhere, and for each skill those its sentences are made of."""

from functools import cache

from bot.brain.offline import currencies, day_words, number_words
from bot.brain.offline.account_names import NAMES as ACCOUNT_NAMES
from bot.brain.offline.categories import ADORNMENTS
from bot.brain.offline.first_names import FIRST_NAMES
from bot.brain.offline.money_verbs import RECORD, SPENT
from bot.brain.offline.people import PERSONS, RELATIVES
from bot.brain.offline.phrases import LEADS, SMALL
from bot.brain.offline.receiving import RECEIVED
from bot.brain.offline.rules import RULES
from bot.brain.offline.short_forms import FILLERS, OPENINGS
from bot.brain.offline.small_talk import HELLO_WORDS, SKILL_OF
from bot.brain.offline.tongues.languages import FOLDERS
from bot.brain.offline.tongues.tables import words_of
from bot.brain.offline.zones import ZONE_OF

BOOKING_SKILLS = frozenset("record_expense record_income recurring_expense split_expense record_transfer".split())

TELLING = frozenset(
    "why because explain compare should could would might if unless maybe perhaps instead suggest advice tips half "
    "double twice more less those these them both first second third separate all everyone than too but actually "
    "sorry oops whoops save done so again or except without besides minus plus excluding".split()
)
"""Small words that turn the sense of a sentence: only a skill whose own words they are accounts for them."""

_TIMES = frozenset(
    {*day_words.WEEKDAYS, *day_words.MONTHS, *day_words.UNITS, *day_words.ORDINALS, *day_words.PARTS_OF_DAY}
) | frozenset(
    "today yesterday tomorrow tonight ago last next past previous every each per daily weekly monthly yearly "
    "annually since till until between before after by day night noon midnight o'clock am pm ytd mtd this current hour "
    "hours minute minutes min mins uhr end rest far anymore longer weekday weekdays".split()
)
_CURRENCIES = currencies.WORDS | {word + "s" for word in currencies.WORDS} | frozenset("eur usd gbp inr chf".split())
EVERYWHERE = (
    (
        SMALL
        | LEADS
        | FILLERS
        | HELLO_WORDS
        | number_words.ALL
        | _CURRENCIES
        | {word for opening in OPENINGS for word in opening}
        | frozenset("thanks tenner fiver still already yet".split())
    )
    - TELLING
) | _TIMES
_BOOKING = (
    SPENT
    | RECORD
    | PERSONS
    | RELATIVES
    | FIRST_NAMES
    | ADORNMENTS
    | ACCOUNT_NAMES
    | frozenset("got received earn earned income made credited hit account me money bank card tip tips bill".split())
) - frozenset("save withdrew everyone them".split())
_MORE_THAN_ONE = frozenset("and total until today".split())
"""As in "coffee 4 yesterday and today": there may be more to it than a plain note."""

_OF_SKILL = {
    "budget_status": frozenset("got looking going doing coming along".split()),
    "cancel_reminder": frozenset("all number done".split()),
    "edit_transaction": frozenset("actually sorry oops whoops but".split()),
    "forecast": frozenset("payday safely".split()),
    "goal_status": frozenset("got looking going doing coming along".split()),
    "help": frozenset("set".split()),
    "pay": frozenset("bill bills".split()),
    "record_expense": frozenset("owed again".split()),
    "record_income": RECEIVED
    | frozenset("birthday christmas repaid refunded owed tenant client boss back arrived landed finally".split()),
    "remind": frozenset("half other due again".split()),
    "set_preference": frozenset("percent budget nothing down work works food hit reach".split())
    | {word for name in ZONE_OF for word in name.split()},
    "snooze_alert": frozenset("half other all again".split()),
    "spending_query": frozenset("all usually together down send going run".split()),
    "split_expense": frozenset("ways half halves bill".split()),
    "undo": frozenset("actually sorry oops whoops transaction".split()),
}


@cache
def explained_by(skill: str) -> frozenset[str]:
    """All words a sentence of the skill may hold without saying something that was not read."""
    own = {
        word
        for rule in RULES
        if rule.skill == skill
        for run in rule.pattern.runs
        for element in run.elements
        for word in element.words
    }
    own |= {word for phrase, talk in SKILL_OF.items() if talk == skill for word in phrase.split()}
    booking = _BOOKING if skill in BOOKING_SKILLS else frozenset()
    return EVERYWHERE | own | booking | _OF_SKILL.get(skill, frozenset())


@cache
def note_words() -> frozenset[str]:
    """The words a note of money may hold beside what was bought, in every language as they are written."""
    known = explained_by("record_expense")
    foreign = {word: english for folder in FOLDERS.values() for word, english in words_of(folder).items()}
    return (known | {word for word, english in foreign.items() if known.issuperset(english.split())}) - _MORE_THAN_ONE
