"""``pam migrate``, ``backup`` and ``restore`` as a host types them, on either engine."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.postgres import databases
from tests.shelves import Shelf, shelf

__all__ = ["shelf"]

PAM = Path(sys.executable).with_name("pam")
SECRET = "a-key-for-the-commands-of-forty-characters"


def pam(folder: Path, url: str, *arguments: str, key: str = SECRET) -> tuple[int, str]:
    """The exit code, and all that was said."""
    environment = {"DATABASE_URL": url, "PAM_SECRET_KEY": key, "PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run([PAM, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in ended.stderr
    return ended.returncode, ended.stdout + ended.stderr


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_house_is_set_up_backed_up_and_moved(tmp_path: Path, kind: str) -> None:
    there = databases()
    names = [there.bare(), there.bare()]
    urls = [there.url(name) for name in names] if kind == "postgres" else ["sqlite:///one.db", "sqlite:///two.db"]
    assert pam(tmp_path, urls[0], "people") == (
        78,
        "pam: DATABASE_URL names a database on another schema: run pam migrate\n",
    )
    assert "migrations applied" in pam(tmp_path, urls[0], "migrate")[1]
    assert pam(tmp_path, urls[0], "migrate") == (0, "nothing to do: the schema is the newest\n")
    assert pam(tmp_path, urls[0], "invite")[0] == 0
    assert pam(tmp_path, urls[0], "backup", "kept")[1].startswith("1 rows in kept; ")
    assert pam(tmp_path, urls[1], "restore", "kept") == (0, "1 rows are back\n")
    assert pam(tmp_path, urls[1], "people") == (0, "")
    again = "pam: DATABASE_URL names a database that is not empty, and nothing was changed: name an empty one\n"
    assert pam(tmp_path, urls[1], "restore", "kept") == (1, again)
    for name in names:
        there.drop(name)


def test_a_backup_that_cannot_be_used_says_why_and_changes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    assert pam(tmp_path, shelf.url, "backup", "kept")[0] == 0
    other_key = "another-key-of-more-than-forty-characters-"
    code, said = pam(tmp_path, shelf.url, "restore", "kept", key=other_key)
    assert (code, "PAM_SECRET_KEY of its house" in said) == (1, True)
    (tmp_path / "kept").write_bytes((tmp_path / "kept").read_bytes()[:-20])
    assert pam(tmp_path, shelf.url, "restore", "kept") == (
        1,
        "pam: this is no backup, or not the whole of one, and nothing was changed\n",
    )
    assert pam(tmp_path, shelf.url, "restore", "nothing")[0] == 1


def test_a_database_that_is_refused_is_a_matter_of_configuration(tmp_path: Path) -> None:
    url = databases().url("nowhere")
    for command in ("migrate", "people"):
        code, said = pam(tmp_path, url, command)
        assert (code, said.startswith("pam: DATABASE_URL is refused by its server")) == (78, True)


def test_a_server_that_is_away_is_a_failure_and_shows_no_password(tmp_path: Path) -> None:
    code, said = pam(tmp_path, "postgresql://pam:canary@127.0.0.1:1/pam", "migrate")
    assert (code, "canary" in said) == (1, False)


def test_on_a_server_nobody_makes_a_key_of_their_own(tmp_path: Path) -> None:
    name = databases().take()
    assert pam(tmp_path, databases().url(name), "people", key="")[0] == 78
    databases().give_back(name)
    assert list(tmp_path.iterdir()) == []


def test_what_was_given_up_on_is_listed_with_its_trace_tried_again_and_dropped(tmp_path: Path) -> None:
    url = "sqlite:///one.db"
    pam(tmp_path, url, "migrate")
    with closing(sqlite3.connect(tmp_path / "one.db", isolation_level=None)) as hand:
        hand.execute("INSERT INTO ledger (id, created_at) VALUES (1, 0)")
        hand.execute(
            """INSERT INTO person (id, ledger_id, name, timezone, locale, currency, language, quiet_hours,
                                   alert_thresholds, created_at)
               VALUES (1, 1, '', 'UTC', 'en-US', 'USD', 'en', '', '80', 0)"""
        )
        hand.execute("INSERT INTO event VALUES (7, 'ExpenseRecorded', 1, 1, 0, 'a-trace', '{}')")
        hand.execute("INSERT INTO delivery VALUES (7, 'watch_spending', 'dead', 0, 5, 'ZeroDivisionError')")
    line = "e7\tExpenseRecorded for watch_spending\t1970-01-01T00:00+00:00\t5 tries\tZeroDivisionError\ttrace a-trace\n"
    assert pam(tmp_path, url, "dead", "list") == (0, line)
    assert pam(tmp_path, url, "dead", "show", "e7") == (0, line)
    assert pam(tmp_path, url, "dead", "show", "e8") == (1, "")
    assert pam(tmp_path, url, "dead", "retry", "e7") == (0, "e7: retry\n")
    assert pam(tmp_path, url, "dead", "drop", "e7") == (1, "e7 is not among the dead\n")
    assert pam(tmp_path, url, "dead", "drop", "x7")[0] == 2
