"""A saving goal in words: what it says, how far it has come, and what it takes to be there in time."""

from bot.domain.answer import Line
from bot.domain.goal import Goal
from bot.domain.saving_pace import Progress
from bot.domain.visit import Visit
from bot.domain.wording import NOUNS_IN_CAPITALS, Fact, joined, titled


def set_line(visit: Visit, progress: Progress, before: Goal | None) -> Line:
    """A goal said back, with what changed of it."""
    goal, voice = progress.goal, visit.voice
    facts: dict[str, Fact] = {"target": goal.target, "goal": goal_name(visit, goal.name)}
    by = ""
    if goal.ends_on:
        by, facts["day"] = "_by", goal.ends_on
    if before and before.target != goal.target:
        said = [voice.line(f"goal.changed{by}", **facts, before=before.target)]
    else:
        said = [voice.line(f"goal.set{by}", **facts)]
    if progress.saved.minor:
        said.append(voice.line("goal.saved", saved=progress.saved, percent=progress.percent))
    return joined(*said, *_what_it_takes(visit, progress))


def status_line(visit: Visit, progress: Progress) -> Line:
    """How far it has come, whether that is as far as it should, and what it takes."""
    goal, voice = progress.goal, visit.voice
    facts: dict[str, Fact] = {
        "goal": titled(goal_name(visit, goal.name)),
        "saved": progress.saved,
        "target": goal.target,
    }
    said = [voice.line("goal.status", **facts, percent=progress.percent)]
    return joined(*said, *_pace(visit, progress), *_what_it_takes(visit, progress))


def goal_name(visit: Visit, name: str) -> str:
    """As it stands inside a sentence; "savings" is PAM's word, others are the person's."""
    shown = visit.voice.account(name)
    return titled(shown) if visit.voice.language in NOUNS_IN_CAPITALS else shown


def every_interval(visit: Visit, goal: Goal) -> str:
    """As in "a month"."""
    return visit.voice.text(f"budget.every_{goal.pledge_recurs}")


def _pace(visit: Visit, progress: Progress) -> list[Line]:
    """Nothing on its first day, nor where there is nothing to hold it against."""
    goal = progress.goal
    if progress.is_reached or progress.is_over or goal.starts_on == progress.today:
        return []
    if progress.behind.minor:
        return [visit.voice.line("goal.behind", amount=progress.behind)]
    return [visit.voice.line("goal.on_pace")] if goal.ends_on or goal.pledge else []


def _what_it_takes(visit: Visit, progress: Progress) -> list[Line]:
    goal, voice = progress.goal, visit.voice
    if progress.is_reached:
        return [voice.line("goal.reached")]
    said: list[Line] = []
    if goal.ends_on and progress.is_over:
        said.append(voice.line("goal.over", day=goal.ends_on, left=progress.left))
    elif goal.ends_on:
        key = "goal.a_month" if progress.months_left > 1 else "goal.at_once"
        said.append(voice.line(key, amount=progress.a_month, day=goal.ends_on))
    if goal.pledge and progress.there_on:
        facts: dict[str, Fact] = {"pledge": goal.pledge, "every": every_interval(visit, goal)}
        said.append(voice.line("goal.there_on", **facts, day=progress.there_on))
    return said
