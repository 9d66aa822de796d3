"""What PAM says, in no channel's dress: lines, emphasis and choices; each channel renders it."""

import msgspec

from bot.domain.chart import Chart

# What is read at a glance on one line; longer choices get a line each.
SHORT_CHOICES = 60


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
    """Lines of spans, then choices: buttons where there are buttons, numbers (1, 2, 3) where there are none.

    ``how_to_choose`` says in the person's language that the numbers can be answered; only letters without buttons
    carry it. A ``chart`` shows what the lines say: they carry every figure, for channels without pictures.
    """

    lines: tuple[Line, ...]
    buttons: tuple[Button, ...] = ()
    how_to_choose: str = ""
    chart: Chart | None = None

    @property
    def plain(self) -> str:
        """The words without emphasis, lines parted by a newline."""
        return "\n".join("".join(span.text for span in line) for line in self.lines)

    @property
    def numbered(self) -> str:
        """The same, and below it the choices by number, on one line where they are read at a glance."""
        if not self.buttons:
            return self.plain
        rows = [f"{number} {button.label}" for number, button in enumerate(self.buttons, 1)]
        in_line = ", ".join(rows)
        if len(in_line) <= SHORT_CHOICES and not any("," in button.label for button in self.buttons):
            return f"{self.plain}\n{in_line}. {self.how_to_choose}".rstrip()
        return "\n".join((self.plain, *rows, self.how_to_choose)).rstrip()


def together(first: Answer, *more: Answer) -> Answer:
    """Several answers as one message: all lines in order, the last chart there is, and the last one's buttons.

    They ask the newest question.
    """
    every = (first, *more)
    lines = tuple(line for answer in every for line in answer.lines)
    chart = next((answer.chart for answer in reversed(every) if answer.chart), None)
    return Answer(lines=lines, buttons=every[-1].buttons, how_to_choose=every[-1].how_to_choose, chart=chart)


def say(text: str) -> Answer:
    """An answer of plain lines."""
    return Answer(lines=tuple((Span(line),) for line in text.split("\n")))
