"""The offline brain: deterministic, pure, no I/O."""
