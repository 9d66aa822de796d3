"""What PAM says, in no channel's dress: lines, emphasis and choices; each channel renders it."""

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """A run of words, strong or plain."""

    text: str
    strong: bool = False


class Button(msgspec.Struct, frozen=True, array_like=True):
    """One choice. ``token`` is random, single use, looked up at PAM: it carries no meaning of its own."""

    label: str
    token: str


Line = tuple[Span, ...]


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """Lines of spans, then choices: buttons where there are buttons, numbers (1, 2, 3) where there are none."""

    lines: tuple[Line, ...]
    buttons: tuple[Button, ...] = ()

    @property
    def plain(self) -> str:
        """The words without emphasis, lines parted by a newline."""
        return "\n".join("".join(span.text for span in line) for line in self.lines)


def together(first: Answer, *more: Answer) -> Answer:
    """Several answers as one message: all lines in order, and the last one's buttons, which ask the newest question."""
    every = (first, *more)
    return Answer(lines=tuple(line for answer in every for line in answer.lines), buttons=every[-1].buttons)


def say(text: str) -> Answer:
    """An answer of plain lines."""
    return Answer(lines=tuple((Span(line),) for line in text.split("\n")))
