"""Photographs the two-phone page for docs/: a fresh `pam sandbox` in one terminal, this with its URL in another."""

import sys
from pathlib import Path
from shutil import which

from playwright.sync_api import Browser, Page, expect, sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
PHONES = {"Telegram": "Message PAM on Telegram", "SMS": "Message PAM by SMS"}
# Who is told what, and a part of the reply that shows it has come.
STORY = (
    ("Telegram", "set a $400 grocery budget", "$400.00 groceries a month"),
    ("Telegram", "spent 45.30 on groceries", "$354.70 of $400.00 left"),
    ("SMS", "coffee 4, bagel 3.50", "$3.50 bagel"),
    ("Telegram", "spent 360 on groceries", "$405.30 of $400.00 spent"),
    ("SMS", "what did I spend this month?", "$412.80 spent"),
    ("Telegram", "undo", "Undone"),
    ("Telegram", "remind me tomorrow at 9am to pay rent", "I will remind you tomorrow"),
    ("Telegram", "send me a daily digest", "Digest every day at 9:00"),
)
# What comes by itself a day later.
UNASKED = ("spent yesterday", "Reminder: pay rent")
SIZES = ((1280, 800), (375, 812))


def tell_story(page: Page) -> None:
    for phone, text, reply in STORY:
        page.get_by_label(PHONES[phone]).fill(text)
        page.get_by_label(PHONES[phone]).press("Enter")
        expect(page.get_by_role("region", name=phone, exact=True).get_by_role("log")).to_contain_text(reply)
    expect(page.get_by_text("Delivered")).to_have_count(2)
    page.get_by_role("button", name="Move clock forward").click()
    for words in UNASKED:
        expect(page.get_by_role("region", name="Telegram", exact=True).get_by_role("log")).to_contain_text(words)


def photograph(browser: Browser, url: str) -> None:
    for width, height in SIZES:
        for scheme, suffix in (("light", ""), ("dark", "-dark")):
            page = browser.new_page(viewport={"width": width, "height": height})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.goto(url if width > 720 else f"{url}#telegram")
            page.locator("[role='log'][aria-live='polite']").first.wait_for()
            page.screenshot(path=DOCS / f"page-{width}{suffix}.png")
            page.close()


def main() -> None:
    url = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000/"
    with sync_playwright() as playwright:
        path = which("chromium") or which("google-chrome") or playwright.chromium.executable_path
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(url)
        tell_story(page)
        photograph(browser, url)
        browser.close()
    print(f"Photographs are in {DOCS}")


if __name__ == "__main__":
    main()
