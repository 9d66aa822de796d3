"""What PAM says by herself once its time has come: nobody writes, the clock alone is moved."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.two_phones import TwoPhones


def move_clock(phones: TwoPhones, by: str) -> None:
    phones.breaking.get_by_role("combobox", name="by", exact=True).select_option(label=by)
    phones.breaking.get_by_role("button", name="Move clock forward").click()


def coming(phones: TwoPhones) -> Locator:
    phones.page.get_by_role("tab", name="Coming up").click()
    return phones.page.get_by_role("tabpanel", name="Coming up").get_by_role("row")


def test_a_reminder_comes_by_itself_and_its_button_puts_it_off(phones: TwoPhones) -> None:
    phones.telegram.say("remind me in 1 hour to water the plants")
    expect(coming(phones).filter(has_text="water the plants")).to_have_count(1)
    # No farther than it is due: what is put off while the clock still travels may come on the way.
    move_clock(phones, "1 hour")
    phones.telegram.expect_words("Reminder: water the plants")
    told = phones.happened.get_by_role("listitem").filter(has_text="a reminder was due").first
    expect(told).to_contain_text(re.compile("clock.*alert.*letter", re.DOTALL))
    phones.telegram.log.get_by_role("button", name="In 1 hour").last.click()
    phones.telegram.expect_words("I will tell you again")
    expect(coming(phones).filter(has_text="what was put off: water the plants")).to_have_count(1)


def test_a_digest_comes_by_itself_with_its_picture(phones: TwoPhones) -> None:
    phones.telegram.say("taxi 30, books 20, coffee 4")
    phones.telegram.expect_words("$30.00")
    phones.telegram.say("send me a daily digest")
    phones.telegram.expect_words("Digest every day at 9:00")
    move_clock(phones, "1 week")
    digest = phones.telegram.log.get_by_role("img", name=re.compile("spent yesterday"))
    expect(digest.last).to_be_visible()
    phones.telegram.expect_words("spent yesterday")
    phones.telegram.say("turn off the digest")
    phones.telegram.expect_words("No digest any more.")
