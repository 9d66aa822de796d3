"""Who knows the secret is heard; nobody else changes anything."""

import json
from collections.abc import Callable, Iterator

import pytest

from handlers.http.telegram_webhook import WEBHOOK_PATH, TelegramWebhook
from tests.handlers.chance import Chance
from tests.handlers.http.standing import Ask, Notebook, not_kept, standing

SECRET = "s3cret_" + "ab-CD_01" * 4
UPDATE = {
    "update_id": 1,
    "message": {
        "message_id": 7,
        "from": {"id": 42, "is_bot": False, "first_name": "Ann"},
        "chat": {"id": 42, "type": "private"},
        "date": 1_700_000_000,
        "text": "coffee 4.50",
    },
}
RAW = json.dumps(UPDATE).encode()
JSON = ("Content-Type", "application/json")
KEY = ("X-Telegram-Bot-Api-Secret-Token", SECRET)


def doors_of(notebook: Notebook) -> TelegramWebhook:
    return TelegramWebhook(SECRET, accept=notebook.accept, keep_raw=notebook.keep_raw)


def posted(raw: bytes) -> Ask:
    return Ask(WEBHOOK_PATH, raw, (JSON, KEY))


async def test_an_update_is_handed_in_once_it_is_kept() -> None:
    notebook = Notebook()
    async with standing(doors_of(notebook).doors()) as house:
        heard = await house.ask(posted(RAW))
    assert heard.status == 200
    assert [(said.external_id, said.text) for said in notebook.messages] == [("1", "coffee 4.50")]


async def test_what_cannot_be_kept_is_asked_for_again() -> None:
    notebook = Notebook(fault=not_kept())
    async with standing(doors_of(notebook).doors()) as house:
        said = await house.ask(posted(RAW))
        aside = await house.ask(posted(b'{"update_id":"5"}'))
    assert {said.status, aside.status} == {503}


@pytest.mark.parametrize("raw", [b'{"update_id":"5","message":{}}', b"{}", RAW.replace(b"1700000000", b'"bad"')])
async def test_what_is_not_understood_is_kept_aside_and_not_asked_for_again(raw: bytes) -> None:
    notebook = Notebook()
    async with standing(doors_of(notebook).doors()) as house:
        heard = await house.ask(posted(raw))
    assert heard.status == 200
    assert [(source, kept) for source, kept, _ in notebook.raw] == [("telegram", raw)]
    assert not notebook.messages


@pytest.mark.parametrize(
    "raw",
    [b"", b"[]", b'"hi"', b"5", b"null", b"{", b'{"update_id":1,"update_id":2}', b'{"update_id":NaN}', b"[" * 100_000],
)
async def test_what_is_no_strict_json_object_changes_nothing(raw: bytes) -> None:
    notebook = Notebook()
    async with standing(doors_of(notebook).doors()) as house:
        heard = await house.ask(posted(raw))
    assert heard.status == 400
    assert notebook.is_empty


async def test_an_edit_is_acknowledged_without_effect() -> None:
    notebook = Notebook()
    async with standing(doors_of(notebook).doors()) as house:
        heard = await house.ask(posted(json.dumps({"update_id": 2, "edited_message": UPDATE["message"]}).encode()))
    assert heard.status == 200
    assert notebook.is_empty


def test_an_empty_secret_is_refused() -> None:
    notebook = Notebook()
    with pytest.raises(ValueError, match="empty secret"):
        TelegramWebhook("", accept=notebook.accept, keep_raw=notebook.keep_raw)


def wrong_secret(chance: Chance) -> Ask:
    place = chance.below(len(SECRET))
    wrong = (
        "",
        SECRET[:place],
        SECRET + chance.one_of(("x", " x", SECRET)),
        SECRET[:place] + chance.one_of([c for c in "xyzXYZ09" if c != SECRET[place]]) + SECRET[place + 1 :],
        SECRET.swapcase(),
        SECRET[::-1],
        "\u00e9" * (1 + place),
        "x" * 20_000,
        "null",
    )
    return Ask(WEBHOOK_PATH, RAW, (JSON, (KEY[0], chance.one_of(wrong))))


def wrong_headers(chance: Chance) -> Ask:
    other = chance.one_of(("text/plain", "application/x-www-form-urlencoded", "", "application/jsonx", "multipart/x"))
    return Ask(
        WEBHOOK_PATH,
        RAW,
        chance.one_of(
            (
                (JSON,),
                (KEY,),
                (JSON, KEY, KEY),
                (("Content-Type", other), KEY),
                (("Content-Type", "application/json; charset=utf-16"), KEY),
                (JSON, JSON, KEY),
                (JSON, KEY, ("Content-Encoding", chance.one_of(("gzip", "deflate", "br")))),
                (JSON, ("Authorization", f"Bearer {SECRET}")),
            )
        ),
    )


def wrong_method(chance: Chance) -> Ask:
    return Ask(WEBHOOK_PATH, RAW, (JSON, KEY), chance.one_of(("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")))


def secret_elsewhere(chance: Chance) -> Ask:
    place = chance.one_of((f"?secret={SECRET}", f"?{KEY[0]}={SECRET}", f"?token={SECRET}"))
    return Ask(WEBHOOK_PATH + place, RAW, (JSON,))


KINDS: tuple[Callable[[Chance], Ask], ...] = (wrong_secret, wrong_headers, wrong_method, secret_elsewhere)


def mutations(count: int) -> Iterator[Ask]:
    chance = Chance("telegram")
    for number in range(count):
        yield KINDS[number % len(KINDS)](chance)


async def test_two_thousand_forgeries_change_nothing() -> None:
    notebook = Notebook()
    async with standing(doors_of(notebook).doors()) as house:
        heard = await house.ask_all(mutations(2000))
        assert {answer.status for answer in heard} == {403, 405, 415}
        assert notebook.is_empty
        assert (await house.ask(posted(RAW))).status == 200
    assert len(notebook.messages) == 1
