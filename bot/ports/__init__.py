"""What PAM needs from outside, one Protocol a need; the whole promise stands in the docstring."""
