"""What the carrier does on its own: opt-out keywords, numbers that refuse, handsets that cannot be reached."""

from dataclasses import dataclass, field
from typing import Literal

OptOut = Literal["STOP", "START", "HELP"]

STOP = frozenset({"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"})
START = frozenset({"START", "UNSTOP"})
HELP = frozenset({"HELP", "INFO"})

ANSWERS: dict[OptOut, str] = {
    "STOP": "You have successfully been unsubscribed. You will not receive any more messages from this number. "
    "Reply START to resubscribe.",
    "START": "You have successfully been re-subscribed to messages from this number. Reply HELP for help. "
    "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
    "HELP": "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
}


@dataclass
class Carrier:
    """``troubles`` holds a code by number: 21xxx is refused at once, 30xxx fails on its way."""

    opted_out: set[str] = field(default_factory=set)
    troubles: dict[str, int] = field(default_factory=dict)

    def hear(self, number: str, text: str) -> OptOut | None:
        """Opts the number out or in when the whole text is a keyword; YES is one only for who is out."""
        word = text.strip().upper()
        if word in STOP:
            self.opted_out.add(number)
            return "STOP"
        if word in START or (word == "YES" and number in self.opted_out):
            self.opted_out.discard(number)
            return "START"
        return "HELP" if word in HELP else None

    def refusal(self, number: str) -> int | None:
        """The code with which a message to this number is refused."""
        if number in self.opted_out:
            return 21610
        code = self.troubles.get(number)
        return code if code is not None and code < 30_000 else None

    def failure(self, number: str) -> int | None:
        """The code with which a message to this number fails later."""
        code = self.troubles.get(number)
        return code if code is not None and code >= 30_000 else None
