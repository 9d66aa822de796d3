"""Breaking a vendor on purpose, and moving time."""

from playwright.sync_api import expect

from tests.browser.street import Street
from tests.browser.two_phones import TwoPhones


def test_an_sms_waits_while_twilio_is_down_and_arrives_when_it_heals(phones: TwoPhones) -> None:
    phones.switch("Twilio").check()
    expect(phones.sms.region).to_contain_text("Twilio is broken")
    phones.sms.say("spent 21.21 on shoes")
    expect(phones.happened.get_by_role("listitem").first).to_contain_text("ledger")
    expect(phones.sms.log).not_to_contain_text("$21.21")
    phones.switch("Twilio").uncheck()
    phones.sms.expect_words("$21.21")
    expect(phones.sms.region).not_to_contain_text("Twilio is broken")


def test_a_broken_vendor_is_still_broken_after_a_reload(phones: TwoPhones) -> None:
    phones.breaking.get_by_role("combobox", name="How OpenAI breaks").select_option("slow")
    phones.switch("OpenAI").check()
    phones.page.reload()
    expect(phones.switch("OpenAI")).to_be_checked()
    expect(phones.breaking.get_by_role("combobox", name="How OpenAI breaks")).to_have_value("slow")
    phones.switch("OpenAI").uncheck()
    phones.page.reload()
    phones.wait_until_live()
    expect(phones.switch("OpenAI")).not_to_be_checked()


def test_the_model_is_switched_off_slow_or_mad(phones: TwoPhones) -> None:
    way = phones.breaking.get_by_role("combobox", name="How OpenAI breaks")
    expect(way.get_by_role("option")).to_have_text(["off", "slow", "mad"])


def test_moving_the_clock_forward_shows_the_new_day(phones: TwoPhones) -> None:
    shown = phones.page.get_by_role("time").first
    before = shown.inner_text()
    phones.breaking.get_by_role("button", name="Move clock forward").click()
    expect(shown).not_to_contain_text(before.partition(",")[0])
    expect(phones.page.get_by_text("The clock moved 24 hours forward.")).to_have_count(1)


def test_a_lost_connection_is_told_and_heals_by_itself(phones: TwoPhones, street: Street) -> None:
    phones.telegram.say("spent 5.55 on bread")
    phones.telegram.expect_words("$5.55")
    street.close()
    lost = phones.page.get_by_text("Connection lost")
    expect(lost).to_be_visible()
    street.open()
    expect(lost).to_be_hidden()
