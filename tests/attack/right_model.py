"""A model that is right: it asks for what a harmless line needs, and says what the tools told it, in their words."""

from bot.ports.language_model import Prompt, Reply
from tests.attack.injections import Harmless
from tests.scripted_model import Script, asked, calls, found, says


def right_about(lines: tuple[Harmless, ...], after: Script | None = None) -> Script:
    """Told by the person's last words alone; once it has heard the tools it is ``after`` that goes on."""
    wanted = {line.text: line.calls for line in lines}

    def script(prompt: Prompt) -> Reply | Exception:
        if not found(prompt):
            return calls(*wanted[asked(prompt)])
        return after(prompt) if after else says(_in_their_words(prompt))

    return script


def _in_their_words(prompt: Prompt) -> str:
    told = [line for text in found(prompt) for line in text.strip("⟦⟧").split("\n")]
    return " ".join(told[:3])
