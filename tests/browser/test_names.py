"""What the page's parts are called for people who do not see it."""

import re

from playwright.sync_api import expect

from tests.browser.two_phones import TwoPhones


def test_each_phone_is_a_region_with_a_box_a_send_button_and_a_spoken_log(phones: TwoPhones) -> None:
    for phone in (phones.telegram, phones.sms):
        expect(phone.region).to_have_count(1)
        expect(phone.box).to_be_visible()
        expect(phone.send).to_be_visible()
        expect(phone.log).to_have_attribute("aria-live", "polite")


def test_every_vendor_has_a_switch_that_is_off_at_first(phones: TwoPhones) -> None:
    for vendor in ("Telegram", "Twilio", "OpenAI", "Stripe", "Supabase"):
        expect(phones.switch(vendor)).to_be_visible()
        expect(phones.switch(vendor)).not_to_be_checked()


def test_the_clock_and_what_happened_have_their_names(phones: TwoPhones) -> None:
    expect(phones.breaking.get_by_role("button", name="Move clock forward", exact=True)).to_be_visible()
    expect(phones.happened).to_be_visible()


def test_every_control_has_a_name(phones: TwoPhones) -> None:
    for role in ("button", "textbox", "combobox", "switch", "radio", "link"):
        named = phones.page.get_by_role(role, name=re.compile(r"\S"))
        expect(named).to_have_count(phones.page.get_by_role(role).count())
