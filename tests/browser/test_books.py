"""The books under the phones: what was said is there as a table, a picture and an act, and can be left behind."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.two_phones import TwoPhones


def books(phones: TwoPhones) -> Locator:
    return phones.page.get_by_role("region", name="Books", exact=True)


def test_a_booking_comes_into_the_ledger_and_its_undo_is_told_in_the_journal(phones: TwoPhones) -> None:
    phones.telegram.say("spent 21.75 on books")
    rows = books(phones).get_by_role("row")
    expect(rows.filter(has_text="$21.75")).to_have_count(1)
    phones.sms.say("undo")
    expect(rows.filter(has_text="$21.75")).to_have_count(0)
    books(phones).get_by_role("tab", name="Journal").click()
    expect(rows.filter(has_text="21.75").filter(has_text="undone")).to_have_count(1)


def test_a_month_is_drawn_with_words_for_those_who_do_not_see_it(phones: TwoPhones) -> None:
    phones.telegram.say("spent 30 on books")
    phones.telegram.expect_words("$30.00")
    books(phones).get_by_role("tab", name="Charts").click()
    picture = books(phones).get_by_role("img")
    expect(picture).to_have_attribute("alt", re.compile(r"\$30\.00"))
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300


def test_the_arrow_keys_choose_a_tab(phones: TwoPhones) -> None:
    first = books(phones).get_by_role("tab", name="Ledger")
    first.focus()
    phones.page.keyboard.press("ArrowRight")
    expect(books(phones).get_by_role("tab", name="Coming up")).to_be_focused()
    expect(books(phones).get_by_role("tabpanel", name="Coming up")).to_be_visible()
    expect(books(phones).get_by_role("tabpanel", name="Ledger")).to_be_hidden()


def test_choosing_a_language_has_pam_speak_it_and_offers_sentences_in_it(phones: TwoPhones) -> None:
    language = phones.page.get_by_role("combobox", name="Language")
    language.select_option("de")
    expect(phones.page.get_by_role("button", name="Hilfe", exact=True)).to_be_visible()
    phones.telegram.say("Kaffee 4,50")
    phones.telegram.expect_words("4,50")
    language.select_option("en")
    phones.telegram.say("coffee 5.50")
    phones.telegram.expect_words("$5.50")


def test_starting_over_asks_once_more_and_empties_phones_and_books(phones: TwoPhones) -> None:
    phones.telegram.say("spent 41.17 on books")
    expect(books(phones).get_by_role("row").filter(has_text="$41.17")).to_have_count(1)
    again = books(phones).get_by_role("button", name="Start over")
    again.click()
    phones.page.get_by_role("dialog").get_by_role("button", name="Keep all").click()
    phones.telegram.expect_words("$41.17")
    again.click()
    phones.page.get_by_role("dialog").get_by_role("button", name="Start over").click()
    expect(phones.telegram.log).not_to_contain_text("$41.17")
    phones.wait_until_live()
    expect(books(phones).get_by_role("row").filter(has_text="Nothing yet.")).to_have_count(1)
