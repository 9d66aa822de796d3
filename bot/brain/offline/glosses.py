"""Words of other languages that an English sentence may hold, told in the English words the rules know."""

GLOSSES = {
    "hola": "hello", "hallo": "hello", "bonjour": "hello", "gracias": "thanks", "merci": "thanks", "danke": "thanks",
    "ayuda": "help", "hilfe": "help", "saldo": "balance", "solde": "balance", "kontostand": "balance",
    "deshacer": "undo", "ruckgangig": "undo", "ayer": "yesterday", "hier": "yesterday", "gestern": "yesterday",
    "heute": "today", "semana": "week", "semaine": "week", "woche": "week", "monat": "month",
    "nunca": "never", "jamas": "never", "jamais": "never", "niemals": "never", "nicht": "not", "kein": "no",
    "keine": "no", "keinen": "no", "nichts": "nothing", "sin": "without", "ohne": "without", "sans": "without",
    "wenn": "if", "falls": "if",
}  # fmt: skip
"""Among them all that takes something back: "not" is heard in any language."""
