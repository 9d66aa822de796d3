"""How the pretend model speaks: the language it is told to, what it says before what it found, and beside it."""

import re

from adapters.sandbox.openai_asked import Asked

# By the language the system prompt asks for; English where it asks for none of these.
OPENERS = {
    "English": "Here it is:",
    "German": "Hier ist es:",
    "Spanish": "Aquí está:",
    "French": "Voici :",
}
CHATS = {
    "English": "Gladly! How can I help you today?",
    "German": "Gern! Wie kann ich dir helfen?",
    "Spanish": "¡Con gusto! ¿Cómo te puedo ayudar?",
    "French": "Bien sûr. Qu'est-ce que je peux faire pour toi ?",
}
TOLD = re.compile(r"\banswer in (\w+)")


def opener(asked: Asked) -> str:
    return OPENERS[_language(asked)]


def chat(asked: Asked) -> str:
    """Where there is nothing to look up: without a figure, and without a claim."""
    return CHATS[_language(asked)]


def _language(asked: Asked) -> str:
    told = TOLD.search(asked.system)
    return told[1] if told and told[1] in OPENERS else "English"
