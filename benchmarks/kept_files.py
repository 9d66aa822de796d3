"""Files of SQLite's that take long to fill: built once for a schema, and kept in the temporary folder."""

import hashlib
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

MIGRATIONS = Path(__file__).parent.parent / "adapters/sql_store/migrations/sqlite"


async def kept_file(name: str, script: str, build: Callable[[Path], Awaitable[None]]) -> Path:
    """The file, built when there is none yet of this schema as this ``script`` fills it."""
    path = Path(tempfile.gettempdir()) / f"pam-bench-{name}-{_fingerprint(Path(script))}.db"
    if not path.exists():
        building = path.with_suffix(".building")
        for left in building.parent.glob(f"{building.name}*"):
            left.unlink()
        await build(building)
        building.rename(path)
    return path


def _fingerprint(script: Path) -> str:
    made = b"".join(path.read_bytes() for path in (*sorted(MIGRATIONS.glob("*.sql")), script))
    return hashlib.sha256(made).hexdigest()[:12]
