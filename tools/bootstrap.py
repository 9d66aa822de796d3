"""Makes .venv from the hashed lock files and puts `pam` into it: `python3 tools/bootstrap.py run` or `dev`.

Standard library only. Once done it answers at once and needs no network; it may be interrupted, started twice at the
same moment, and live in a path with spaces. Why it is made this way: docs/decisions/0001-how-the-environment-is-made.md
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"PAM needs Python 3.11 or newer, this is {sys.version.split()[0]}: say make PYTHON=python3.11")

import fcntl
import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UNFINISHED = VENV / "unfinished"
LOCKS = {"run": ROOT / "requirements.txt", "dev": ROOT / "requirements-dev.txt"}

# The shell starts the interpreter beside this file; a shebang would break on spaces and on long paths.
LAUNCHER = """#!/bin/sh
'''exec' {python} "$0" "$@"
' '''
import sys
from handlers.cli import main
sys.exit(main())
"""


def main() -> None:
    wanted = sys.argv[1] if len(sys.argv) == 2 else ""
    if wanted not in LOCKS:
        sys.exit(f"usage: {sys.argv[0]} {'|'.join(LOCKS)}")
    if is_made(wanted):
        return
    with Path(__file__).open(encoding="utf-8") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        if not is_made(wanted):
            make(wanted)


def is_made(wanted: str) -> bool:
    stamp = stamp_file(wanted)
    if UNFINISHED.exists() or not (PYTHON.exists() and stamp.exists()):
        return False
    return stamp.read_text(encoding="utf-8") == stamp_of(wanted)


def stamp_file(wanted: str) -> Path:
    return VENV / f"made-for-{wanted}"


def stamp_of(wanted: str) -> str:
    """What the environment depends on: the lock, this file, and where it stands (scripts name their interpreter)."""
    parts = (LOCKS[wanted].read_bytes(), Path(__file__).read_bytes(), os.fsencode(ROOT))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make(wanted: str) -> None:
    if not is_sound():
        create()
    UNFINISHED.touch()
    install(LOCKS[wanted])
    link()
    # The development lock holds everything the other one does.
    for kind in LOCKS if wanted == "dev" else [wanted]:
        stamp_file(kind).write_text(stamp_of(kind), encoding="utf-8")
    UNFINISHED.unlink()


def is_sound() -> bool:
    """Whether an environment stands here that was neither left half made nor copied from elsewhere."""
    pip = PYTHON.with_name("pip")
    if UNFINISHED.exists() or not (PYTHON.exists() and pip.exists()):
        return False
    return str(PYTHON.parent) in pip.read_text(encoding="utf-8") and run([str(pip), "--version"], quiet=True)


def create() -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        sys.exit("This Python has no venv: install it first (on Debian and Ubuntu: apt-get install python3-venv).")
    say("making .venv")
    if not run([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        sys.exit("Could not make .venv: the lines above say why.")


def install(lock: Path) -> None:
    say(f"installing {lock.name}")
    if install_by_uv(lock):
        return
    say("without uv, which takes a minute longer")
    if not run([str(PYTHON), "-m", "pip", "install", "--require-hashes", "-r", str(lock)]):
        sys.exit(f"Could not install {lock.name}: the lines above say why. The same command tries again.")


def install_by_uv(lock: Path) -> bool:
    uv = shutil.which("uv") or fetch_uv()
    return uv is not None and run([uv, "pip", "install", "--python", str(PYTHON), "--require-hashes", "-r", str(lock)])


def fetch_uv() -> str | None:
    """The locked uv, installed into .venv; None when it is not to be had here."""
    pin = re.search(r"^uv==(?:.*\\\n)*.*$", LOCKS["dev"].read_text(encoding="utf-8"), re.MULTILINE)
    if pin is None:
        return None
    request = VENV / "uv.txt"
    request.write_text(pin[0], encoding="utf-8")
    run([str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-deps", "-r", str(request)], quiet=True)
    request.unlink()
    return shutil.which("uv", path=str(PYTHON.parent))


def link() -> None:
    """Lets .venv see this checkout from any working directory, and puts `pam` beside its interpreter."""
    (packages,) = VENV.glob("lib/python3.*/site-packages")
    (packages / "pam.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    launcher = VENV / "bin" / "pam"
    launcher.write_text(LAUNCHER.format(python=shlex.quote(str(PYTHON))), encoding="utf-8")
    launcher.chmod(0o755)


def run(command: list[str], *, quiet: bool = False) -> bool:
    # UV_SYSTEM_CERTS: behind a company's own certificate authority uv must trust what the system trusts.
    # UV_LINK_MODE: a cache on another disk is usual and no reason for a warning.
    settings = {**os.environ, "UV_SYSTEM_CERTS": "1", "UV_LINK_MODE": "copy", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    out = subprocess.DEVNULL if quiet else sys.stderr
    return subprocess.run(command, env=settings, stdout=out, stderr=out, check=False).returncode == 0


def say(what: str) -> None:
    print(f"bootstrap: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
