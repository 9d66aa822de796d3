"""A chart in the chat: seen, read out, and looked at closely."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.two_phones import TwoPhones


def asked_for(phones: TwoPhones) -> Locator:
    """The picture that answers on Telegram."""
    phones.telegram.say("set a $400 grocery budget")
    phones.telegram.expect_words("$400.00")
    phones.telegram.say("spent 45.31 on groceries")
    phones.telegram.expect_words("$45.31")
    pictures = phones.telegram.log.get_by_role("img")
    # Those of the test before are still there: the last of them is not yet the answer.
    before = pictures.count()
    phones.telegram.say("show my grocery budget as a chart")
    expect(pictures).to_have_count(before + 1)
    expect(pictures.last).to_be_visible()
    return pictures.last


def test_a_chart_is_a_picture_with_an_alternative_text(phones: TwoPhones) -> None:
    picture = asked_for(phones)

    expect(picture).to_have_attribute("alt", re.compile(r"\$400\.00"))
    expect(picture).to_have_js_property("naturalWidth", 1000)
    expect(phones.sms.log.get_by_role("img")).to_have_count(0)


def test_a_picture_opens_large_by_key_and_gives_the_focus_back(phones: TwoPhones) -> None:
    asked_for(phones)
    button = phones.telegram.log.get_by_role("button").filter(has=phones.page.get_by_role("img")).last
    large = phones.page.get_by_role("dialog", name="Picture")

    button.press("Enter")
    expect(large.get_by_role("img")).to_be_visible()
    phones.page.keyboard.press("Escape")
    expect(large).to_have_count(0)
    expect(button).to_be_focused()


def test_a_picture_opens_large_by_a_click_and_closes_by_one(phones: TwoPhones) -> None:
    picture = asked_for(phones)
    large = phones.page.get_by_role("dialog", name="Picture")

    picture.click()
    large.get_by_role("button", name="Close").click()
    expect(large).to_have_count(0)


def test_a_picture_stays_within_a_narrow_phone(phones: TwoPhones) -> None:
    picture = asked_for(phones)
    for width in (320, 375, 820):
        phones.page.set_viewport_size({"width": width, "height": 812})
        seen, log = picture.bounding_box(), phones.telegram.log.bounding_box()
        assert seen is not None
        assert log is not None
        assert log["x"] <= seen["x"]
        assert seen["x"] + seen["width"] <= log["x"] + log["width"]
