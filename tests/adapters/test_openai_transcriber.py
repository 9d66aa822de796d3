"""A voice note goes up as a file and comes back in words."""

import contextlib
from collections.abc import AsyncGenerator
from email import policy
from email.parser import BytesParser

import pytest

from adapters.openai_transcriber import OpenAiTranscriber
from adapters.openai_wire.account import OpenAiAccount
from bot.domain.errors import PamError, Rejected, Unavailable
from tests.adapters.openai_answers import refusal
from tests.adapters.scripted_vendor import Answer, Asked, ScriptedVendor


@contextlib.asynccontextmanager
async def transcriber_at(*script: Answer) -> AsyncGenerator[tuple[OpenAiTranscriber, ScriptedVendor]]:
    async with ScriptedVendor(*script).open() as vendor:
        account = OpenAiAccount("key", f"{vendor.url}/v1", transcription_model="ears-1")
        transcriber = OpenAiTranscriber(account, deadline_s=1)
        try:
            yield transcriber, vendor
        finally:
            await transcriber.close()


def form(asked: Asked) -> dict[str, tuple[str | None, object]]:
    """Each field's file name and content."""
    head = f"Content-Type: {asked.headers['content-type']}\r\n\r\n".encode()
    parts = BytesParser(policy=policy.HTTP).parsebytes(head + asked.body).iter_parts()
    return {
        str(part["content-disposition"].params["name"]): (part.get_filename(), part.get_payload(decode=True))
        for part in parts
    }


@pytest.mark.parametrize(
    ("media_type", "name"),
    [
        ("audio/ogg", "voice.ogg"),
        ("audio/mpeg", "voice.mp3"),
        ("audio/MPEG; rate=8000", "voice.mp3"),
        ("audio/amr", "voice.ogg"),
    ],
)
async def test_a_recording_goes_up_under_its_kind(media_type: str, name: str) -> None:
    async with transcriber_at(Answer(200, {"text": " coffee 4.50 "})) as (transcriber, vendor):
        assert await transcriber.transcribe(b"OggS\r\n\x00sound", media_type) == "coffee 4.50"

    (asked,) = vendor.asked
    assert asked.target == "/v1/audio/transcriptions"
    assert form(asked) == {
        "model": (None, b"ears-1"),
        "response_format": (None, b"json"),
        "file": (name, b"OggS\r\n\x00sound"),
    }


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer(200, {"words": "coffee"}), Unavailable),
        (Answer(200, b"coffee 4.50"), Unavailable),
        (refusal(400, "invalid_file_format"), Rejected),
    ],
)
async def test_without_words_there_is_a_fault(answer: Answer, kind: type[PamError]) -> None:
    async with transcriber_at(answer) as (transcriber, _):
        with pytest.raises(kind):
            await transcriber.transcribe(b"noise", "audio/ogg")
