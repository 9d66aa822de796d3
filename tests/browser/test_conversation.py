"""Talking to PAM on either phone."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.two_phones import TwoPhones

OVERHEARD = Path(__file__).with_name("overheard.js")


def test_a_booking_on_telegram_is_answered_there_and_only_there(phones: TwoPhones) -> None:
    phones.telegram.say("spent 45.31 on groceries")
    phones.telegram.expect_words("$45.31")
    expect(phones.sms.log).not_to_contain_text("45.31")


def test_a_booking_by_sms_is_answered_there_with_its_segments_and_delivery(phones: TwoPhones) -> None:
    phones.sms.say("spent 12.07 on coffee")
    phones.sms.expect_words("$12.07")
    phones.sms.expect_words("1 segment \u00b7 Delivered")
    expect(phones.telegram.log).not_to_contain_text("12.07")


def test_a_tap_answers_the_question_it_stands_under(phones: TwoPhones) -> None:
    phones.telegram.say("spent 3.33")
    phones.telegram.expect_words("Which category?")
    category = phones.telegram.last_key.inner_text()
    phones.telegram.last_key.click()
    phones.telegram.expect_words(f"$3.33 {category}")


def test_what_happened_tells_the_way_from_the_message_to_the_letter_newest_first(phones: TwoPhones) -> None:
    newest = phones.happened.get_by_role("listitem").first
    phones.telegram.say("help")
    expect(newest).to_contain_text("skillhelp")
    phones.telegram.say("spent 7.77 on tea")
    expect(newest).to_contain_text("record_expense")
    for stage in ("message", "skill", "ledger", "letter"):
        expect(newest).to_contain_text(stage)


def test_a_thing_to_try_is_sent_on_the_chosen_phone(phones: TwoPhones) -> None:
    phones.page.get_by_role("radio", name="by SMS").check()
    phones.page.get_by_role("button", name="help", exact=True).click()
    phones.sms.expect_words("You: help")


def test_tags_a_person_writes_are_shown_as_written(phones: TwoPhones) -> None:
    for phone in (phones.telegram, phones.sms):
        phone.say("<b>bold</b> <img src=x onerror=alert(1)> &amp; it's")
        phone.expect_words("<b>bold</b> <img src=x onerror=alert(1)> &amp; it's")


def test_words_that_are_refused_stay_in_the_box_with_the_reason(phones: TwoPhones) -> None:
    endless = "na " * 600
    phones.sms.say(endless)
    expect(phones.sms.region.get_by_role("status")).to_have_text("An SMS ends at 1600 characters.")
    expect(phones.sms.box).to_have_value(endless)


def test_a_reload_shows_the_same_thread_without_reading_it_out(phones: TwoPhones) -> None:
    phones.telegram.say("spent 8.88 on soap")
    phones.telegram.expect_words("$8.88")
    phones.page.add_init_script(path=OVERHEARD)
    phones.page.reload()
    phones.telegram.expect_words("$8.88")
    phones.wait_until_live()
    assert phones.page.evaluate("overheard") == []


def test_a_link_that_starts_the_bot_with_a_code_stays_on_this_page(phones: TwoPhones) -> None:
    phones.page.evaluate("""
        const link = document.createElement("a");
        link.href = "https://t.me/pam_bot?start=blue-heron";
        link.textContent = "Open Telegram";
        document.querySelector("[role='log']").append(link);
    """)
    phones.telegram.log.get_by_role("link", name="Open Telegram").click()
    phones.telegram.expect_words("You: /start blue-heron")
