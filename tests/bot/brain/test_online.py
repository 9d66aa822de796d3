"""A model beside the offline brain: it may read and phrase, it never invents, and nothing is done for it twice."""

from pathlib import Path

import msgspec
import pytest

from bot.domain.errors import Unavailable
from bot.ports.language_model import Prompt, Reply
from tests.house import ANN_SMS, ANN_TELEGRAM, OPEN_HOUSE, Room, a_room
from tests.scripted_model import Script, ScriptedModel, asked, calls, found, in_turn, says, thinking

# What the offline brain makes nothing of, or is not sure of.
ODD = "hey so tell me honestly, am I being reckless with the groceries lately?"
HOUSE = msgspec.structs.replace(OPEN_HOUSE, daily_turns=0)


async def with_books(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "spent 45.30 on groceries")
    await room.say(ANN_TELEGRAM, "spent 80 on rent")


async def answer(folder: Path, script: Script, words: str = ODD) -> list[str]:
    async with a_room(folder, HOUSE, senses=thinking(script)) as room:
        await with_books(room)
        return await room.say(ANN_TELEGRAM, words)


GROCERIES = calls(("spending_query", {"category": "groceries", "period": None}))


async def test_a_question_is_answered_in_the_models_words_with_the_books_figures(tmp_path: Path) -> None:
    script = in_turn(GROCERIES, says("You spent $45.30 on groceries this month."))
    assert await answer(tmp_path, script) == ["You spent $45.30 on groceries this month."]


@pytest.mark.parametrize(
    "lie",
    [
        "You spent $54.30 on groceries this month.",
        "You spent $45.30 on rent this month.",
        "You spent €45.30 on groceries this month.",
        "You spent $45.30 on groceries last month.",
        "You spent forty-six dollars on groceries this month.",
    ],
)
async def test_a_figure_that_is_not_in_the_books_never_goes_out(tmp_path: Path, lie: str) -> None:
    assert await answer(tmp_path, in_turn(GROCERIES, says(lie))) == ["$45.30 on groceries this month."]


async def test_a_sure_reading_never_waits_for_the_model(tmp_path: Path) -> None:
    model = thinking(in_turn(says("hello")))
    async with a_room(tmp_path, HOUSE, senses=model) as room:
        assert await room.say(ANN_SMS, "coffee 4.50") == ["$4.50 coffee."]
        assert isinstance(model.model, ScriptedModel)
        assert model.model.prompts == []


async def test_what_the_person_said_is_booked_without_asking(tmp_path: Path) -> None:
    words = "so yesterday the girls dragged me to some place and I ended up blowing 42.50 on tapas, can you believe it"
    script = in_turn(
        calls(("record_expense", {"amount": "42.50", "category": "tapas", "date": "2026-11-17"})), says("")
    )
    said = await answer(tmp_path, script, words)
    assert "$42.50" in said[0]
    assert "?" not in said[0]


async def test_an_amount_the_person_never_said_is_asked_about_first(tmp_path: Path) -> None:
    booking = calls(("record_expense", {"amount": "99", "category": "tapas"}))

    def script(prompt: Prompt) -> Reply:
        return says("Booked!") if found(prompt) else booking

    words = "well the girls dragged me to some tapas place again and I could not say no, it cost 20"
    async with a_room(tmp_path, HOUSE, senses=thinking(script)) as room:
        await room.say(ANN_SMS, "hi")
        said = await room.say(ANN_SMS, words)
        assert said[0].startswith("I understood: $99.00 tapas.")
        assert "$99.00" not in (await room.say(ANN_SMS, "how much did I spend this month?"))[0]
        await room.say(ANN_SMS, words)
        assert (await room.say(ANN_SMS, "no")) == ["All right, nothing was done."]
        await room.say(ANN_SMS, words)
        assert "$99.00" in (await room.say(ANN_SMS, "yes"))[0]
        assert "$99.00" in (await room.say(ANN_SMS, "how much did I spend this month?"))[0]


async def test_who_has_read_the_books_asks_before_writing(tmp_path: Path) -> None:
    script = in_turn(
        calls(("list_transactions", {})), calls(("record_expense", {"amount": "20", "category": "tapas"})), says("")
    )
    words = "look at what I bought and then also put down those tapas we had, they were 20 I believe"
    said = await answer(tmp_path, script, words)
    assert "Shall I do that?" in said[0]


@pytest.mark.parametrize(
    "reply",
    [
        calls(("no_such_tool", {})),
        calls(("record_expense", '{"amount": "12')),
        calls(("record_expense", {"amount": "12", "person_id": 7})),
        calls(("record_expense", {"amount": {"deep": 1}})),
        calls(("record_expense", {"amount": "-12"})),
        calls(*[("list_transactions", {"limit": number}) for number in range(1, 101)]),
        Unavailable("OpenAI did not answer in time"),
    ],
)
async def test_whatever_the_model_does_the_offline_brain_answers(tmp_path: Path, reply: Reply | Exception) -> None:
    words = "so the girls and me had 12 tapas"
    said = await answer(tmp_path, in_turn(reply), words)
    assert len(said) == 1
    assert "$12.00" not in said[0]
    # A model that answers, however madly, is not away.
    assert ("basic mode" in said[0]) == isinstance(reply, Unavailable)


async def test_a_bug_in_thinking_costs_no_answer(tmp_path: Path) -> None:
    said = await answer(tmp_path, in_turn(ZeroDivisionError()), "so the girls and me had 12 tapas")
    assert said == ["I did not understand that. Say for example: coffee 4.50, or help"]


async def test_two_equal_bookings_of_one_reply_are_two(tmp_path: Path) -> None:
    once = ("record_expense", {"amount": "3", "category": "coffee"})
    words = "a coffee for 3 this morning, another coffee for 3 just now, goodness"
    said = await answer(tmp_path, in_turn(calls(once, once), says("")), words)
    assert said[0].count("$3.00 coffee") == 2


async def test_what_the_model_leaves_out_of_a_list_is_not_lost(tmp_path: Path) -> None:
    script = in_turn(calls(("record_expense", {"amount": "4.50", "category": "coffee"})), says(""))
    house = msgspec.structs.replace(HOUSE, fast_lane=101)
    async with a_room(tmp_path, house, senses=thinking(script)) as room:
        await room.say(ANN_TELEGRAM, "hi")
        said = await room.say(ANN_TELEGRAM, "coffee 4.50 and lunch 12")
        assert "$4.50 coffee" in said[0]
        assert "$12.00 lunch" in said[0]


async def test_what_may_be_a_code_is_told_to_no_model(tmp_path: Path) -> None:
    model = thinking(in_turn(says("hello")))
    async with a_room(tmp_path, HOUSE, senses=model) as room:
        await with_books(room)
        for words in ("it says 482913 there you go", "the thing is ABCD-EF23 I think", "482 913 maybe?", ODD):
            await room.say(ANN_TELEGRAM, words)
        assert isinstance(model.model, ScriptedModel)
        (prompt,) = model.model.prompts
        assert not any(code in str(prompt) for code in ("482913", "482 913", "ABCD"))


async def test_a_misshapen_call_gets_one_round_to_be_mended(tmp_path: Path) -> None:
    script = in_turn(
        calls(("spending_query", {"kategorie": "groceries"})), GROCERIES, says("$45.30 on groceries this month.")
    )
    assert await answer(tmp_path, script) == ["$45.30 on groceries this month."]


async def test_a_model_that_repeats_itself_is_stopped_and_the_books_answer(tmp_path: Path) -> None:
    model = ScriptedModel(in_turn(GROCERIES))
    async with a_room(tmp_path, HOUSE, senses=thinking(model.script)) as room:
        await with_books(room)
        assert await room.say(ANN_TELEGRAM, ODD) == ["$45.30 on groceries this month."]


async def test_basic_mode_is_told_once_an_outage(tmp_path: Path) -> None:
    script = in_turn(Unavailable("away"))
    async with a_room(tmp_path, HOUSE, senses=thinking(script)) as room:
        await with_books(room)
        told = [(await room.say(ANN_TELEGRAM, ODD))[0] for _ in range(3)]
        assert ["basic mode" in each for each in told] == [True, False, False]
        room.clock.move(minutes=5)
        assert "basic mode" not in (await room.say(ANN_SMS, ODD))[0]
        room.clock.move(hours=2)
        assert "basic mode" in (await room.say(ANN_TELEGRAM, ODD))[0]


async def test_at_the_cap_she_goes_on_without_the_model_and_says_so_once(tmp_path: Path) -> None:
    house = msgspec.structs.replace(OPEN_HOUSE, daily_turns=2)
    script = in_turn(GROCERIES)
    async with a_room(tmp_path, house, senses=thinking(script)) as room:
        await with_books(room)
        said = [(await room.say(ANN_TELEGRAM, ODD))[0] for _ in range(4)]
        assert said[0] == said[1]
        assert said[2] != said[3]


async def test_a_draft_shows_nothing_that_was_not_checked(tmp_path: Path) -> None:
    script = in_turn(GROCERIES, says("Let me see. You spent $999.00 on groceries this month."))
    async with a_room(tmp_path, HOUSE, senses=thinking(script)) as room:
        await with_books(room)
        await room.say(ANN_TELEGRAM, ODD)
        drafts = room.channels["telegram"].drafts
        assert drafts
        assert not any("999" in each for each in drafts)


async def test_what_was_said_on_one_phone_is_known_on_the_other(tmp_path: Path) -> None:
    prompts: list[Prompt] = []

    def script(prompt: Prompt) -> Reply:
        prompts.append(prompt)
        return says("All good.") if found(prompt) else GROCERIES

    async with a_room(tmp_path, HOUSE, senses=thinking(script)) as room:
        await with_books(room)
        await room.say(ANN_TELEGRAM, ODD)
        assert asked(prompts[0]) == ODD
        assert any("80 on rent" in str(entry) for entry in prompts[0].entries)
        assert "$80.00" not in str(prompts[0].entries)
