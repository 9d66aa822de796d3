"""RULES: everything the clock can fire, by name."""

from bot.services.unasked.again import AgainRule
from bot.services.unasked.bills import BillRule
from bot.services.unasked.capped import CappedRule
from bot.services.unasked.digest import DigestRule
from bot.services.unasked.pace import PaceRule
from bot.services.unasked.reminders import ReminderRule
from bot.services.unasked.review import ReviewRule
from bot.services.unasked.rule import Rule

_ALL: tuple[Rule, ...] = (
    ReminderRule(),
    BillRule(),
    PaceRule(),
    DigestRule(),
    ReviewRule(),
    CappedRule(),
    AgainRule(),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in _ALL}
