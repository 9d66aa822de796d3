"""How long to wait before trying again: doubling, capped, and spread by chance so that callers do not march in step."""

import secrets

# 2^32 first steps exceed any cap in use; beyond it a float would overflow.
MOST_DOUBLINGS = 32


def backoff_s(attempt: int, *, first_s: float, cap_s: float) -> float:
    """Seconds to wait after failed try number ``attempt`` (from 1): between half and the whole of the doubled step."""
    step = min(cap_s, first_s * 2 ** min(attempt - 1, MOST_DOUBLINGS))
    return step * (0.5 + secrets.randbelow(1001) / 2000)
