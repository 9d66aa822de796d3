"""Telegram's small HTML, read into text and entities, and made safe for the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.sandbox.telegram_html import CannotParse, parse_html


def entities(source: str) -> list[tuple[object, object, object]]:
    return [(e["type"], e["offset"], e["length"]) for e in parse_html(source).entities]


def test_offsets_are_counted_in_utf16_units_of_the_text() -> None:
    assert entities("😀&amp;<b>b😀</b><i>i</i>") == [("bold", 3, 3), ("italic", 6, 1)]


def test_nested_tags_are_listed_outermost_first() -> None:
    assert entities("<b><i>x</i> y</b>") == [("bold", 0, 3), ("italic", 0, 1)]


def test_synonyms_mean_the_same() -> None:
    formatted = parse_html("<strong>a</strong><em>b</em><ins>c</ins><del>d</del><strike>e</strike>")
    assert formatted.html == "<b>a</b><i>b</i><u>c</u><s>d</s><s>e</s>"


def test_only_named_and_numbered_characters_are_decoded_once() -> None:
    assert parse_html("&lt;&amp;amp;&#65;&#x42;&copy;&nosuch;").text == "<&amp;AB&copy;&nosuch;"


def test_a_link_keeps_its_address_and_a_harmful_one_is_only_text_on_the_page() -> None:
    link = parse_html('<a href="https://example.com/?a=1&amp;b=2">go</a>')
    assert link.entities[0]["url"] == "https://example.com/?a=1&b=2"
    assert link.html == '<a href="https://example.com/?a=1&amp;b=2">go</a>'
    assert parse_html('<a href="javascript:alert(1)">go</a>').html == "go"
    assert parse_html("<a>go</a>").entities == []


def test_what_was_escaped_stays_escaped_on_the_page() -> None:
    assert parse_html("&lt;img src=x&gt; &amp; <b>&lt;</b>").html == "&lt;img src=x&gt; &amp; <b>&lt;</b>"


def test_an_empty_tag_leaves_no_entity() -> None:
    assert entities("a<b></b>b") == []


def test_where_it_went_wrong_is_told_in_bytes() -> None:
    with pytest.raises(CannotParse, match="byte offset 3"):
        parse_html("é <x>")


@pytest.mark.parametrize(
    "source", ["<script>x</script>", "<b onclick=x", "</b>", "<b>", "a < b", "<>", "<b><i></b></i>"]
)
def test_what_telegram_cannot_parse_is_refused(source: str) -> None:
    with pytest.raises(CannotParse):
        parse_html(source)


@given(st.text(alphabet="<>/&;\"'= abiuxlt#160é😀", max_size=60))
def test_the_page_never_gets_a_tag_that_is_not_on_the_list(source: str) -> None:
    try:
        shown = parse_html(source).html
    except CannotParse:
        return
    for tag in ("b", "i", "u", "s", "code", "pre"):
        shown = shown.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert "<" not in shown
