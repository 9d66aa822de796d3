"""All words the offline brain knows how to spell, and the verbs that begin an order."""

from bot.brain.offline import currencies, day_words, merchants, number_words, rules, short_forms
from bot.brain.offline.everyday_words import EVERYDAY
from bot.brain.offline.first_names import FIRST_NAMES
from bot.brain.offline.spelling import Spelling
from bot.brain.offline.tongues.languages import FOREIGN
from bot.domain.taxonomy_words import WORDS


def _category_words() -> set[str]:
    words: set[str] = set()
    for leaves in WORDS.values():
        for leaf, line in leaves.items():
            for phrase in (leaf, *line.replace(";", ",").split(",")):
                words.update(phrase.split())
    return words


def _calendar_words() -> set[str]:
    return {
        *day_words.WEEKDAYS, *day_words.MONTHS, *day_words.UNITS, *day_words.ORDINALS, *day_words.PARTS_OF_DAY,
        "today", "yesterday", "tomorrow", "tonight",
    }  # fmt: skip


_TARGETS = (
    _category_words()
    | _calendar_words()
    | rules.CUE_WORDS
    | number_words.ALL
    | {word for value in short_forms.SHORT.values() for word in value.split()}
)
_KNOWN = (
    _TARGETS
    | EVERYDAY
    | FIRST_NAMES
    | currencies.WORDS
    | {word + "s" for word in currencies.WORDS}
    | FOREIGN
    | short_forms.FILLERS
    | {part for name in merchants.CATEGORY_OF for part in name.split()}
)

SPELLING = Spelling(known=_KNOWN, targets=_TARGETS)
VERBS = rules.ORDER_VERBS
