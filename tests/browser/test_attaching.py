"""Sending a file from the Telegram phone."""

from pathlib import Path

from playwright.sync_api import expect

from adapters.sandbox.photographed_receipt import Receipt, photographed
from adapters.sandbox.spoken_note import spoken
from tests.browser.two_phones import TwoPhones


def test_a_photo_and_a_voice_note_are_sent_by_the_button_beside_the_box(phones: TwoPhones, tmp_path: Path) -> None:
    photo, note, page = tmp_path / "receipt.png", tmp_path / "note.ogg", tmp_path / "broken.png"
    photo.write_bytes(photographed(Receipt()))
    note.write_bytes(spoken("coffee 4.50"))
    page.write_bytes(b"<!doctype html>")
    picker = phones.telegram.region.get_by_label("Send a photo or voice note", exact=True)
    expect(phones.telegram.region.get_by_role("button", name="Send a photo or voice note")).to_have_count(1)
    expect(phones.sms.region.get_by_label("Send a photo or voice note")).to_have_count(0)
    seen = phones.telegram.log.get_by_role("img")
    before = seen.count()
    picker.set_input_files(photo)
    expect(seen).to_have_count(before + 1)
    expect(seen.last).to_have_js_property("naturalWidth", 240)
    picker.set_input_files(note)
    phones.telegram.expect_words("Voice note, 1 s")
    picker.set_input_files(page)
    expect(phones.telegram.region).to_contain_text("Telegram does not take this picture.")
