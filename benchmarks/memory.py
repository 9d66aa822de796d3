"""Row 12: resident memory once the first SMS was answered, and once Telegram was used too."""

import subprocess
from pathlib import Path
from sys import executable
from tempfile import TemporaryDirectory

from benchmarks.cast import Pam, Street, bare_handler, pam, street
from benchmarks.figures import Row, told
from benchmarks.load import ask
from benchmarks.webhooks import sms, update

EIGHT = "telegram.ext, twilio.rest, openai, supabase, stripe, redis, apscheduler.schedulers.asyncio, loguru"
IMPORTED = f"""
import {EIGHT}
with open("/proc/self/status") as status:
    print(next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024)
"""


def measure() -> list[Row]:
    with TemporaryDirectory(prefix="pam-bench-") as made:
        folder = Path(made)
        with street(folder) as vendors:
            with pam(folder, vendors.port) as our:
                after_sms = _after(our, vendors, sms(0, "coffee 4.50"))
            with pam(folder, vendors.port, telegram=True) as our:
                _after(our, vendors, sms(0, "coffee 4.50"))
                after_both = _after(our, vendors, update(0, "coffee 4.50"))
            with bare_handler(folder) as handler:
                ask(handler.port, sms(0, "coffee 4.50"))
                bare = handler.memory_mb
    packages = float(
        subprocess.run([executable, "-"], input=IMPORTED, capture_output=True, check=True, text=True).stdout
    )
    return [_row(after_sms, bare), _used_row(after_both, packages)]


def _after(our: Pam, vendors: Street, request: bytes) -> float:
    sent = vendors.sent
    ask(our.server.port, request)
    vendors.wait_until_sent(sent + 1)
    our.settle()
    # What is imported once the doors are open counts too.
    our.server.wait_until_said("this one leads")
    return our.server.memory_mb


def _row(after_sms: float, bare: float) -> Row:
    return Row(
        number="12",
        what="memory once the first SMS is answered and its reply sent",
        pam=f"{after_sms:.0f} MB",
        baseline=f"{bare:.0f} MB",
        ratio=after_sms / bare,
        better="lower",
        must=1.8,
        aim=1.4,
    )


def _used_row(after_both: float, packages: float) -> Row:
    return Row(
        number="12b",
        what="memory with Telegram used too, against eight vendors' packages imported (OpenAI and Stripe: later)",
        pam=f"{after_both:.0f} MB",
        baseline=f"{packages:.0f} MB",
        ratio=after_both / packages,
        better="lower",
        must=1.2,
        aim=0.7,
    )


if __name__ == "__main__":
    print(told(measure()))
