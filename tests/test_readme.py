"""What the documents promise holds: what they name exists, and what they show is what PAM answers."""

import ast
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from handlers.cli import main
from tests.house import ANN_SMS, ANN_TELEGRAM, a_room

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = ("README.md", "CONTRIBUTING.md")
DECISIONS = tuple(f"docs/decisions/{path.name}" for path in sorted((ROOT / "docs/decisions").glob("*.md")))

FOLDERS = ("bot", "handlers", "adapters", "tests", "tools", "docs", ".ci")
PATH = re.compile(rf"(?:{'|'.join(map(re.escape, FOLDERS))})/[\w./-]*")
LONE_FILE = re.compile(r"(?:\.env\.example|[A-Z]+\.md|pyproject\.toml|Procfile|Dockerfile|Makefile|LICENSE)")
LINK = re.compile(r"\]\(([^)#:]+)\)|(?:src|srcset)=\"([^\"]+)\"")
MEMBER = re.compile(r"([A-Za-z]\w*)\.([a-z]\w*)(?:\(\))?")
VARIABLE = re.compile(r"\b(?:PORT|HOST|[A-Z]+(?:_[A-Z]+)+)\b(?![-\w/])")
EXAMPLE = re.compile(r"^\| (Telegram|SMS) \| `([^`]+)` \| (.+) \|$", re.MULTILINE)
PHONES = {"Telegram": ANN_TELEGRAM, "SMS": ANN_SMS}


def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def code_in(text: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`\n]+)`", text)


def paths_in(text: str) -> set[str]:
    """Files and folders of this repository, named in code or linked."""
    named = {code for code in code_in(text) if PATH.fullmatch(code) or LONE_FILE.fullmatch(code)}
    return named | {target for pair in LINK.findall(text) for target in pair if target}


@cache
def members() -> dict[str, set[str]]:
    """Module and class names of the source, each with what is defined in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in (path for folder in ("bot", "handlers", "adapters") for path in (ROOT / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found[path.stem] |= names_of(tree.body)
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                found[node.name] |= names_of(node.body)
    return found


def names_of(body: list[ast.stmt]) -> set[str]:
    return {node.name for node in body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)}


@pytest.mark.parametrize("document", [*GUIDES, *DECISIONS])
def test_every_path_it_names_exists(document: str) -> None:
    folder = (ROOT / document).parent
    missing = [path for path in paths_in(text_of(document)) if not ((ROOT / path).exists() or (folder / path).exists())]
    assert not missing


@pytest.mark.parametrize("document", GUIDES)
def test_every_function_it_names_exists(document: str) -> None:
    named = [found for code in code_in(text_of(document)) if (found := MEMBER.fullmatch(code))]
    wanted = [found for found in named if not LONE_FILE.fullmatch(found[0])]
    assert wanted
    assert not [found[0] for found in wanted if found[2] not in members()[found[1]]]


@pytest.mark.parametrize("document", GUIDES)
def test_every_command_it_names_is_there(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    commands = {command for code in code_in(text_of(document)) for command in re.findall(r"\bpam((?: [a-z]+)+)", code)}
    assert commands
    for command in sorted(commands):
        with pytest.raises(SystemExit) as ended:
            main([*command.split(), "--help"])
        assert ended.value.code == 0, f"pam{command}: {capsys.readouterr().err}"


@pytest.mark.parametrize("document", GUIDES)
def test_every_make_target_it_names_is_there(document: str) -> None:
    there = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    named = {target for code in code_in(text_of(document)) for target in re.findall(r"\bmake ([a-z]+)", code)}
    assert named
    assert named <= there


@pytest.mark.parametrize("document", GUIDES)
def test_every_variable_it_names_is_read(document: str) -> None:
    # The example names exactly what is read: tests/test_house.py holds the two together.
    read = set(re.findall(r"^(?:# )?([A-Z][A-Z_]+)=", text_of(".env.example"), re.MULTILINE))
    named = {name for code in code_in(text_of(document)) for name in VARIABLE.findall(code)}
    assert named - read == set()


def test_the_variables_a_host_must_set_are_all_told() -> None:
    required = {"PAM_SECRET_KEY", "PUBLIC_URL", "TELEGRAM_WEBHOOK_SECRET", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"}
    assert required <= set(VARIABLE.findall(README))


def test_every_route_it_names_has_a_door() -> None:
    doors = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "handlers/http").glob("*.py"))
    routes = {route for code in code_in(README) for route in re.findall(r"^(?:GET |POST )?(/[a-z/]+)$", code)}
    routes -= {"/start"}  # said to a bot, not asked of a server
    assert routes
    assert not [route for route in routes if f'"{route}"' not in doors]


async def test_the_examples_are_answered_as_shown(tmp_path: Path) -> None:
    examples = EXAMPLE.findall(README)
    assert len(examples) == 8
    async with a_room(tmp_path) as room:
        await room.pam.accounts.introduce("Ann", *PHONES.values())
        for phone, said, shown in examples:
            answers, _, buttons = shown.partition(" with the button")
            assert await room.say(PHONES[phone], said) == code_in(answers), said
            offered = [button.label for button in room.letters(PHONES[phone])[-1].answer.buttons]
            assert offered == code_in(buttons), said


def test_the_picture_of_the_house_shows_rooms_that_exist() -> None:
    picture = ET.parse(ROOT / "docs/house.svg")  # noqa: S314 - our own file
    labels = [label.text or "" for label in picture.iter("{http://www.w3.org/2000/svg}text")]
    modules = {path.stem for folder in FOLDERS for path in (ROOT / folder).rglob("*")}
    rooms = {room for label in labels for room in re.findall(r"[a-z]+_[a-z]+", label)}
    assert len(rooms) >= 6
    assert rooms <= modules
