"""What the pretend model says by itself."""

import msgspec
import pytest

from adapters.sandbox.openai_asked import Asked, Entry, Json, Play, Toolbox
from adapters.sandbox.openai_manners import CHATS
from adapters.sandbox.openai_numerals import amount_in
from adapters.sandbox.openai_small_talk import small_talk


def schema(*names: str) -> Json:
    nullable: Json = {"anyOf": [{"type": "string"}, {"type": "null"}]}
    return {"type": "object", "properties": dict.fromkeys(names, nullable)}


TOOLS = {
    "record_expense": schema("amount", "category", "merchant", "date", "note"),
    "spending_query": schema("category", "period"),
    "budget_status": schema("category"),
    "balance": schema("account", "person"),
    "list_reminders": schema("about"),
}


def asked(*entries: Entry, tools: dict[str, Json] = TOOLS) -> Asked:
    system = "Today is Wednesday, 2026-03-04."
    return Asked(wire="chat", model="gpt-5-mini", system=system, entries=entries, toolbox=Toolbox(tools, 0))


def called(play: Play) -> list[str]:
    return [call.name for call in play.calls]


@pytest.mark.parametrize(
    ("words", "tool"),
    [
        ("how much did I spend on fun stuff compared to last month?", "spending_query"),
        ("am I doing okay?", "spending_query"),
        ("is there any budget left for fun", "budget_status"),
        ("who do I owe", "balance"),
        ("what did you want to remind me of", "list_reminders"),
        ("how much was the 42.50 thing", "spending_query"),
    ],
)
def test_it_looks_up_what_fits(words: str, tool: str) -> None:
    assert called(small_talk(asked(Entry(role="user", text=words)))) == [tool]


def test_it_books_what_was_told_in_odd_words() -> None:
    words = "yesterday I blew forty two fifty at the tapas place with the girls"
    [call] = small_talk(asked(Entry(role="user", text=words))).calls
    assert (call.name, call.arguments) == (
        "record_expense",
        {
            "amount": "42.50",
            "category": "eating out",
            "merchant": "tapas place",
            "date": "2026-03-03",
            "note": None,
        },
    )


def test_it_tells_what_was_found_word_for_word() -> None:
    found = "⟦$45.30 on food, 1 to 4 March.⟧"
    play = small_talk(asked(Entry(role="user", text="how much?"), Entry(role="tool", text=found)))
    assert "$45.30 on food, 1 to 4 March." in play.text.splitlines()
    assert not play.calls


@pytest.mark.parametrize(
    "words", ["and last month?", "und letzten Monat?", "¿y el mes pasado?", "et le mois dernier ?"]
)
def test_a_question_goes_on_from_the_one_before(words: str) -> None:
    earlier = Entry(role="user", text="how much on food?"), Entry(role="assistant", text="(spending_query)")
    [call] = small_talk(asked(*earlier, Entry(role="user", text=words))).calls
    days = {"from": "2026-02-01", "to": "2026-02-28"}
    assert (call.name, call.arguments) == ("spending_query", {"category": None, "period": days})


def test_it_speaks_the_language_it_is_told_to() -> None:
    told = asked(Entry(role="user", text="erzähl mir einen Witz"))
    play = small_talk(msgspec.structs.replace(told, system="answer in German, in one to three short sentences"))
    assert play == Play(text=CHATS["German"])


def test_without_anything_to_do_it_says_so_without_figures() -> None:
    for tools in (TOOLS, {}):
        play = small_talk(asked(Entry(role="user", text="tell me a joke"), tools=tools))
        assert play == Play(text=CHATS["English"])
    assert not any(sign.isdigit() for words in CHATS.values() for sign in words)


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("coffee 4.50", "4.50"),
        ("4,50 at the bar", "4.50"),
        ("$12 cab", "12"),
        ("forty two fifty", "42.50"),
        ("a hundred and twenty five for shoes", "125"),
        ("two hundred bucks", "200"),
        ("twelve", "12"),
        ("nothing at all", None),
    ],
)
def test_an_amount_is_found_in_figures_and_in_words(words: str, amount: str | None) -> None:
    assert amount_in(words) == amount
