"""Widths, colours and calm."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.street import Street
from tests.browser.two_phones import TwoPhones

UNBROKEN = "unbroken" * 30
STICKING_OUT = """log => {
    const { left, right } = log.getBoundingClientRect();
    const boxes = [...log.querySelectorAll("*")].map((element) => element.getBoundingClientRect());
    return boxes.filter((box) => box.width > 1 && (box.left < left || box.right > right)).length;
}"""
CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")


def test_nothing_scrolls_sideways_on_any_width(phones: TwoPhones) -> None:
    for phone in (phones.telegram, phones.sms):
        phone.say(UNBROKEN)
        phone.expect_words(UNBROKEN)
    for width in (320, 375, 719, 820, 1099, 1280, 1920):
        phones.page.set_viewport_size({"width": width, "height": 812})
        assert phones.page.evaluate("document.documentElement.scrollWidth") == width
        for phone in (phones.telegram, phones.sms):
            assert phone.log.evaluate(STICKING_OUT) == 0


def test_both_boxes_and_the_whole_desk_fit_a_laptop_without_scrolling(phones: TwoPhones) -> None:
    for part in (phones.telegram.send, phones.sms.send, phones.breaking.get_by_role("button")):
        expect(part).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(phones: TwoPhones, scheme: str) -> None:
    phones.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    phones.telegram.say("spent 2.50 on gum")
    phones.telegram.expect_words("$2.50")
    phones.sms.say("spent 2.60 on gum")
    phones.sms.expect_words("$2.60")
    assert phones.page.evaluate(CONTRAST) == []


def test_nothing_moves_for_those_who_asked_for_calm(page: Page, street: Street) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(street.url)
    phones = TwoPhones(page)
    phones.wait_until_live()
    phones.switch("Stripe").check()
    assert page.evaluate("document.getAnimations().length") == 0
    phones.switch("Stripe").uncheck()


def test_nothing_comes_from_elsewhere(page: Page, street: Street) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(street.url)
    TwoPhones(page).wait_until_live()
    assert asked
    assert [url for url in asked if not url.startswith(street.url)] == []
