"""The command ``pam``: exits 0 ok, 1 failed, 2 usage, 78 configuration wrong; no traceback for a host's mistake."""

import argparse
import contextlib
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

FAILED = 1
CONFIGURATION_WRONG = 78
WHAT_TO_DO = {
    "schema_too_new": "DATABASE_URL names a database newer than this version of PAM: start the newer version",
    "schema_not_current": "DATABASE_URL names a database on another schema: run pam migrate",
    "database_refuses": "DATABASE_URL is refused by its server: check the user, the password and the database's name",
    "database_not_empty": "DATABASE_URL names a database that is not empty, and nothing was changed: name an empty one",
    "backup_unreadable": "this is no backup, or not the whole of one, and nothing was changed",
    "backup_too_new": "this backup is of a newer version of PAM, and nothing was changed: restore it with that one",
    "backup_other_key": "this backup opens only with the PAM_SECRET_KEY of its house, and nothing was changed",
}
# The others are about the configuration.
ABOUT_A_FILE = frozenset({"database_not_empty", "backup_unreadable", "backup_too_new", "backup_other_key"})

COMMANDS = {
    "sandbox": "PAM with a pretend street and a page with two phones: no accounts, no keys",
    "run": "everything in one process, against what the environment configures",
    "web": "the doors alone, as many processes as are wanted",
    "worker": "the work alone, as many processes as are wanted",
    "clock": "the clock alone: one leads, others stand by",
    "migrate": "brings the database to the newest schema; safe to run twice",
    "backup": "everything into one file, while PAM is running",
    "restore": "everything from such a file into an empty database",
    "chat": "talk to PAM in this terminal",
    "understand": "JSON Lines in, what the offline brain understands out",
    "invite": "prints a one-time invitation code",
    "people": "everyone PAM knows, with their channels and ledger",
    "replay": "builds each ledger again from its journal and compares",
    "dead": "messages, letters and events that were given up on",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    # Whoever changes their mind while PAM is still being imported gets the same answer as later.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    options = _parser().parse_args(arguments)
    with contextlib.suppress(KeyboardInterrupt):
        return _run(options)
    return 0


def _run(options: argparse.Namespace) -> int:
    from bot.domain.errors import PamError, Refused
    from handlers.commands import DEEDS
    from handlers.settings import Settings, SettingsWrong

    try:
        settings = Settings.from_environment(options.command, real_model=getattr(options, "openai", False))
        for warning in settings.warnings:
            _complain(warning)
        return DEEDS[options.command](settings, options)
    except SettingsWrong as wrong:
        for fault in wrong.faults:
            _complain(fault)
        return CONFIGURATION_WRONG
    except Refused as refusal:
        _complain(WHAT_TO_DO.get(refusal.reason, f"refused: {refusal.reason}"))
        return FAILED if refusal.reason in ABOUT_A_FILE else CONFIGURATION_WRONG
    except (PamError, OSError) as fault:
        _complain(f"failed: {fault}")
        return FAILED


def _complain(text: str) -> None:
    print(f"pam: {text}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pam", description="PAM, a money assistant in the chat you already have open."
    )
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    added = {name: subparsers.add_parser(name, help=says, description=says) for name, says in COMMANDS.items()}
    added["sandbox"].add_argument("--port", type=_port, help="where the page is (PORT, else 8000)")
    added["sandbox"].add_argument("--no-browser", action="store_true", help="do not open the page")
    added["sandbox"].add_argument("--openai", action="store_true", help="think with OPENAI_API_KEY, for real money")
    for name in ("run", "web"):
        added[name].add_argument("--host", help="where to listen (HOST, else 127.0.0.1)")
        added[name].add_argument("--port", type=_port, help="the port to listen on (PORT, else 8000)")
    for name in ("backup", "restore"):
        added[name].add_argument("file", type=Path, help="the backup's file")
    deeds = added["dead"].add_subparsers(dest="deed", metavar="list|show|retry|drop", required=True)
    deeds.add_parser("list", help="all of them")
    for deed, says in (("show", "one of them"), ("retry", "tries one again"), ("drop", "forgets one")):
        deeds.add_parser(deed, help=says).add_argument("name", help="as list prints it: m12, l34 or e56")
    return parser


def _port(written: str) -> int:
    if not (written.isascii() and written.isdigit() and int(written) <= 65535):
        raise argparse.ArgumentTypeError("a port is a number up to 65535")
    return int(written)


if __name__ == "__main__":
    sys.exit(main())
