"""How far a saving goal has come, and what it takes to be there in time."""

from datetime import date

import msgspec

from bot.domain.goal import Goal
from bot.domain.money import Money
from bot.domain.recurrence import Recurrence

# Beyond this nobody plans, and the calendar ends one day.
MOST_TIMES = 1200


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """What is saved for a goal on a day; both are in the currency of its target."""

    goal: Goal
    saved: Money
    today: date

    @property
    def percent(self) -> int:
        """Rounded down: 100 is only said of what is reached."""
        return max(0, self.saved.minor * 100 // self.goal.target.minor)

    @property
    def left(self) -> Money:
        return self.goal.target - self.saved

    @property
    def is_reached(self) -> bool:
        return self.left.minor <= 0

    @property
    def is_over(self) -> bool:
        """Whether its day has passed."""
        return self.goal.ends_on is not None and self.goal.ends_on < self.today

    @property
    def months_left(self) -> int:
        """How often money can be put aside once a month, beginning now; 0 without a day to come."""
        ends_on = self.goal.ends_on
        if ends_on is None or self.is_over:
            return 0
        months = (ends_on.year - self.today.year) * 12 + ends_on.month - self.today.month
        return max(1, months + (ends_on.day >= self.today.day))

    @property
    def a_month(self) -> Money:
        """What has to be put aside in each of the months left, rounded up."""
        return Money(-(-self.left.minor // max(1, self.months_left)), self.left.currency)

    @property
    def behind(self) -> Money:
        """What is missing to the straight line, else to what was pledged by now; nothing without either."""
        due = self._by_the_line() if self.goal.ends_on else self._by_the_pledge()
        return Money(max(0, due - self.saved.minor), self.saved.currency)

    @property
    def there_on(self) -> date | None:
        """The day the pledge comes to the target, were it kept from now on; None without one, or in no lifetime."""
        pledge = self.goal.pledge
        times = -(-self.left.minor // pledge.minor) if pledge else 0
        if not 0 < times <= MOST_TIMES:
            return None
        recurrence, day = Recurrence.parse(self.goal.pledge_recurs), self.today
        for _ in range(times):
            day = recurrence.next_after(day, self.goal.starts_on)
        return day

    def _by_the_line(self) -> int:
        assert self.goal.ends_on
        whole = max(1, (self.goal.ends_on - self.goal.starts_on).days)
        gone = min(whole, max(0, (self.today - self.goal.starts_on).days))
        return self.goal.target.minor * gone // whole

    def _by_the_pledge(self) -> int:
        """A pledge is due at the end of each round, not on the day it is made."""
        pledge = self.goal.pledge
        if pledge is None:
            return 0
        recurrence, starts_on = Recurrence.parse(self.goal.pledge_recurs), self.goal.starts_on
        rounds = len(recurrence.days_in(starts_on, self.today, starts_on)) - 1
        return min(self.goal.target.minor, pledge.minor * max(0, rounds))
