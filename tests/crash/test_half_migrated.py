"""A migration that is killed half-way leaves what was there, and the next start brings it to the end."""

from pathlib import Path

from tests.crash.half_migrated import findings_of_half_migrations


def test_a_migration_killed_at_any_statement_from_any_earlier_schema_loses_nothing(tmp_path: Path) -> None:
    count, wrong = findings_of_half_migrations(tmp_path)
    assert wrong == []
    assert count > 100
