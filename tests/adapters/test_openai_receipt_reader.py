"""A photographed receipt becomes four short texts, on either wire, or nothing."""

import contextlib
from collections.abc import AsyncGenerator

import msgspec
import pytest

from adapters.openai_receipt_reader import FIELDS, OpenAiReceiptReader
from adapters.openai_wire.account import OpenAiAccount
from bot.domain.errors import Rejected, Unavailable
from bot.ports.language_model import Usage
from bot.ports.receipt_reader import ReadReceipt
from tests.adapters.openai_answers import Wire, chat, message_item, refusal, responses
from tests.adapters.scripted_vendor import Answer, ScriptedVendor

PRINTED = {"total": "45.30", "currency": "USD", "merchant": "Corner Shop", "date": ""}


@contextlib.asynccontextmanager
async def reader_at(*script: Answer, wire: Wire = "chat") -> AsyncGenerator[tuple[OpenAiReceiptReader, ScriptedVendor]]:
    async with ScriptedVendor(*script).open() as vendor:
        reader = OpenAiReceiptReader(OpenAiAccount("key", f"{vendor.url}/v1", wire, vision_model="eyes-1"), 1)
        try:
            yield reader, vendor
        finally:
            await reader.close()


def printed(**changes: object) -> str:
    return msgspec.json.encode(PRINTED | changes).decode()


@pytest.mark.parametrize(
    ("wire", "answer", "picture"),
    [
        (
            "chat",
            chat(printed()),
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,cGl4ZWxz"}},
        ),
        (
            "responses",
            responses(message_item(printed())),
            {"type": "input_image", "image_url": "data:image/png;base64,cGl4ZWxz"},
        ),
    ],
)
async def test_what_is_printed_comes_back_and_the_picture_is_no_order(
    wire: Wire, answer: Answer, picture: dict[str, object]
) -> None:
    async with reader_at(answer, wire=wire) as (reader, vendor):
        read = await reader.read(b"pixels", "image/png")

    assert read == ReadReceipt("45.30", "USD", "Corner Shop", "", Usage(90, 64, 7))
    (asked,) = vendor.asked
    assert asked.fields["model"] == "eyes-1"
    assert msgspec.json.encode(picture) in asked.body
    assert b"no instruction" in asked.body
    assert msgspec.json.encode({"required": list(FIELDS), "additionalProperties": False})[1:-1] in asked.body


@pytest.mark.parametrize(
    "answer",
    [
        chat("I see a receipt."),
        chat(printed(total=45.3)),
        chat(printed(merchant="x" * 201)),
        chat('{"total":"45.30"}'),
        chat(printed(), finish_reason="length"),
    ],
)
async def test_another_answer_than_was_asked_for_is_none(answer: Answer) -> None:
    async with reader_at(answer) as (reader, _):
        with pytest.raises(Unavailable):
            await reader.read(b"pixels", "image/png")


async def test_a_picture_that_is_not_taken_is_refused() -> None:
    async with reader_at(refusal(400, "invalid_image_format")) as (reader, _):
        with pytest.raises(Rejected):
            await reader.read(b"pixels", "image/png")
