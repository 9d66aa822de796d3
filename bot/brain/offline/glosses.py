"""Spanish, French and German words that carry the sense of a sentence, told in the English words the rules know."""

_SPANISH = {
    "dos": "two", "tres": "three", "cuatro": "four", "cinco": "five", "seis": "six", "siete": "seven", "ocho": "eight", "nueve": "nine", "diez": "ten", "doce": "twelve", "quince": "fifteen", "veinte": "twenty", "veinticinco": "twenty five", "treinta": "thirty", "cuarenta": "forty", "cincuenta": "fifty", "sesenta": "sixty", "setenta": "seventy", "ochenta": "eighty", "noventa": "ninety", "cien": "hundred", "mil": "thousand",
    "gaste": "spent", "gasto": "expense", "gastado": "spent", "gastamos": "spent", "gastos": "expenses", "pague": "paid",
    "pagado": "paid", "compre": "bought", "comprado": "bought", "costo": "cost", "cobre": "got paid", "recibi": "received",
    "ingrese": "received", "ingreso": "income", "ingresos": "income", "gane": "earned", "nomina": "salary",
    "presupuesto": "budget", "presupuestos": "budgets", "pon": "set", "poner": "set", "fija": "set", "establece": "set",
    "crea": "set", "recuerdame": "remind me", "recordatorio": "reminder", "recordatorios": "reminders", "cuanto": "how much",
    "cuanta": "how much", "saldo": "balance", "cual": "what", "que": "what", "es": "is", "mi": "my", "mis": "my",
    "ayer": "yesterday", "hoy": "today", "manana": "tomorrow", "anteayer": "day before yesterday",
    "anoche": "last night", "este": "this", "esta": "this", "mes": "month", "semana": "week", "ano": "year",
    "en": "on", "por": "for", "para": "for", "de": "of", "del": "of", "el": "the", "la": "the", "los": "the", "las": "the",
    "un": "a", "una": "a", "y": "and", "con": "with", "he": "i have", "yo": "i", "me": "me", "no": "not", "deshacer": "undo",
    "deshaz": "undo", "hola": "hello", "gracias": "thanks", "ayuda": "help", "muestra": "show", "muestrame": "show",
    "mostrar": "show", "ver": "show", "ultimas": "last", "ultimos": "last", "ultima": "last", "ultimo": "last",
    "transacciones": "transactions", "movimientos": "transactions", "queda": "left", "quedan": "left", "paga": "pay",
    "pagar": "pay", "envia": "send", "enviar": "send", "cancela": "cancel", "cancelar": "cancel",
    "suscripcion": "subscription", "borra": "delete", "elimina": "delete", "borrar": "delete", "todos": "all", "datos": "data",
    "exporta": "export", "cada": "every", "dividir": "split", "divide": "split", "ahorrar": "save",
    "meta": "goal", "dia": "day", "dias": "days", "cuenta": "account", "mensual": "monthly", "semanal": "weekly",
    "euros": "euros", "buenos": "good", "buenas": "good", "tardes": "afternoon", "noches": "night", "sin": "without",
    "al": "per", "tengo": "have i", "hace": "ago", "desde": "since", "entre": "between", "idioma": "language",
    "moneda": "currency", "cambia": "change", "pasada": "last", "pasado": "last", "meses": "months", "semanas": "weeks", "anos": "years", "compra": "purchase",
    "quiero": "i want to", "paye": "pay", "han": "got", "ensename": "show me", "dame": "give me", "dime": "tell me",
    "apunta": "log", "anota": "log", "anade": "add", "cobrado": "received", "ganado": "earned", "sueldo": "salary",
}  # fmt: skip
_FRENCH = {
    "deux": "two", "trois": "three", "quatre": "four", "cinq": "five", "sept": "seven", "huit": "eight", "neuf": "nine", "dix": "ten", "douze": "twelve", "quinze": "fifteen", "vingt": "twenty", "trente": "thirty", "quarante": "forty", "cinquante": "fifty", "soixante": "sixty", "cent": "hundred", "mille": "thousand",
    "depense": "spent", "depensé": "spent", "depenses": "expenses", "paye": "paid", "achete": "bought", "coute": "cost",
    "recu": "received", "gagne": "earned", "touche": "received", "salaire": "salary", "budget": "budget",
    "mets": "set", "fixe": "set", "definis": "set", "cree": "set", "rappelle-moi": "remind me", "rappelle": "remind",
    "moi": "me", "rappel": "reminder", "rappels": "reminders", "combien": "how much", "solde": "balance", "quel": "what",
    "quelle": "what", "est": "is", "mon": "my", "ma": "my", "mes": "my", "hier": "yesterday", "aujourd'hui": "today",
    "demain": "tomorrow", "avant-hier": "day before yesterday", "ce": "this", "cette": "this", "mois-ci": "month",
    "mois": "month", "semaine": "week", "annee": "year", "au": "at", "aux": "at", "chez": "at", "en": "in", "pour": "for",
    "de": "to", "du": "of", "des": "of", "le": "the", "la": "the", "les": "the", "un": "a", "une": "a", "et": "and",
    "avec": "with", "j'ai": "i have", "ai": "i have", "je": "i", "annule": "undo", "annuler": "undo", "bonjour": "hello",
    "salut": "hello", "bonsoir": "hello", "coucou": "hello", "merci": "thanks", "aide": "help", "montre": "show",
    "montre-moi": "show me", "affiche": "show", "dernieres": "last", "derniers": "last", "derniere": "last",
    "dernier": "last", "transactions": "transactions", "reste": "left", "reste-t-il": "left", "payer": "pay", "envoie": "send",
    "envoyer": "send", "abonnement": "subscription", "supprime": "delete", "supprimer": "delete", "toutes": "all", "donnees": "data",
    "exporte": "export", "chaque": "every", "partage": "split", "divise": "split", "epargner": "save", "economiser": "save",
    "objectif": "goal", "jour": "day", "jours": "days", "compte": "account", "pas": "not", "sur": "on", "sans": "without",
    "depuis": "since", "entre": "between", "par": "per", "dans": "in", "d'essence": "essence", "langue": "language",
    "devise": "currency", "change": "change", "resilie": "cancel", "mensuel": "monthly", "annees": "years", "semaines": "weeks", "passee": "last", "passe": "last", "note": "log", "ajoute": "add", "achats": "purchases", "achat": "purchase",
}  # fmt: skip
_GERMAN = {
    "zwei": "two", "drei": "three", "vier": "four", "funf": "five", "sechs": "six", "sieben": "seven", "acht": "eight", "neun": "nine", "zehn": "ten", "zwolf": "twelve", "funfzehn": "fifteen", "zwanzig": "twenty", "dreissig": "thirty", "dreißig": "thirty", "vierzig": "forty", "funfzig": "fifty", "sechzig": "sixty", "siebzig": "seventy", "achtzig": "eighty", "neunzig": "ninety", "hundert": "hundred", "tausend": "thousand",
    "ausgegeben": "spent", "bezahlt": "paid", "gezahlt": "paid", "gekauft": "bought", "gekostet": "cost",
    "bekommen": "received", "erhalten": "received", "verdient": "earned", "gehalt": "salary", "lohn": "salary",
    "budget": "budget", "setze": "set", "setz": "set", "stelle": "set", "lege": "set", "erstelle": "set",
    "erinnere": "remind", "erinner": "remind", "mich": "me", "erinnerung": "reminder", "erinnerungen": "reminders",
    "wie": "how", "viel": "much", "wieviel": "how much", "kontostand": "balance", "was": "what",
    "ist": "is", "mein": "my", "meine": "my", "meinen": "my", "gestern": "yesterday", "heute": "today", "morgen": "tomorrow",
    "vorgestern": "day before yesterday", "ubermorgen": "day after tomorrow", "diesen": "this", "diese": "this",
    "dieses": "this", "dieser": "this", "letzten": "last", "letzte": "last", "letztes": "last", "letzter": "last",
    "monat": "month", "woche": "week", "jahr": "year", "am": "on", "im": "in", "in": "in", "bei": "at", "beim": "at",
    "fur": "for", "von": "of", "vom": "of", "an": "to", "die": "the", "der": "the", "das": "the", "den": "the", "dem": "the",
    "ein": "a", "eine": "a", "einen": "a", "und": "and", "mit": "with", "habe": "i have", "hab": "i have", "ich": "i",
    "ruckgangig": "undo", "hallo": "hello", "moin": "hello", "servus": "hello", "guten": "good", "tag": "afternoon",
    "abend": "evening", "danke": "thanks", "hilfe": "help", "zeige": "show", "zeig": "show", "mir": "me",
    "ausgaben": "expenses", "buchungen": "transactions", "transaktionen": "transactions", "ubrig": "left",
    "zahle": "pay", "bezahle": "pay", "uberweise": "send", "sende": "send", "kundige": "cancel", "abo": "subscription",
    "losche": "delete", "alle": "all", "daten": "data", "exportiere": "export", "jeden": "every", "jede": "every",
    "teile": "split", "sparen": "save", "ziel": "goal", "tage": "days", "tagen": "days", "konto": "account", "nicht": "not",
    "kein": "not", "keine": "not", "ohne": "without", "seit": "since", "zwischen": "between", "pro": "per", "vor": "ago",
    "sprache": "language", "wahrung": "currency", "monatlich": "monthly", "auf": "to", "war": "was", "hat": "has", "monate": "months", "monaten": "months", "wochen": "weeks", "jahre": "years", "jahren": "years", "um": "at", "noch": "still", "buchung": "booking", "ausgabe": "expense",
    "eintrag": "entry", "eingenommen": "received", "notiere": "log", "furs": "for the",
}  # fmt: skip

_LANGUAGES = {"es": _SPANISH, "fr": _FRENCH, "de": _GERMAN}
_NONE: dict[str, str] = {}

# Words that no other of our languages uses: they are understood whatever the person's locale is.
_SURE = frozenset(
    "gaste pague compre recuerdame presupuesto cuanto ayer gracias deshacer hola saldo ayuda recibi gastado semana "
    "depense achete combien rappelle-moi merci bonjour hier aujourd'hui j'ai solde semaine envoie "
    "ausgegeben bezahlt gekauft gestern heute danke hallo kontostand erinnere mich wieviel habe fur monat woche losche "
    "kundige uberweise hilfe diesen ruckgangig sin confirmacion consignes ohne".split()
)
_ANYWHERE = {word: gloss for table in (_SPANISH, _FRENCH, _GERMAN) for word, gloss in table.items() if word in _SURE}
WORDS = frozenset(_SPANISH) | frozenset(_FRENCH) | frozenset(_GERMAN)


def gloss_of(word: str, language: str) -> str | None:
    """The English for a folded word in the person's language, or for a word only one language has."""
    return _LANGUAGES.get(language, _NONE).get(word) or _ANYWHERE.get(word)
