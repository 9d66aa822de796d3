"""What a model adds on the page, and both phones going on without it."""

import re

from playwright.sync_api import expect

from tests.browser.two_phones import TwoPhones

# Nothing the rules know: only a model finds out what is asked.
ODD = "where is all my dough going?"
TOLD = re.compile("Here it is:.*Latest bookings:", re.DOTALL)
# A model's first word is waited for during five seconds.
GIVEN_UP_WITHIN_MS = 9_000
# The words on their way, one after the other, for whoever comes too late to see them.
OVERHEAR = """log => {
    window.drafts = [];
    new MutationObserver(() => {
        const words = log.querySelector(".draft .words")?.innerText;
        if (words && words !== window.drafts.at(-1)) window.drafts.push(words);
    }).observe(log, { childList: true, subtree: true, characterData: true });
}"""


def break_openai(phones: TwoPhones, way: str) -> None:
    phones.breaking.get_by_role("combobox", name="How OpenAI breaks").select_option(way)
    phones.switch("OpenAI").check()
    expect(phones.telegram.region).to_contain_text(f"OpenAI is broken ({way})")


def test_a_draft_grows_and_the_answer_takes_its_place(phones: TwoPhones) -> None:
    phones.sms.say("spent 6.66 on cinema")
    phones.sms.expect_words("$6.66 cinema")
    phones.sms.say("spent 7.77 on books, 8.88 on a taxi, 9.99 on lunch, 11.11 on plants")
    phones.sms.expect_words("$11.11 plants")
    phones.telegram.log.evaluate(OVERHEAR)
    phones.telegram.say("got any bookings that are recent?")
    expect(phones.telegram.log).to_contain_text(TOLD)
    expect(phones.telegram.region.locator(".draft")).to_have_count(0)
    first, *later = phones.page.evaluate("window.drafts")
    assert later, first
    assert later[-1].startswith(first)
    phones.sms.say("and last month?")
    phones.sms.expect_words("Nothing is booked in")


def test_a_receipt_is_attached_tapped_and_booked(phones: TwoPhones) -> None:
    phones.page.get_by_role("button", name="send a receipt", exact=True).click()
    phones.telegram.expect_words("Shall I book it?")
    phones.telegram.log.get_by_role("button", name="Book it", exact=True).last.click()
    phones.telegram.expect_words("$12.40 other at Corner Shop")


def test_both_phones_go_on_while_the_model_does_not(phones: TwoPhones) -> None:
    both = (phones.telegram, phones.sms)
    for at, (way, asked) in enumerate(zip(("off", "slow", "mad"), (*both, phones.telegram), strict=True)):
        break_openai(phones, way)
        answers = asked.log.get_by_text("PAM:", exact=True)
        before = answers.count()
        asked.say(ODD)
        expect(answers).to_have_count(before + 1, timeout=GIVEN_UP_WITHIN_MS)
        for phone in both:
            phone.say(f"coffee {at + 1}.21")
            phone.expect_words(f"${at + 1}.21 coffee")
    expect(phones.page.get_by_text("I am in basic mode for now.")).to_have_count(1)
    phones.switch("OpenAI").uncheck()
    expect(phones.telegram.region).not_to_contain_text("OpenAI is broken")
