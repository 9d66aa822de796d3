"""Compiles requirements.txt and requirements-dev.txt from pyproject.toml: hashed, for every platform, no addresses."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = ROOT / ".venv" / "bin" / "uv"
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-config",
    "--quiet",
]


def compile_lock(name: str, *options: str) -> None:
    command = [str(UV), "pip", "compile", "pyproject.toml", "-o", name, *OPTIONS, *options, *sys.argv[1:]]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "UV_SYSTEM_CERTS": "1"}, check=True)


if __name__ == "__main__":
    compile_lock("requirements.txt")
    # The second lock holds the first, version by version: what is tested is what runs.
    compile_lock("requirements-dev.txt", "--group=dev", "--constraint=requirements.txt")
