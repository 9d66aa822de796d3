"""remind, list_reminders and cancel_reminder: what is said to what was asked for."""

from datetime import date

import msgspec
import pytest

from bot.domain.decision import SkillCall
from bot.domain.visit import Visit
from bot.kit.gsm7 import segments, transliterate
from bot.ports.store import Store
from bot.services.reminding import MOST_REMINDERS
from tests.bot.skills.performed import choices, perform, refusal, said
from tests.visits import BOB, visit_of

LIST = SkillCall("list_reminders")
UNDO = SkillCall("undo")
TOMORROW = date(2026, 11, 19)
SHORT = "(In shorter months on the last day.)"


def remind(about: object = "pay rent", **when: object) -> SkillCall:
    return SkillCall("remind", {"about": about, **when})


def cancel(**which: object) -> SkillCall:
    return SkillCall("cancel_reminder", which)


async def messages(store: Store, visit: Visit, *calls: SkillCall) -> list[list[str]]:
    """What each says, as messages of their own."""
    return [
        await said(store, msgspec.structs.replace(visit, message_id=number), call)
        for number, call in enumerate(calls, start=1)
    ]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        # It is Wednesday, 5 in the afternoon; quiet hours begin at 9.
        ({"date": TOMORROW}, "tomorrow at 9:00 AM"),
        ({"date": TOMORROW, "time": "23:30"}, "tomorrow at 11:30 PM"),
        ({"date": date(2026, 11, 18)}, "today at 6:00 PM"),
        ({"time": "17:30"}, "today at 5:30 PM"),
        ({"time": "17:00"}, "tomorrow at 5:00 PM"),
        ({"time": "03:00"}, "tomorrow at 3:00 AM"),
        ({"date": date(2026, 11, 20), "time": "09:00"}, "Fri, Nov 20 at 9:00 AM"),
        ({"date": date(2027, 2, 28)}, "Feb 28, 2027 at 9:00 AM"),
        ({"recurrence": "daily"}, "every day, first tomorrow at 9:00 AM"),
        ({"recurrence": "daily", "time": "18:00"}, "every day, first today at 6:00 PM"),
        ({"recurrence": "weekly:FR"}, "every Friday, first Fri, Nov 20 at 9:00 AM"),
        ({"recurrence": "weekly"}, "every Wednesday, first Wed, Nov 25 at 9:00 AM"),
        ({"recurrence": "monthly:1"}, "every month on the 1st, first Tue, Dec 1 at 9:00 AM"),
        ({"recurrence": "monthly:last"}, "every month on its last day, first Mon, Nov 30 at 9:00 AM"),
        ({"recurrence": "monthly"}, "every month on the 18th, first Fri, Dec 18 at 9:00 AM"),
        (
            {"recurrence": "yearly", "date": date(2026, 12, 24)},
            "every year on Dec 24, first Thu, Dec 24 at 9:00 AM",
        ),
    ],
)
async def test_it_says_back_when(store: Store, when: dict[str, object], told: str) -> None:
    visit = await visit_of(store)
    assert await said(store, visit, remind(**when)) == [f"I will remind you {told}: pay rent"]


async def test_the_31st_is_said_to_be_the_last_day_of_shorter_months(store: Store) -> None:
    (line,) = await said(store, await visit_of(store), remind(recurrence="monthly:31"))
    assert line == f"I will remind you every month on the 31st, first Mon, Nov 30 at 9:00 AM: pay rent {SHORT}"


async def test_a_month_later_than_the_31st_is_the_31st_again(store: Store) -> None:
    visit = await visit_of(store)
    visit = msgspec.structs.replace(visit, now=visit.now.replace(year=2027, month=1, day=31))
    (line,) = await said(store, visit, remind(recurrence="monthly"))
    assert line.startswith("I will remind you every month on the 31st, first Sun, Feb 28 at 9:00 AM")


async def test_late_at_night_a_day_alone_is_the_morning_after(store: Store) -> None:
    visit = await visit_of(store)
    visit = msgspec.structs.replace(visit, now=visit.now.replace(hour=20, minute=30))
    lines = await said(store, visit, remind(date=date(2026, 11, 18)))
    assert lines == ["I will remind you tomorrow at 8:00 AM: pay rent"]


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (remind(date=date(2026, 11, 17)), "reminder_past"),
        (remind(date=date(2026, 11, 18), time="16:59"), "reminder_past"),
        (remind(date=date(2036, 12, 1)), "reminder_far"),
        (remind(date=date(9999, 12, 31)), "reminder_far"),
        (remind(recurrence="hourly"), "understand"),
        (remind(time="25:00"), "understand"),
        (remind(date="soon"), "understand"),
    ],
)
async def test_what_makes_no_sense_is_refused_and_nothing_is_set(store: Store, call: SkillCall, reason: str) -> None:
    visit = await visit_of(store)
    assert await refusal(store, visit, call) == reason
    assert (await said(store, visit, LIST))[0].startswith("You have no reminders.")


async def test_without_a_time_it_asks_and_offers_what_people_mean(store: Store) -> None:
    visit = await visit_of(store)
    outcome = await perform(store, visit, remind())
    assert choices(outcome) == ["today at 8:00 PM", "tomorrow at 9:00 AM", "Mon, Nov 23 at 9:00 AM"]
    assert outcome.asked
    assert (outcome.asked.missing, outcome.asked.slot) == ((remind(),), "when")
    (call,) = outcome.asked.choices[0].calls
    assert await said(store, visit, call) == ["I will remind you today at 8:00 PM: pay rent"]
    assert await said(store, visit, SkillCall("remind", {"date": TOMORROW})) == [
        "What shall I remind you of? Say for example: remind me tomorrow at 9 to call the bank"
    ]


async def test_they_are_listed_and_cancelled_as_they_come(store: Store) -> None:
    visit = await visit_of(store)
    told = await messages(
        store,
        visit,
        remind("run", recurrence="weekdays", time="07:00"),
        remind("pay the rent", recurrence="monthly:1"),
        remind("call the bank about the car", date=TOMORROW),
        LIST,
        cancel(number=2),
        cancel(about="my rents"),
        LIST,
        cancel(number=2),
        cancel(about="dentist"),
        cancel(),
        cancel(all=True),
    )
    assert told[3:] == [
        [
            "Your reminders:",
            "1. tomorrow at 7:00 AM: run, every weekday",
            "2. tomorrow at 9:00 AM: call the bank about the car",
            "3. Tue, Dec 1 at 9:00 AM: pay the rent, every month on the 1st",
        ],
        ["Reminder cancelled: call the bank about the car"],
        ["Reminder cancelled: pay the rent"],
        ["Your reminders:", "1. tomorrow at 7:00 AM: run, every weekday"],
        ["There is no reminder number 2. Say: list reminders"],
        ["There is no reminder about dentist. Say: list reminders"],
        ["Reminder cancelled: run"],
        ["You have no reminders. Say for example: remind me tomorrow at 9 to call the bank"],
    ]


async def test_where_several_are_meant_it_asks_which(store: Store) -> None:
    visit = await visit_of(store)
    await messages(store, visit, remind("pay rent", date=TOMORROW), remind("pay the gym", time="20:00"))
    for call, labels in (
        (cancel(about="pay"), ["pay the gym, today at 8:00 PM", "pay rent, tomorrow at 9:00 AM"]),
        (cancel(), ["pay the gym, today at 8:00 PM", "pay rent, tomorrow at 9:00 AM"]),
    ):
        assert choices(await perform(store, visit, call)) == labels
    assert await said(store, visit, cancel(about="pay the rent")) == ["Reminder cancelled: pay rent"]
    await perform(store, visit, remind("pay rent", date=TOMORROW))
    asked = (await perform(store, visit, cancel())).asked
    assert asked
    (call,) = asked.choices[1].calls
    assert await said(store, visit, call) == ["Reminder cancelled: pay rent"]
    assert await said(store, visit, call) == ["That reminder is gone already."]


async def test_many_are_cancelled_at_once_and_come_back_at_once(store: Store) -> None:
    visit = await visit_of(store)
    told = await messages(
        store,
        visit,
        remind("run", time="20:00"),
        remind("eat", time="21:00"),
        LIST,
        cancel(all=True),
        UNDO,
        LIST,
    )
    assert told[3] == ["2 reminders cancelled."]
    assert sorted(told[4]) == ["Undone: the reminder is back: eat", "Undone: the reminder is back: run"]
    assert told[5] == told[2]


async def test_an_undo_takes_back_the_reminder_that_was_set_last(store: Store) -> None:
    visit = await visit_of(store)
    told = await messages(store, visit, remind("run", time="20:00"), remind("eat", time="21:00"), UNDO, LIST)
    assert told[2:] == [["Undone: no reminder about eat."], ["Your reminders:", "1. today at 8:00 PM: run"]]


async def test_a_long_list_tells_how_many_more_there_are_and_there_is_an_end(store: Store) -> None:
    visit = await visit_of(store)
    for number in range(MOST_REMINDERS):
        await perform(store, visit, remind(f"thing {number}", date=TOMORROW))
    assert (await said(store, visit, LIST))[-1] == f"And {MOST_REMINDERS - 10} more."
    assert await refusal(store, visit, remind(date=TOMORROW)) == "too_many_reminders"


async def test_another_persons_reminders_are_not_seen(store: Store) -> None:
    ann, bob = await visit_of(store), await visit_of(store, BOB)
    await perform(store, ann, remind(date=TOMORROW))
    assert (await said(store, bob, LIST))[0].startswith("You have no reminders.")


@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
async def test_it_is_one_sms_in_every_language(store: Store, language: str) -> None:
    visit = await visit_of(store)
    visit = visit.of(msgspec.structs.replace(visit.person, language=language, locale=language))
    for call in (remind(date=TOMORROW, time="18:00"), remind(), remind(recurrence="monthly:31"), cancel(all=True)):
        lines = await said(store, visit, call)
        assert segments(transliterate("\n".join(lines))) == 1, lines
