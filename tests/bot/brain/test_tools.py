"""What a model is offered: every tool strict, every slot a skill's own, nothing it must not fill."""

import msgspec
import pytest

from bot.brain.tools import offered, tools
from bot.ports.language_model import Tool
from bot.skills.registry import SKILLS


class Slot(msgspec.Struct):
    type: list[str]
    description: str


class Schema(msgspec.Struct):
    properties: dict[str, Slot]
    required: list[str]
    more: bool = msgspec.field(name="additionalProperties")


NEVER = {"verify_code", "link_account", "lock", "unlock", "create_token", "delete_my_data", "export_data"}
FROM_BUTTONS = {"booking", "bookings", "bill", "due", "alert", "rule", "message", "id", "person_id", "sure", "declined"}


@pytest.mark.parametrize("tool", tools(), ids=lambda tool: tool.name)
def test_a_schema_is_strict(tool: Tool) -> None:
    schema = msgspec.convert(tool.parameters, Schema)
    assert not schema.more
    assert schema.required == list(schema.properties)
    assert all("null" in slot.type for slot in schema.properties.values())


def test_no_tool_takes_an_id_or_what_only_a_button_says() -> None:
    assert not {slot for each in offered().values() for slot in each.slots} & FROM_BUTTONS


def test_what_needs_more_than_words_is_no_tool() -> None:
    assert not NEVER & offered().keys()


def test_every_other_skill_is_a_tool() -> None:
    assert SKILLS.keys() - offered().keys() - NEVER == {"greet", "thanks", "leave_it"}
