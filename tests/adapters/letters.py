"""Letters to send in the tests of channels."""

from bot.domain.answer import Answer, say
from bot.domain.letter import Address, Letter, LetterKind

ANN = Address("telegram", "42")
ANNS_NUMBER = Address("sms", "+14155550123")


def letter(
    answer: Answer | str = "Noted.", kind: LetterKind = "message", ref: str | None = None, to: Address = ANN
) -> Letter:
    return Letter(id=1, address=to, kind=kind, answer=say(answer) if isinstance(answer, str) else answer, ref=ref)


def sms(answer: Answer | str = "Noted.", kind: LetterKind = "message", ref: str | None = None) -> Letter:
    return letter(answer, kind, ref, ANNS_NUMBER)
