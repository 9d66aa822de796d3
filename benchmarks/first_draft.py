"""Row 10: from a model's first words to the first draft of them in Telegram, against the usual two libraries.

PAM's first draft is of whole words, and a word is whole when the next begins: where they come one by one, a millisecond
apart, she waits for the second, and the usual way shows the first.
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from benchmarks.cast import PAM, NotDone, Street, sms_environment
from benchmarks.figures import Row, middle, percentile, told
from benchmarks.load import get, post_all
from benchmarks.processes import Server, free_port, module, run_to_end
from benchmarks.webhooks import BOT_TOKEN, WEBHOOK_SECRET, update

ROUNDS = 3
ANSWERS = 30
UNSURE = "cheer me up please"
SOON_S = 5.0
UNHURRIED_S = 0.1


def measure(rounds: int = ROUNDS, answers: int = ANSWERS) -> list[Row]:
    return [
        _row("10", "from the model's first six words, which come at once, to", *_waited(6, rounds, answers)),
        _row("10b", "where the words come one by one: from the first to", *_waited(1, rounds, answers)),
    ]


def _waited(words_a_piece: int, rounds: int, answers: int) -> tuple[list[float], list[float]]:
    """PAM's waits and the usual ones, in µs."""
    with TemporaryDirectory(prefix="pam-bench-") as made:
        folder, port, end_port = Path(made), free_port(), free_port()
        environ = _environ(folder, port, end_port)
        with (
            Server(
                module("benchmarks.draft_end", str(end_port), str(words_a_piece)), end_port, folder / "end.log"
            ) as end,
            Server([PAM, "run"], port, folder / "pam.log", environ) as our,
        ):
            end.wait_until_up()
            our.wait_until_up()
            return _measured(our, end, rounds, answers)


def _measured(our: Server, end: Server, rounds: int, answers: int) -> tuple[list[float], list[float]]:
    """The first answer of each round warms up and is not counted."""
    ours: list[float] = []
    theirs: list[float] = []
    _let_in(our, end, rounds * (answers + 1))
    for number in range(rounds):
        before = len(_waits(end))
        for person in range(answers + 1):
            _ask(our, end, number * (answers + 1) + person)
        ours += _waits(end)[before + 1 :]
        before = len(_waits(end))
        run_to_end(module("benchmarks.usual_draft", f"http://127.0.0.1:{end.port}", str(answers + 1)), {})
        theirs += _waits(end)[before + 1 :]
    if len(ours) != len(theirs):
        raise NotDone(f"{len(ours)} drafts of PAM's against {len(theirs)}")
    return ours, theirs


def _let_in(our: Server, end: Server, people: int) -> None:
    """Everybody has said something: no model is asked for strangers."""
    post_all(our.port, [update(person, "hi") for person in range(people)])
    Street(end).wait_until_sent(people)


def _ask(our: Server, end: Server, person: int) -> None:
    """Until the answer is sent; not so fast that Telegram's 30 messages a second leave no room for drafts."""
    sent, deadline = Street(end).sent, time.monotonic() + SOON_S
    post_all(our.port, [update(person, UNSURE)], 1)
    while Street(end).sent == sent:
        if time.monotonic() > deadline:
            raise NotDone("no answer came")
        time.sleep(UNHURRIED_S)


def _waits(end: Server) -> list[float]:
    return msgspec.json.decode(get(end.port, "/waits"), type=list[float])


def _environ(folder: Path, port: int, end_port: int) -> dict[str, str]:
    return sms_environment(end_port, port, f"sqlite:///{folder / 'pam.db'}") | {
        "TELEGRAM_BOT_TOKEN": BOT_TOKEN,
        "TELEGRAM_WEBHOOK_SECRET": WEBHOOK_SECRET,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{end_port}",
        "OPENAI_API_KEY": "sk-benchmark",
        "OPENAI_BASE_URL": f"http://127.0.0.1:{end_port}/v1",
    }


def _row(number: str, what: str, ours: list[float], theirs: list[float]) -> Row:
    late, later = (percentile(waits, 0.95) / 1000 for waits in (ours, theirs))
    return Row(
        number=number,
        what=f"{what} the first draft in Telegram, against openai and python-telegram-bot: p50",
        pam=f"{middle(ours) / 1000:.2f} ms",
        baseline=f"{middle(theirs) / 1000:.2f} ms",
        ratio=middle(ours) / middle(theirs),
        better="lower",
        must=0.6,
        aim=0.3,
        aside=(f"p95 is {late:.2f} ms against {later:.2f} ms",),
    )


if __name__ == "__main__":
    print(told(measure()))
