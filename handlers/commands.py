"""What each command of ``pam`` does, once its settings are known to be right."""

import argparse
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from bot.domain.ids import EventId, LetterId, MessageId
from bot.domain.letter import Address
from bot.pam import Pam
from handlers.assembly import house, serving, store
from handlers.settings import Settings

Answer = TypeVar("Answer")


def run(settings: Settings, options: argparse.Namespace) -> int:
    store.migrate(settings)
    return web(settings, options)


def web(settings: Settings, options: argparse.Namespace) -> int:
    return worker(replace(settings, host=options.host or settings.host, port=_port(settings, options)), options)


def worker(settings: Settings, _options: argparse.Namespace) -> int:
    house.set_up_logs(settings)
    return house.in_loop(serving.live(settings))


def clock(settings: Settings, options: argparse.Namespace) -> int:
    return worker(settings, options)


def sandbox(settings: Settings, options: argparse.Namespace) -> int:
    from handlers.assembly.sandbox import run_sandbox

    return house.in_loop(run_sandbox(settings, port=_port(settings, options), show_page=not options.no_browser))


def migrate(settings: Settings, _options: argparse.Namespace) -> int:
    applied = store.migrate(settings)
    print(f"{applied} migrations applied" if applied else "nothing to do: the schema is the newest")
    return 0


def backup(settings: Settings, options: argparse.Namespace) -> int:
    rows = store.back_up(settings, house.keyring_of(settings), options.file)
    print(f"{rows} rows in {options.file}; they open only with this house's PAM_SECRET_KEY: keep it elsewhere")
    return 0


def restore(settings: Settings, options: argparse.Namespace) -> int:
    rows = store.restore(settings, house.keyring_of(settings), options.file)
    print(f"{rows} rows are back")
    return 0


def chat(settings: Settings, _options: argparse.Namespace) -> int:
    house.set_up_logs(replace(settings, log_level="WARNING"))
    store.migrate(settings)
    return house.in_loop(serving.chat_here(settings))


def understand(_settings: Settings, _options: argparse.Namespace) -> int:
    from handlers.understand_lines import understand_lines

    understand_lines(sys.stdin, sys.stdout)
    return 0


def invite(settings: Settings, _options: argparse.Namespace) -> int:
    print(_ask(settings, lambda pam: pam.accounts.invite()))
    return 0


def people(settings: Settings, _options: argparse.Namespace) -> int:
    for person, known in _ask(settings, lambda pam: pam.accounts.people()):
        channels = " ".join(_address(each.address) for each in known)
        print(f"{person.id}\t{channels}\tledger {person.ledger_id}")
    return 0


def replay(settings: Settings, _options: argparse.Namespace) -> int:
    audits = _ask(settings, lambda pam: pam.accounts.audit())
    for ledger_id, audit in audits:
        told = "equal" if not audit.differences else f"{len(audit.differences)} differences"
        print(f"ledger {ledger_id}\t{audit.acts} acts\t{audit.bookings} bookings\t{told}")
        for difference in audit.differences:
            print(f"\t{difference}")
    return 1 if any(audit.differences for _, audit in audits) else 0


def dead(settings: Settings, options: argparse.Namespace) -> int:
    if options.deed == "list":
        return _list_dead(settings)
    kind, number = options.name[:1], options.name[1:]
    if kind not in ("m", "l", "e") or not (number.isascii() and number.isdigit()):
        print("pam: a name is m and a number for a message, l for a letter, e for an event", file=sys.stderr)
        return 2
    if options.deed == "show":
        return _list_dead(settings, only=options.name)
    done = _ask(settings, lambda pam: _deal_with(pam, options.deed, kind, int(number)))
    print(f"{options.name}: {options.deed}" if done else f"{options.name} is not among the dead")
    return 0 if done else 1


async def _deal_with(pam: Pam, deed: str, kind: str, number: int) -> bool:
    accounts = pam.accounts
    if kind == "m":
        message = MessageId(number)
        return await (accounts.retry_message(message) if deed == "retry" else accounts.drop_message(message))
    if kind == "e":
        event = EventId(number)
        return await (accounts.retry_event(event) if deed == "retry" else accounts.drop_event(event))
    letter = LetterId(number)
    return await (accounts.retry_letter(letter) if deed == "retry" else accounts.drop_letter(letter))


class Gone(msgspec.Struct, frozen=True):
    """One thing that was given up on, as it is listed."""

    name: str
    where: str
    at: datetime
    tries: int
    fault: str
    trace_id: str


def _list_dead(settings: Settings, only: str | None = None) -> int:
    dead = _ask(settings, lambda pam: pam.accounts.dead())
    gone = [Gone(f"m{m.id}", m.source, m.received_at, m.attempts, m.fault, m.trace_id) for m in dead.messages]
    gone += [
        Gone(f"l{let.id}", let.channel, let.created_at, let.attempts, let.fault, let.trace_id) for let in dead.letters
    ]
    gone += [Gone(f"e{e.event_id}", e.named, e.at, e.attempts, e.fault, e.trace_id) for e in dead.deliveries]
    shown = [each for each in gone if only in (None, each.name)]
    for each in shown:
        print(f"{each.name}\t{each.where}\t{_minute(each.at)}\t{each.tries} tries\t{each.fault}\ttrace {each.trace_id}")
    return 0 if shown or only is None else 1


def _ask(settings: Settings, question: Callable[[Pam], Awaitable[Answer]]) -> Answer:
    return house.ask_once(settings, question)


def _port(settings: Settings, options: argparse.Namespace) -> int:
    return settings.port if options.port is None else options.port


def _address(address: Address) -> str:
    return address.value if address.channel == "sms" else f"{address.channel}:{address.value}"


def _minute(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


_ALL = (sandbox, run, web, worker, clock, migrate, backup, restore, chat, understand, invite, people, replay, dead)
DEEDS: dict[str, Callable[[Settings, argparse.Namespace], int]] = {deed.__name__: deed for deed in _ALL}
