"""What PAM tells people to say, she understands: every example of every language's texts."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib import resources

import pytest

from bot.brain.offline import decide
from bot.domain.decision import NOTHING, Reader
from bot.domain.wording import Voice, languages

TODAY = date(2026, 11, 18)
LOCALES = {"en": "en-US", "es": "es-ES", "fr": "fr-FR", "de": "de-DE"}
PROPOSED = re.compile(r"(?:for example|por ejemplo|par exemple|zum Beispiel) ?: (.+)")
ANOTHER = re.compile(r", (?:or|o|ou|oder) ?: ")
# Answers to a question of PAM's, and parts of a sentence: they say nothing alone.
PARTS = ("split.", "budget.need_start_day", "cannot.budget_")


def proposals() -> Iterator[tuple[str, str]]:
    for language in sorted(languages()):
        for room in (resources.files("bot.domain") / "texts" / language).iterdir():
            for section, entries in tomllib.loads(room.read_text(encoding="utf-8")).items():
                for name, text in entries.items():
                    key = f"{section}.{name}"
                    yield from ((language, _filled(said, key, language)) for said in _said(key, text))


def _said(key: str, text: str) -> Iterator[str]:
    if key == "help.text":
        yield from re.findall(r"\*\*(.+?)\*\*", text)
    elif key == "help.short":
        yield from text.partition(":")[2].split(" / ")
    else:
        found = PROPOSED.search(text)
        if found and not key.startswith(PARTS):
            yield from ANOTHER.split(re.sub(r", (?:or|o|ou|oder) \w+$", "", found[1]))


def _filled(said: str, key: str, language: str) -> str:
    account = Voice(language, LOCALES[language], TODAY).account("savings")
    example = account if key.startswith("account.") else "400"
    return said.replace("{example}", example).replace("{word}", "coffee").replace("{goal}", "japan").strip()


@pytest.mark.parametrize(("language", "said"), sorted(set(proposals())))
def test_what_is_proposed_is_understood(language: str, said: str) -> None:
    reader = Reader(TODAY, "10:00", "Europe/Berlin", LOCALES[language], "EUR")
    assert decide(said, reader) is not NOTHING


def test_there_is_something_proposed_in_every_language() -> None:
    assert all(sum(language == each for each, _ in proposals()) > 20 for language in languages())
