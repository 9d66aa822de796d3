"""What a question is answered with: the words, which carry every figure, and the picture that shows them."""

import msgspec

from bot.domain.answer import Line
from bot.domain.chart import Chart
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.visit import Visit
from bot.skills.skill import Outcome


class Told(msgspec.Struct, frozen=True):
    """``is_better_seen`` where a picture shows more than the words."""

    lines: tuple[Line, ...]
    chart: Chart | None = None
    is_better_seen: bool = False

    def outcome(self, visit: Visit, slots: Slots, *, is_drawn: bool) -> Outcome:
        """Drawn where it was asked for, else offered where it is better seen."""
        if is_drawn or not self.is_better_seen:
            return Outcome(self.lines, chart=self.chart if is_drawn else None)
        call = SkillCall("spending_query", {**slots, "chart": True})
        return Outcome(self.lines, offers=(Choice(visit.voice.text("offer.chart"), (call,)),))
