"""A terminal shows answers as lines with numbered choices, and obeys no control character in them."""

import io

import pytest

from adapters.console_channel import ConsoleChannel
from bot.domain.answer import Answer, Button, Span, say
from bot.domain.letter import Address, LetterKind, Receipt
from tests.adapters.letters import letter

TERMINAL = Address("console", "you")


async def shown(answer: Answer | str, kind: LetterKind = "message") -> str:
    stream = io.StringIO()
    channel = ConsoleChannel(stream)
    assert await channel.send(letter(answer, kind, "1", TERMINAL)) == Receipt()
    await channel.show_typing(TERMINAL)
    await channel.close()
    return stream.getvalue()


async def test_an_answer_is_lines_and_numbered_choices() -> None:
    buttons = (Button("groceries", "a"), Button("eating out", "b"))
    answer = Answer(lines=((Span("$20.00", strong=True), Span(" other.")), (Span("Which one?"),)), buttons=buttons)

    assert await shown(answer) == "$20.00 other.\nWhich one?\n  1  groceries\n  2  eating out\n"


async def test_what_could_move_the_cursor_or_turn_the_writing_is_shown_as_unreadable() -> None:
    answer = Answer(lines=say("a\x1b[2Jb\u202ec\x9bd\re\tf\x07").lines, buttons=(Button("\x1b]0;x", "t"),))

    assert await shown(answer) == "a\ufffd[2Jb\ufffdc\ufffdd\ufffde\tf\ufffd\n  1  \ufffd]0;x\n"


@pytest.mark.parametrize(("kind", "text"), [("edit", "New.\n"), ("tap_answer", "New.\n"), ("delete", "")])
async def test_an_edit_and_a_notice_are_said_anew_and_nothing_is_deleted(kind: LetterKind, text: str) -> None:
    assert await shown("New.", kind) == text


async def test_a_tap_without_a_notice_says_nothing() -> None:
    assert await shown("", "tap_answer") == ""
