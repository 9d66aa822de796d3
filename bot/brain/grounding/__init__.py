"""Grounding: a model's prose goes out only where its figures are a statement's, said of what they are said of there."""

from bot.brain.grounding.drafting import sayable, says_enough
from bot.brain.grounding.judging import ground
from bot.brain.grounding.listener import Listener, Verdict, Why
from bot.brain.grounding.shape import plain

__all__ = ["Listener", "Verdict", "Why", "ground", "plain", "sayable", "says_enough"]
