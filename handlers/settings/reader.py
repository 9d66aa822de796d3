"""Reads one variable of the environment at a time and remembers what is wrong."""

import re
from collections.abc import Mapping

from bot.kit.secret import Secret
from bot.kit.web_origin import is_web_origin

# Every PAM_ variable there is or will be; another one is a slip of the pen.
KNOWN = frozenset(
    "PAM_OPENAI_API PAM_PAYEES PAM_SECRET_KEY PAM_SIGNUP PAM_DEFAULT_CURRENCY PAM_DEFAULT_TIMEZONE PAM_DEFAULT_LOCALE "
    "PAM_STEP_UP_AMOUNT PAM_DAILY_MODEL_USD PAM_DAILY_TURNS PAM_DAILY_SMS PAM_MONTHLY_USD PAM_SMS_COUNTRIES "
    "PAM_FAST_LANE PAM_SERVICES PAM_LOG_LEVEL PAM_LOG_FORMAT PAM_OPS_TOKEN PAM_OPERATOR_CHAT PAM_EXCHANGE_RATES".split()
)

# Roles that open the doors of the street.
_ANSWERING = frozenset({"run", "web"})

PLACEHOLDER = re.compile(r"(?i:change[-_ ]?me|your[-_ ].*|x{3,}|todo|placeholder|secret|password|example|<.*>)")


class Reader:
    """``faults`` has a sentence for each that is wrong, without its value."""

    def __init__(self, environ: Mapping[str, str], role: str) -> None:
        self._environ = environ
        self.role = role
        self.answers_the_street = role in _ANSWERING
        self.faults: list[str] = []

    def fault(self, name: str, advice: str) -> None:
        self.faults.append(f"{name} {advice}")

    def text(self, name: str) -> str:
        return self._environ.get(name, "").strip()

    def shaped(self, name: str, shape: re.Pattern[str], advice: str) -> str:
        """The value, or nothing and a fault."""
        value = self.text(name)
        if value and (PLACEHOLDER.fullmatch(value) or not shape.fullmatch(value)):
            self.fault(name, advice)
            return ""
        return value

    def secret(self, name: str, shape: re.Pattern[str], advice: str) -> Secret | None:
        value = self.shaped(name, shape, advice)
        return Secret(value) if value else None

    def choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        value = self.text(name) or default
        if value not in choices:
            self.fault(name, f"must be one of {', '.join(choices)}")
        return value

    def number(self, name: str, default: int, least: int, most: int) -> int:
        value = self.text(name) or str(default)
        if not (value.isascii() and value.isdigit() and len(value) <= 9 and least <= int(value) <= most):
            self.fault(name, f"must be a whole number from {least} to {most}")
            return default
        return int(value)

    def street(self, name: str) -> str | None:
        """Scheme, host and port of a web address; plain http only on this machine."""
        value = self.text(name)
        if not value:
            return None
        if not is_web_origin(value):
            self.fault(name, "must be https://host[:port] without path or trailing slash (http only for this machine)")
            return None
        return value

    def warnings(self) -> tuple[str, ...]:
        unknown = sorted(name for name in self._environ if name.startswith("PAM_") and name not in KNOWN)
        return tuple(f"{name} is not a variable PAM knows" for name in unknown)
