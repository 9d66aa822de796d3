"""The verbs that tell of money spent, and the words that say only that it is to be written down."""

from bot.brain.offline.rules import CLASSES

SPENT = CLASSES["@spent"]
RECORD = frozenset(
    "log record add put note book enter track register save write spent paid expense expenses an transaction cost "
    "down came comes "
    "swiped used via entry jot worth purchase new under charge back recurring standing repeating category "
    "parked charges charged billed renews renewed debited tracking bookkeeping set".split()
)
