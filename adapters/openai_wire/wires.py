"""Which of the two wires an account speaks."""

from adapters.openai_wire.account import OpenAiAccount
from adapters.openai_wire.chat import ChatWire
from adapters.openai_wire.responses import ResponsesWire
from adapters.openai_wire.shapes import Wire


def wire_of(account: OpenAiAccount) -> Wire:
    return ResponsesWire(account) if account.wire == "responses" else ChatWire(account)
