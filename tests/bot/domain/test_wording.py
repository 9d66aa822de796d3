"""PAM's words: every template there, every fact given, and nobody else's words ever a template."""

import re
import tomllib
from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answer import Span
from bot.domain.money import Money
from bot.domain.period import Period, month_of, week_of, year_of
from bot.domain.wording import Voice, joined
from bot.kit.gsm7 import is_gsm7, segments, transliterate
from bot.skills.link_account import REFUSALS
from tests.bot.domain.spoken import ANYTHING, Saying, refusals, sayings, string_constants

TODAY = date(2026, 11, 18)
SUNDAY = 6
VOICE = Voice("en", "en-US", TODAY)
TEMPLATES = {
    f"{section}.{name}": text.strip()
    for room in (resources.files("bot.domain") / "texts/en").iterdir()
    for section, entries in tomllib.loads(room.read_text()).items()
    for name, text in entries.items()
}


def facts_of(key: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", TEMPLATES[key]))


@pytest.mark.parametrize("saying", list(sayings()), ids=lambda saying: saying.where)
def test_what_is_said_is_a_template_and_gets_its_facts(saying: Saying) -> None:
    for pattern in saying.keys or ():
        meant = [key for key in TEMPLATES if re.fullmatch(pattern, key)]
        assert meant, pattern
        # Where the key is put together, the code beside it decides which of them has which facts.
        assert ANYTHING in pattern or facts_of(meant[0]) <= saying.facts


@pytest.mark.parametrize("refusal", list(refusals()), ids=lambda refusal: refusal.where)
def test_every_refusal_has_words_and_their_facts(refusal: Saying) -> None:
    assert refusal.keys
    reason = refusal.keys[0]
    if f"cannot.{reason}" in TEMPLATES:
        assert facts_of(f"cannot.{reason}") <= refusal.facts
    else:
        assert reason in REFUSALS or f"preference.{reason.removesuffix('_preference')}" in TEMPLATES


def test_the_source_is_heard() -> None:
    heard = list(sayings())
    assert len(heard) > 60
    assert len([saying for saying in heard if saying.keys is None]) < len(heard) / 4


def test_every_template_is_said_somewhere() -> None:
    patterns = [re.compile(pattern) for pattern in string_constants() if "." in pattern]
    assert [key for key in TEMPLATES if not any(pattern.fullmatch(key) for pattern in patterns)] == []


def test_every_key_in_the_source_is_a_template() -> None:
    sections = "|".join({key.partition(".")[0] for key in TEMPLATES})
    keys = {
        text.replace("\\", "") for text in string_constants() if re.fullmatch(rf"({sections})\\\.[a-z_]*[a-z]", text)
    }
    assert len(keys) > 50
    assert keys <= set(TEMPLATES)


@pytest.mark.parametrize("key", TEMPLATES)
def test_a_template_is_well_formed_and_costs_no_more_than_it_must_by_sms(key: str) -> None:
    text = TEMPLATES[key]
    assert is_gsm7(text)
    assert text.count("**") % 2 == 0
    assert text.count("{") == text.count("}") == len(re.findall(r"{\w+}", text))


@pytest.mark.parametrize(
    "key", sorted(key for key in TEMPLATES if key.split(".")[0] in ("booked", "left", "alert", "undo"))
)
def test_usual_answers_fit_one_segment(key: str) -> None:
    facts = dict.fromkeys(facts_of(key), "$12,345.67")
    assert segments(transliterate(VOICE.answer(key, **facts).plain)) == 1


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_persons_words_are_never_a_template_or_emphasis(words: str) -> None:
    (line,) = VOICE.lines("booked.expense", amount=Money(450, "USD"), category=words)
    assert line == (Span("$4.50", strong=True), Span(f" {words}."))


@pytest.mark.parametrize("words", ["**bold**", "{amount}", "{left} ** {", "<b>x</b>", "__import__", "{0}", "%s", "}{"])
def test_words_that_look_like_markup_stay_as_they_are(words: str) -> None:
    assert VOICE.text("booked.expense", amount=words, category=words) == f"{words} {words}."


def test_a_missing_fact_is_a_bug_that_shows() -> None:
    with pytest.raises(KeyError):
        VOICE.line("booked.expense", amount="$1")
    with pytest.raises(KeyError):
        VOICE.line("booked.no_such_template")


@pytest.mark.parametrize("language", ["", "xx", "pt", "../../../pyproject", "en/days.toml", "/etc/passwd", "\0"])
def test_a_language_pam_does_not_speak_is_answered_in_english(language: str) -> None:
    assert Voice(language, "en-US", TODAY).text("day.today") == "today"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (TODAY, "today"),
        (date(2026, 11, 17), "yesterday"),
        (date(2026, 11, 16), "Nov 16"),
        (date(2026, 11, 19), "Nov 19"),
        (date(2025, 11, 18), "Nov 18, 2025"),
    ],
)
def test_a_day_is_said_as_people_would(day: date, text: str) -> None:
    assert VOICE.day(day) == text


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(TODAY, TODAY), "today"),
        (Period(date(2026, 11, 17), date(2026, 11, 17)), "yesterday"),
        (Period(date(2026, 11, 5), date(2026, 11, 5)), "on Nov 5"),
        (week_of(TODAY, SUNDAY), "this week"),
        (month_of(TODAY), "this month"),
        (Period(date(2026, 11, 1), TODAY), "this month"),
        (year_of(TODAY), "this year"),
        (month_of(date(2026, 10, 5)), "in October"),
        (month_of(date(2025, 10, 5)), "in October 2025"),
        (year_of(date(2025, 1, 1)), "in 2025"),
        (Period(date(2026, 10, 5), date(2026, 10, 9)), "from Oct 5 to Oct 9"),
        (Period(date(2025, 12, 30), date(2026, 1, 2)), "from Dec 30, 2025 to Jan 2"),
        (Period(date(2024, 2, 1), date(2024, 2, 5)), "from Feb 1 to Feb 5, 2024"),
    ],
)
def test_a_period_is_said_such_that_it_reads_back_as_its_days(period: Period, text: str) -> None:
    assert VOICE.period(period) == text


def test_sentences_are_joined_by_a_space_and_nothing_by_nothing() -> None:
    assert joined((Span("One."),), (), (Span("Two."),)) == (Span("One."), Span(" "), Span("Two."))
