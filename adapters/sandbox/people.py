"""Who holds the two phones of the page, and how Telegram describes a person."""

from dataclasses import dataclass

ANN_NUMBER = "+14155550123"
STRANGERS_NUMBER = "+14155550199"


@dataclass(frozen=True)
class Person:
    """A Telegram account; in a private chat the chat's id is the person's."""

    id: int
    first_name: str
    language_code: str = "en"

    def as_user(self) -> dict[str, object]:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }

    def as_chat(self) -> dict[str, object]:
        return {"id": self.id, "first_name": self.first_name, "type": "private"}


ANN = Person(id=1001, first_name="Ann")
