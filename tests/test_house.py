"""The rules of the house that no linter sees, and that the linter's own rules are in force."""

import ast
import contextlib
import importlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ("bot", "handlers", "adapters")
LONGEST_FILE = 300
LONGEST_FUNCTION = 60

# A machine's own paths, and numbers that mean something only beside a list that is not here.
ELSEWHERE = re.compile(r"(?<![\w.])/(?:root|work|Users)/\w|(?i:\b(?:issue|pull request)s? #\d+\b)")


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def tracked_files() -> list[Path]:
    """All that git knows or would take up."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main(['--no-cache'])"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_imports_go_one_way() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


# What somebody might write one day: the file, its only line, and the rule that must stop it.
BREACHES = [
    ("bot/money_things.py", "", "bot: pam"),
    ("handlers/new_door.py", "", "handlers: cli"),
    ("bot/domain/upwards.py", "import bot.services", "bot: pam"),
    ("bot/kit/outwards.py", "import adapters", "handlers > adapters > bot"),
    ("bot/kit/vendor.py", "import twilio", "no vendor in bot"),
    ("handlers/http/reaches_through.py", "import adapters.system_clock", "only handlers.assembly"),
    ("handlers/http/reads_settings.py", "import handlers.settings", "handlers: cli"),
    ("handlers/http/vendor.py", "from telegram import Bot", "each vendor's SDK"),
    ("adapters/vendor.py", "from twilio.rest import Client", "each vendor's SDK"),
    ("adapters/neighbour.py", "import adapters.system_clock", "adapters do not know each other"),
    ("adapters/sandbox/insider.py", "import bot.domain.money", "the pretend street"),
    ("bot/domain/errors.py", "import bot.domain.money", "no circles"),
]


@pytest.mark.parametrize(("file", "line", "rule"), BREACHES, ids=[file for file, _, _ in BREACHES])
def test_a_breach_of_direction_is_stopped(tmp_path: Path, file: str, line: str, rule: str) -> None:
    for folder in SOURCE:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / file).write_text(f"{line}\n", encoding="utf-8")
    result = lint_imports(tmp_path)
    broken = [told for told in result.stdout.splitlines() if " BROKEN" in told]
    assert result.returncode == 1
    assert any(told.startswith(rule) for told in broken), result.stdout


def test_every_test_folder_is_a_package() -> None:
    folders = {path.parent for path in python_files("tests")}
    assert not [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()]


def test_files_stay_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(*SOURCE)}
    assert not [f"{path.relative_to(ROOT)}: {length}" for path, length in lengths.items() if length > LONGEST_FILE]


def test_functions_stay_short() -> None:
    assert not [
        f"{path.relative_to(ROOT)}:{function.lineno} {function.name}"
        for path in python_files(*SOURCE)
        for function in functions(path)
        if (function.end_lineno or function.lineno) - function.lineno >= LONGEST_FUNCTION
    ]


def test_nothing_is_patched() -> None:
    patches = re.compile(r"monkey[p]atch\.|mocker\.|mock\.patch")
    assert not [path for path in python_files("tests") if patches.search(path.read_text(encoding="utf-8"))]


def test_the_repository_speaks_of_itself_alone() -> None:
    told: list[str] = []
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", "replace")
        told += [f"{path.relative_to(ROOT)}: {found[0]}" for found in ELSEWHERE.finditer(text)]
    assert not told


def requirements(lock: str) -> dict[str, str]:
    """Name to version of everything in a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_is_hashed_and_holds_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|index-url|find-links|trusted-host", text)


def test_the_development_lock_holds_what_runs() -> None:
    assert requirements("requirements.txt").items() <= requirements("requirements-dev.txt").items()


def test_the_locks_hold_what_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["project"]["dependencies"] + project["dependency-groups"]["dev"],
    }
    for lock, wishes in asked.items():
        locked = requirements(lock)
        for wish in map(Requirement, wishes):
            assert wish.specifier.contains(locked.get(wish.name, "0")), f"{lock} is older than {wish}: say make lock"


class Asked(Mapping[str, str]):
    """An environment that remembers which variables were asked for."""

    def __init__(self, values: dict[str, str]) -> None:
        self.values_by_name = values
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        return self.values_by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_name)

    def __len__(self) -> int:
        return len(self.values_by_name)


def test_the_example_names_exactly_what_is_read() -> None:
    settings = importlib.import_module("handlers.settings")
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    told = set(re.findall(r"^(?:# )?([A-Z][A-Z_]+)=", example, re.MULTILINE))
    read: set[str] = set()
    # A variable may be read only beside another one: nothing set, then everything.
    for values in ({}, dict.fromkeys(told, "x")):
        environment = Asked(values)
        with contextlib.suppress(settings.SettingsWrong):
            settings.Settings.read(environment, role="run")
        read |= environment.names
    assert told == read
