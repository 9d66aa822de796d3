"""Card numbers are found in every spelling, and other long numbers are left alone."""

from hashlib import sha256

import pytest

from bot.kit.payment_cards import mask_cards

NUMBERS = ("4111111111111111", "5555555555554444", "378282246310005", "6011111111111117", "30569309025904")
MORE_NUMBERS = (
    "4242424242424242", "4222222222222", "4000056655665556", "2223003122003222", "5105105105105100", "371449635398431",
    "3530111333300000", "3566002020360505", "6200000000000005", "6205500000000000004", "36227206271667", "6759649826438453",
)  # fmt: skip


def groups(number: str, gap: str) -> str:
    sizes = (4, 6, 9) if len(number) < 16 else (4, 4, 4, 7)
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return gap.join(parts)


def shifted(number: str, zero: int) -> str:
    return "".join(chr(zero + int(digit)) for digit in number)


SPELLINGS = {
    "plain": lambda n: n,
    "spaces": lambda n: groups(n, " "),
    "dashes": lambda n: groups(n, "-"),
    "dots": lambda n: groups(n, "."),
    "no-break spaces": lambda n: groups(n, "\u00a0"),
    "en dashes": lambda n: groups(n, " \u2013 "),
    "a line each": lambda n: groups(n, "\n"),
    "digit by digit": " ".join,
    "zero width between": "\u200b".join,
    "fullwidth": lambda n: shifted(n, 0xFF10),
    "Arabic-Indic": lambda n: groups(shifted(n, 0x0660), " "),
    "keycaps": "\ufe0f\u20e3".join,
    "circled": lambda n: "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(d)] for d in n),
    "mathematical bold": lambda n: shifted(n, 0x1D7CE),
    "glued to a word": lambda n: f"card{n}please",
    "underscores": lambda n: groups(n, "_"),
}


@pytest.mark.parametrize("number", NUMBERS + MORE_NUMBERS)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_card_number_is_masked_in_every_spelling(number: str, spelling: str) -> None:
    written = SPELLINGS[spelling](number)
    masked, found = mask_cards(f"pay with {written}, thanks")
    assert found
    assert f"[card ending {number[-4:]}]" in masked
    assert sum(map(str.isdigit, masked)) == 4
    assert masked.startswith("pay with ")
    assert masked.endswith(", thanks")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("4111111111111111 12/27 123", "[card ending 1111] 12/27 [code]"),
        ("4111 1111 1111 1111 exp 12/2027 cvc 123 ok", "[card ending 1111] exp 12/2027 cvc [code] ok"),
        ("378282246310005, 1234", "[card ending 0005], [code]"),
        ("cvv: 987 card 4111-1111-1111-1111", "cvv: [code] card [card ending 1111]"),
        ("4111111111111111 for 45.30", "[card ending 1111] for 45.30"),
        ("4111111111111111 and 5555555555554444", "[card ending 1111] and [card ending 4444]"),
        ("4111111111111111 5555555555554444", "[card ending 1111] [card ending 4444]"),
        ("call +1 415 555 0123 4111 1111 1111 1111", "call +1 415 555 0123 [card ending 1111]"),
    ],
)
def test_the_code_beside_a_card_is_masked_and_the_rest_stays(text: str, masked: str) -> None:
    assert mask_cards(text) == (masked, True)


@pytest.mark.parametrize(
    "text",
    [
        "spent 45 on groceries",
        "",
        "rent 1,234.50 and 12k and 35 lakh",
        "4111111111111112",  # wrong check digit
        "41111111111111110000",  # too long to be one
        "GB82 WEST 1234 5698 7654 32",
        "DE89 3704 0044 0532 0130 00",
        "DE89370400440532013000",
        "+49 151 2345 67890",
        "+4915112345678",  # its digits alone would pass for a card
        "+49 151 12345678",
        "DE62 3704 0044 0000 8314 95",  # the same
        "to DE62 3704 0044 0001 5996 38 please",
        "9111111111111111",
        "4.50, 12.30, 45.10, 33.20, 8.15",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert mask_cards(text) == (text, False)


class Digits:
    """Digits without end that look like chance and are the same in every run."""

    def __init__(self) -> None:
        self.drawn = 0

    def draw(self, count: int) -> str:
        self.drawn += 1
        return str(int(sha256(str(self.drawn).encode()).hexdigest(), 16))[5 : 5 + count]

    def below(self, limit: int) -> int:
        return int(self.draw(6)) % limit


def iban(chance: Digits) -> str:
    country, length = (("DE", 18), ("ES", 20), ("FR", 23), ("AT", 16))[chance.below(4)]
    account = chance.draw(length)
    check = 98 - int(f"{account}{int(country[0], 36)}{int(country[1], 36)}00") % 97
    compact = f"{country}{check:02}{account}"
    return " ".join(compact[at : at + 4] for at in range(0, len(compact), 4)) if chance.below(2) else compact


def not_a_card(kind: int, chance: Digits) -> str:
    if kind == 0:
        return iban(chance)
    if kind == 1:
        return f"+{1 + chance.below(9)}{chance.draw(11)}"
    if kind == 2:
        return f"00{1 + chance.below(9)} {chance.draw(3)} {chance.draw(4)} {chance.draw(4)}"
    return ("order ", "ORD-2026-", "#", "tracking ")[chance.below(4)] + chance.draw(12 + chance.below(9))


def test_at_most_two_in_a_hundred_other_numbers_are_taken_for_cards() -> None:
    chance = Digits()
    alarms = [text for text in (not_a_card(kind % 4, chance) for kind in range(1000)) if mask_cards(text)[1]]
    assert len(alarms) <= 20, alarms


def test_a_hostile_text_is_read_to_its_end() -> None:
    masked, found = mask_cards("4 " * 2040 + "4111 1111 1111 1111")
    assert found
    assert masked.endswith("[card ending 1111]")
