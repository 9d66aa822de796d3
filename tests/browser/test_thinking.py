"""What a model adds on the page, and both phones going on without it."""

import re
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.two_phones import PhoneName, TwoPhones

# Nothing the rules know: only a model finds out what is asked.
ODD = "where is all my dough going?"
TOLD = re.compile("Here it is:.*spent this month", re.DOTALL)
# The words on their way, one after the other, for whoever comes too late to see them.
OVERHEAR = """log => {
    window.drafts = [];
    new MutationObserver(() => {
        const words = log.querySelector(".draft .words")?.innerText;
        if (words && words !== window.drafts.at(-1)) window.drafts.push(words);
    }).observe(log, { childList: true, subtree: true, characterData: true });
}"""


def break_openai(phones: TwoPhones, way: Literal["off", "slow", "mad"]) -> None:
    phones.breaking.get_by_role("combobox", name="How OpenAI breaks").select_option(way)
    phones.switch("OpenAI").check()
    expect(phones.telegram.region).to_contain_text(f"OpenAI is broken ({way})")


def test_a_draft_grows_and_the_answer_takes_its_place(phones: TwoPhones) -> None:
    phones.sms.say("spent 6.66 on cinema")
    phones.sms.expect_words("$6.66 cinema")
    phones.sms.say("spent 7.77 on books, 8.88 on a taxi, 9.99 on lunch, 11.11 on plants")
    phones.sms.expect_words("$11.11 plants")
    phones.telegram.log.evaluate(OVERHEAR)
    phones.telegram.say(ODD)
    expect(phones.telegram.log).to_contain_text(TOLD)
    expect(phones.telegram.region.locator(".draft")).to_have_count(0)
    first, *later = phones.page.evaluate("window.drafts")
    assert later
    assert later[-1].startswith(first)
    phones.sms.say("and last month?")
    phones.sms.expect_words("Nothing spent in")


def test_a_receipt_is_attached_tapped_and_booked(phones: TwoPhones) -> None:
    phones.page.get_by_role("button", name="send a receipt", exact=True).click()
    phones.telegram.expect_words("Shall I book it?")
    phones.telegram.log.get_by_role("button", name="Book it", exact=True).last.click()
    phones.telegram.expect_words("$12.40 other at Corner Shop")


@pytest.mark.parametrize("way", ["off", "slow", "mad"])
def test_both_phones_go_on_while_the_model_does_not(phones: TwoPhones, way: Literal["off", "slow", "mad"]) -> None:
    break_openai(phones, way)
    amounts: dict[PhoneName, str] = {"Telegram": f"{len(way)}.21", "SMS": f"{len(way)}.{ord(way[0])}"}
    for phone in (phones.telegram, phones.sms):
        answers = phone.log.get_by_text("I did not understand that.")
        before = answers.count()
        phone.say(ODD)
        phone.say(f"coffee {amounts[phone.name]}")
        phone.expect_words(f"${amounts[phone.name]} coffee")
        expect(answers).to_have_count(before + 1)
    phones.switch("OpenAI").uncheck()
    expect(phones.telegram.region).not_to_contain_text("OpenAI is broken")
