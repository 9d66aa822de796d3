"""What PAM thinks, sees and hears with, as far as it is configured; the SDK is imported when it is first used."""

from typing import Literal

from bot.brain.senses import NO_SENSES, Senses
from bot.ports.files import Files
from handlers.settings import OpenAiSettings, Settings

# Less than a file and its reading may take together: the vendor is the one that was too slow then.
FILES_WITHIN_S = 12.0


def senses_of(settings: Settings) -> Senses:
    return _by_openai(settings.openai, _files_of(settings)) if settings.openai else NO_SENSES


def _files_of(settings: Settings) -> Files | None:
    if settings.telegram is None:
        return None
    from adapters.telegram_channel import TELEGRAM
    from adapters.telegram_files import TelegramFiles

    return TelegramFiles(settings.telegram.bot_token.reveal(), settings.telegram.api_url or TELEGRAM)


def _by_openai(openai: OpenAiSettings, files: Files | None) -> Senses:
    from adapters.openai_embedder import OpenAiEmbedder
    from adapters.openai_model import OpenAiModel
    from adapters.openai_receipt_reader import OpenAiReceiptReader
    from adapters.openai_transcriber import OpenAiTranscriber
    from adapters.openai_wire.account import OpenAiAccount

    wire: Literal["chat", "responses"] = "responses" if openai.wire == "responses" else "chat"
    account = OpenAiAccount(
        api_key=openai.api_key.reveal(),
        base_url=openai.base_url,
        wire=wire,
        model=openai.model,
        embedding_model=openai.embedding_model or "",
        vision_model=openai.vision_model or "",
        transcription_model=openai.transcription_model or "",
    )
    return Senses(
        model=OpenAiModel(account),
        embedder=OpenAiEmbedder(account) if openai.embedding_model else None,
        receipts=OpenAiReceiptReader(account, FILES_WITHIN_S) if openai.vision_model else None,
        transcriber=OpenAiTranscriber(account, FILES_WITHIN_S) if openai.transcription_model else None,
        files=files,
    )
