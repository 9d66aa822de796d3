"""A vendor fails in every way it can: nothing is lost, nothing is booked again, and no letter is tried for ever."""

from pathlib import Path

import pytest

from adapters.sandbox.faults import Fault, Vendor
from bot.domain.letter import Address
from bot.turns.lane_loop import LEASE_S
from tests.clocks import FakeClock
from tests.crash.evidence import SqliteEvidence
from tests.crash.exchange import ANN_SMS, ANN_TELEGRAM, an_exchange
from tests.crash.judge import booked, findings, unfinished
from tests.crash.town import a_town

MOST_TRIES = 5
VENDORS: tuple[tuple[Vendor, Address], ...] = (("Telegram", ANN_TELEGRAM), ("Twilio", ANN_SMS))
FAULTS = (
    Fault("error", status=500),
    Fault("error", status=503),
    Fault("limit", retry_after_s=1),
    Fault("down"),
    Fault("slow", times=1, seconds=60),
    Fault("drop", times=1),
)


@pytest.mark.parametrize(("vendor", "phone"), VENDORS)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.mode} {fault.status}")
async def test_what_a_sick_vendor_did_not_take_is_told_when_it_is_well(
    vendor: Vendor, phone: Address, fault: Fault, tmp_path: Path
) -> None:
    clock = FakeClock()
    async with a_town() as town, an_exchange(tmp_path, town, clock) as exchange:
        town.street.faults.add(vendor, fault)
        await exchange.say(phone, "coffee 4.50")
        await exchange.settle()
        await exchange.say(phone, "taxi 12.10")
        await exchange.settle()
        town.street.faults.heal(vendor)
        town.street.limits.enforced = False
        clock.move(seconds=60)
        await exchange.settle()

        shown = [text.partition(" ")[0] for text in exchange.shown(phone)]
        assert list(dict.fromkeys(shown)) == ["$4.50", "$12.10"]
        # A vendor that did as told, could not say so and cannot be asked is told again: the one repeat there can be.
        assert len(shown) == (3 if fault.mode == "drop" and vendor == "Telegram" else 2)
        assert booked(SqliteEvidence(tmp_path / "pam.db")) == [450, 1210]
        assert unfinished(SqliteEvidence(tmp_path / "pam.db")) + findings(SqliteEvidence(tmp_path / "pam.db")) == []


@pytest.mark.parametrize(("vendor", "phone"), VENDORS)
async def test_a_letter_that_fails_five_times_is_put_aside_and_can_be_sent_later(
    vendor: Vendor, phone: Address, tmp_path: Path
) -> None:
    clock = FakeClock()
    async with a_town() as town, an_exchange(tmp_path, town, clock) as exchange:
        town.street.faults.add(vendor, Fault("error", status=500))
        await exchange.say(phone, "coffee 4.50")
        for _ in range(MOST_TRIES + 2):
            await exchange.settle()
            clock.move(minutes=20)
        assert exchange.calls(phone) == [500] * MOST_TRIES

        (letter,) = (await exchange.pam.accounts.dead()).letters
        town.street.faults.heal(vendor)
        await exchange.pam.accounts.retry_letter(letter.id)
        await exchange.settle()
        assert exchange.shown(phone) == ["$4.50 coffee."]


async def test_all_five_tries_are_within_a_quarter_of_an_hour(tmp_path: Path) -> None:
    clock = FakeClock()
    async with a_town() as town, an_exchange(tmp_path, town, clock) as exchange:
        town.street.faults.add("Twilio", Fault("error", status=500))
        await exchange.say(ANN_SMS, "coffee 4.50")
        for _ in range(15 * 60 // 5):
            await exchange.settle()
            clock.move(seconds=5)
        assert len(exchange.calls(ANN_SMS)) == MOST_TRIES


async def test_a_blocked_bot_is_not_tried_again(tmp_path: Path) -> None:
    clock = FakeClock()
    async with a_town() as town, an_exchange(tmp_path, town, clock) as exchange:
        town.street.telegram.block()
        await exchange.say(ANN_TELEGRAM, "coffee 4.50")
        await exchange.settle()
        clock.move(minutes=30)
        await exchange.settle()
        assert exchange.calls(ANN_TELEGRAM) == [403]
        assert booked(SqliteEvidence(tmp_path / "pam.db")) == [450]


async def test_a_number_that_opted_out_gets_nothing_not_even_what_waited(tmp_path: Path) -> None:
    clock = FakeClock()
    async with a_town() as town, an_exchange(tmp_path, town, clock) as exchange:
        town.street.faults.add("Twilio", Fault("error", times=1))
        await exchange.say(ANN_SMS, "coffee 4.50")
        await exchange.settle()
        town.street.sms.say("STOP")
        await exchange.say(ANN_SMS, "STOP")
        await exchange.settle()
        clock.move(seconds=LEASE_S)
        await exchange.settle()
        assert exchange.calls(ANN_SMS) == [500]
