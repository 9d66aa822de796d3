"""What a day and a month may cost."""

import re
from decimal import Decimal

import msgspec

from handlers.settings.reader import Reader

_DOLLARS = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,6})?")
MILLIONTHS = 1_000_000


class SpendingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """By person and day, and of the whole house by month; 0 is no limit. Money in millionths of a dollar."""

    daily_model_micro_usd: int
    daily_turns: int
    daily_sms: int
    monthly_micro_usd: int


def read_spending(reader: Reader) -> SpendingSettings:
    return SpendingSettings(
        daily_model_micro_usd=_micro_usd(reader, "PAM_DAILY_MODEL_USD", "0.50"),
        daily_turns=reader.number("PAM_DAILY_TURNS", 200, 0, 1_000_000),
        daily_sms=reader.number("PAM_DAILY_SMS", 20, 0, 100_000),
        monthly_micro_usd=_micro_usd(reader, "PAM_MONTHLY_USD", "0"),
    )


def _micro_usd(reader: Reader, name: str, usual: str) -> int:
    said = reader.text(name)
    if said and not _DOLLARS.fullmatch(said):
        reader.fault(name, "must be dollars like 0.50; 0 is no limit")
        said = ""
    return int(Decimal(said or usual) * MILLIONTHS)
