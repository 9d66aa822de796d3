"""The page as a person meets it: by the names of its parts, never by how it is built."""

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Locator, Page, expect

PhoneName = Literal["Telegram", "SMS"]
BOXES: dict[PhoneName, str] = {"Telegram": "Message PAM on Telegram", "SMS": "Message PAM by SMS"}


class Phone:
    """One of the two."""

    def __init__(self, page: Page, name: PhoneName) -> None:
        self.name: PhoneName = name
        self.region = page.get_by_role("region", name=name, exact=True)
        self.log = self.region.get_by_role("log")
        self.box = self.region.get_by_role("textbox", name=BOXES[name], exact=True)
        self.send = self.region.get_by_role("button", name="Send", exact=True)

    def say(self, text: str) -> None:
        self.box.fill(text)
        self.send.click()

    def expect_words(self, text: str) -> None:
        expect(self.log).to_contain_text(text)

    @property
    def last_key(self) -> Locator:
        """The last button of the newest question in the thread."""
        return self.log.get_by_role("button").last


@dataclass(frozen=True)
class TwoPhones:
    page: Page

    @property
    def telegram(self) -> Phone:
        return Phone(self.page, "Telegram")

    @property
    def sms(self) -> Phone:
        return Phone(self.page, "SMS")

    @property
    def breaking(self) -> Locator:
        return self.page.get_by_role("region", name="Break something", exact=True)

    @property
    def happened(self) -> Locator:
        return self.page.get_by_role("region", name="What happened", exact=True)

    def switch(self, vendor: str) -> Locator:
        return self.breaking.get_by_role("switch", name=vendor, exact=True)

    def wait_until_live(self) -> None:
        """History is drawn while the logs are silent; when they speak, the page is up to date."""
        for phone in (self.telegram, self.sms):
            phone.region.locator("[role='log'][aria-live='polite']").wait_for()
