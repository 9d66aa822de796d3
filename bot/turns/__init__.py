"""One file, one kind of visit, one transaction: the only code that begins a transaction."""
