"""What a host may lend PAM to think, see and hear with; she does without each of them."""

import msgspec

from bot.ports.embedder import Embedder
from bot.ports.files import Files
from bot.ports.language_model import LanguageModel
from bot.ports.receipt_reader import ReceiptReader
from bot.ports.transcriber import Transcriber


class Senses(msgspec.Struct, frozen=True, kw_only=True):
    """None is what she does without."""

    model: LanguageModel | None = None
    embedder: Embedder | None = None
    receipts: ReceiptReader | None = None
    transcriber: Transcriber | None = None
    files: Files | None = None

    async def close(self) -> None:
        for each in (self.model, self.embedder, self.receipts, self.transcriber, self.files):
            if each:
                await each.close()


NO_SENSES = Senses()
