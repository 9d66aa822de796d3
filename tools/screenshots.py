"""Photographs the two-phone page for docs/: `pam sandbox` in one terminal, `tools/screenshots.py [URL]` in another."""

import sys
from pathlib import Path
from shutil import which

from playwright.sync_api import Browser, Page, expect, sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
PHONES = {"Telegram": "Message PAM on Telegram", "SMS": "Message PAM by SMS"}
STORY = (
    ("Telegram", "set a $400 grocery budget"),
    ("Telegram", "spent 45.30 on groceries"),
    ("SMS", "coffee 4, bagel 3.50"),
    ("SMS", "how much is left?"),
    ("Telegram", "spent 360 on groceries"),
)
SIZES = ((1280, 800), (375, 812))


def tell_story(page: Page) -> None:
    for phone, text in STORY:
        page.get_by_label(PHONES[phone]).fill(text)
        page.get_by_label(PHONES[phone]).press("Enter")
        newest = page.get_by_role("region", name="What happened").get_by_role("listitem").first
        expect(newest).to_contain_text(text)
        expect(newest).to_contain_text("letter")
    expect(page.get_by_role("region", name="SMS").get_by_role("log")).not_to_contain_text("Queued")


def photograph(browser: Browser, url: str) -> None:
    for width, height in SIZES:
        for scheme, suffix in (("light", ""), ("dark", "-dark")):
            page = browser.new_page(viewport={"width": width, "height": height})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.goto(f"{url}#telegram")
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
