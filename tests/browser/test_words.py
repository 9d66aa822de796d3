"""What the page makes of words that come from outside."""

from tests.browser.two_phones import TwoPhones

SHOWN = """async ([kind, words]) => {
    const holder = document.createElement("div");
    holder.append((await import("/page/words.js"))[kind](words));
    return holder.innerHTML;
}"""
WEB_LINK = '<a href="{0}" target="_blank" rel="noopener noreferrer">{1}</a>'


HTML = [
    ("<b>$45.30</b> <i>groceries</i>", "<b>$45.30</b> <i>groceries</i>"),
    ("it&#x27;s &lt;b&gt; &amp;amp; &#8364;", "it's &lt;b&gt; &amp;amp; \u20ac"),
    ("<script>alert(1)</script>", "alert(1)"),
    ("<img src=x onerror=alert(1)>tea", "tea"),
    ('<b onclick="alert(1)">tea</b>', "<b>tea</b>"),
    ('<a href="javascript:alert(1)">tea</a>', "<span>tea</span>"),
    ('<a href="https://example.org/?a=1&amp;b=2">tea</a>', WEB_LINK.format("https://example.org/?a=1&amp;b=2", "tea")),
    ("<b>open <i>crossed</b> shut</i>", "<b>open <i>crossed</i></b> shut"),
    ("3 < 4 > 2", "3 &lt; 4 &gt; 2"),
]
PLAIN = [
    ("pay at https://example.org/x.", f"pay at {WEB_LINK.format('https://example.org/x', 'https://example.org/x')}."),
    ("<b>plain</b>", "&lt;b&gt;plain&lt;/b&gt;"),
    ("javascript:alert(1)", "javascript:alert(1)"),
]


def test_only_harmless_tags_become_elements(phones: TwoPhones) -> None:
    for html, shown in HTML:
        assert phones.page.evaluate(SHOWN, ["safeFragment", html]) == shown


def test_web_addresses_in_plain_text_become_links(phones: TwoPhones) -> None:
    for text, shown in PLAIN:
        assert phones.page.evaluate(SHOWN, ["linked", text]) == shown
