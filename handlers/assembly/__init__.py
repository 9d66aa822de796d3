"""The composition root: the only place that sees both sides of a port."""
