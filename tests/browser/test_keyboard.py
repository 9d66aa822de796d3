"""Everything by keyboard, with the focus where a person left it and always to be seen."""

from playwright.sync_api import expect

from tests.browser.two_phones import TwoPhones


def test_enter_sends_and_the_focus_stays_in_the_box(phones: TwoPhones) -> None:
    phones.telegram.box.focus()
    phones.page.keyboard.type("spent 6.10 on fruit")
    phones.page.keyboard.press("Enter")
    phones.telegram.expect_words("$6.10")
    expect(phones.telegram.box).to_be_focused()
    expect(phones.telegram.box).to_have_value("")


def test_shift_and_enter_begins_a_new_line(phones: TwoPhones) -> None:
    phones.sms.box.focus()
    phones.page.keyboard.type("one")
    phones.page.keyboard.press("Shift+Enter")
    phones.page.keyboard.type("two")
    expect(phones.sms.box).to_have_value("one\ntwo")


def test_a_button_in_a_thread_is_reached_and_pressed_by_keyboard(phones: TwoPhones) -> None:
    phones.telegram.say("spent 9.09")
    phones.telegram.expect_words("Which category?")
    category = phones.telegram.last_key.inner_text()
    expect(phones.telegram.box).to_be_focused()
    phones.page.keyboard.press("Shift+Tab")
    expect(phones.telegram.last_key).to_be_focused()
    phones.page.keyboard.press("Enter")
    phones.telegram.expect_words(f"$9.09 {category}")


def test_space_turns_a_switch_and_its_focus_can_be_seen(phones: TwoPhones) -> None:
    switch = phones.switch("Supabase")
    switch.focus()
    phones.page.keyboard.press("Space")
    expect(switch).to_be_checked()
    expect(switch).not_to_have_css("outline-style", "none")
    phones.page.keyboard.press("Space")
    expect(switch).not_to_be_checked()


def test_the_tab_key_comes_by_every_part(phones: TwoPhones) -> None:
    seen: set[str] = set()
    for _ in range(80):
        phones.page.keyboard.press("Tab")
        seen.add(phones.page.evaluate("document.activeElement.closest('section')?.ariaLabelledByElements[0].innerText"))
    assert {"Things to try", "Telegram", "SMS", "What happened", "Break something", "Books"} <= seen
