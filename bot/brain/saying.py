"""What of a model's words may be said: held against what was looked up, nothing of deeds, and drafts no less."""

from bot.brain.context import longest_answer
from bot.brain.deeds import is_idle, tells_of_deeds
from bot.brain.grounding import Listener, ground, plain, sayable, says_enough
from bot.brain.message import Message
from bot.brain.tools import hints, system_template
from bot.domain.decision import NOTHING, Phrased, SkillCall
from bot.domain.statement import Statement
from bot.kit.gsm7 import is_gsm7, transliterate

# Characters between two looks at what a draft may show: a judging costs more than a word takes to come.
JUDGED_AGAIN = 4

Statements = tuple[Statement, ...]


class Saying:
    """Of one message. ``statements`` are what the books said, None where nobody looked."""

    def __init__(self, message: Message) -> None:
        reader = message.reader
        self._longest = longest_answer(reader)
        self._is_sms = reader.channel == "sms"
        self._judged = -JUDGED_AGAIN
        # Whether nothing was asked that needs a look at the books.
        self._may_chat = message.offline is NOTHING and not any(sign.isdigit() for sign in message.text)
        self._listener = Listener(
            locale=reader.locale,
            language=reader.language,
            currency=reader.currency,
            today=reader.today,
            question=message.text,
            secret_text=(system_template(), *hints()),
        )

    def draft(self, so_far: str, statements: Statements | None) -> str:
        """As much as may be shown already."""
        if not self._judged + JUDGED_AGAIN <= len(so_far) <= self._longest or (
            statements is None and not self._may_chat
        ):
            return ""
        self._judged = len(so_far)
        words = sayable(so_far, statements or (), self._listener)
        return words if words and self._may_be_said(words, statements) else ""

    def phrased(
        self, text: str, calls: tuple[SkillCall, ...], lines: tuple[str, ...], told: Statements
    ) -> Phrased | None:
        """An answer out of the books; None where their own words go out instead."""
        prose = plain(text)
        if not self._holds(prose, told):
            return None
        return Phrased(prose, calls, lines, with_lines=not says_enough(prose, told, self._listener))

    def chat(self, text: str) -> Phrased | None:
        """Words without any look at the books: only what could be said to anybody on any day."""
        prose = plain(text)
        return Phrased(prose) if self._may_chat and self._holds(prose, None) else None

    def _holds(self, prose: str, statements: Statements | None) -> bool:
        if not prose or len(prose) > self._longest or (self._is_sms and not is_gsm7(transliterate(prose))):
            # One letter that GSM-7 cannot spell makes an SMS cost more than twice as much.
            return False
        if not self._may_be_said(prose, statements):
            return False
        return ground(prose, statements or (), self._listener).holds

    @staticmethod
    def _may_be_said(prose: str, statements: Statements | None) -> bool:
        return is_idle(prose) if statements is None else not tells_of_deeds(prose, statements)
