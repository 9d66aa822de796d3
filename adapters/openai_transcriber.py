"""The door out to spoken words in writing: https://platform.openai.com/docs/api-reference/audio."""

import msgspec

from adapters.guard import Guard
from adapters.openai_wire.account import OpenAiAccount
from adapters.openai_wire.faults import read
from adapters.openai_wire.line import Calls, OpenAiLine

# OpenAI tells the kind of a recording by its name's ending.
ENDINGS = {
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/x-m4a": "m4a",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/webm": "webm",
    "audio/flac": "flac",
}


class _Transcript(msgspec.Struct):
    text: str


_TRANSCRIPT = msgspec.json.Decoder(_Transcript)


class OpenAiTranscriber:
    """Fulfils ``bot.ports.transcriber.Transcriber``."""

    def __init__(self, account: OpenAiAccount, deadline_s: float = 15.0) -> None:
        self._account = account
        self._line = OpenAiLine(account, "OpenAI (voice)", deadline_s)

    @property
    def model(self) -> str:
        return self._account.transcription_model

    @property
    def guard(self) -> Guard:
        return self._line.guard

    async def transcribe(self, sound: bytes, media_type: str) -> str:
        kind = media_type.partition(";")[0].strip().lower()
        file = (f"voice.{ENDINGS.get(kind, 'ogg')}", sound, kind)
        fields = {"model": self.model, "response_format": "json"}

        async def transcribed(calls: Calls) -> str:
            return read(_TRANSCRIPT, await calls.upload("/audio/transcriptions", fields, file)).text.strip()

        return await self._line.call(transcribed)

    async def close(self) -> None:
        await self._line.close()
