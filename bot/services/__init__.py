"""What happens: plain functions ``verb_noun(tx, …)``; no state, no clock, no vendor, no commit."""
