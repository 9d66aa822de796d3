"""The command ``pam``: exits 0 ok, 1 failed, 2 usage, 78 configuration wrong; no traceback for a host's mistake."""

import argparse
import sys
from collections.abc import Callable, Sequence

from bot.domain.errors import PamError, Refused
from handlers import commands
from handlers.settings import Settings, SettingsWrong

CONFIGURATION_WRONG = 78

Command = Callable[[Settings, argparse.Namespace], int]

COMMANDS: dict[str, tuple[str, Command]] = {
    "sandbox": ("PAM with a pretend street and a page with two phones: no accounts, no keys", commands.sandbox),
    "run": ("everything in one process, against what the environment configures", commands.run),
    "migrate": ("brings the database to the newest schema; safe to run twice", commands.migrate),
    "chat": ("talk to PAM in this terminal", commands.chat),
    "understand": ("JSON Lines in, what the offline brain understands out", commands.understand),
    "invite": ("prints a one-time invitation code", commands.invite),
    "people": ("everyone PAM knows, with their channels and ledger", commands.people),
    "dead": ("messages and letters that were given up on", commands.dead),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment(options.command)
        for warning in settings.warnings:
            _complain(warning)
        return COMMANDS[options.command][1](settings, options)
    except SettingsWrong as wrong:
        for fault in wrong.faults:
            _complain(fault)
        return CONFIGURATION_WRONG
    except Refused as refusal:
        _complain(_what_to_do(refusal))
        return CONFIGURATION_WRONG
    except (PamError, OSError) as fault:
        _complain(f"failed: {fault}")
        return 1
    except KeyboardInterrupt:
        return 0


def _complain(text: str) -> None:
    print(f"pam: {text}", file=sys.stderr)


def _what_to_do(refusal: Refused) -> str:
    if refusal.reason == "schema_too_new":
        return "DATABASE_URL names a database newer than this version of PAM: start the newer version"
    return "DATABASE_URL names a database on another schema: run pam migrate"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pam", description="PAM, a money assistant in the chat you already have open."
    )
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    added = {name: subparsers.add_parser(name, help=says, description=says) for name, (says, _) in COMMANDS.items()}
    added["sandbox"].add_argument("--port", type=_port, help="where the page is (PORT, else 8000)")
    added["sandbox"].add_argument("--no-browser", action="store_true", help="do not open the page")
    added["run"].add_argument("--host", help="where to listen (HOST, else 127.0.0.1)")
    added["run"].add_argument("--port", type=_port, help="the port to listen on (PORT, else 8000)")
    deeds = added["dead"].add_subparsers(dest="deed", metavar="list|show|retry|drop", required=True)
    deeds.add_parser("list", help="all of them")
    for deed, says in (("show", "one of them"), ("retry", "tries one again"), ("drop", "forgets one")):
        deeds.add_parser(deed, help=says).add_argument("name", help="as list prints it: m12 or l34")
    return parser


def _port(written: str) -> int:
    if not (written.isascii() and written.isdigit() and int(written) <= 65535):
        raise argparse.ArgumentTypeError("a port is a number up to 65535")
    return int(written)


if __name__ == "__main__":
    sys.exit(main())
