"""Whole messages that are one thing to say: greetings, thanks, single-word orders."""

from bot.brain.offline import emoji
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.rules import ORDER_VERBS
from bot.brain.offline.short_forms import FILLERS

_PHRASES = {
    "greet": "hi,hello,hey,hiya,heya,howdy,yo,sup,good morning,good afternoon,good evening,good night,morning,"
    "evening,hi there,hello there,"
    "hey there,greetings,what is up,wassup,whats up,g'day,gday,good day,namaste,ola,salaam,how are you,how are you "
    "doing,"
    "how is it going,hello again,hi again,good evening to you,buenos dias,buenas,buenas tardes,buenas noches,que "
    "tal,bonsoir,salut,coucou,"
    "guten tag,guten morgen,guten abend,moin,servus,gruss gott,hola,bonjour,hallo,ciao,aloha,good days,good "
    "tomorrow,good afternoon,good,start,good afternoon,good hello",
    "thanks": "thanks,thanks a lot,thanks so much,thank you,thank you so much,thank you very much,"
    "thanks a bunch,thanks a million,many thanks,cheers,"
    "ta,much appreciated,appreciate it,i appreciate it,thanks heaps,you are the best,thanks again,thank you "
    "again,great thanks,perfect thanks,"
    "awesome thanks,ok thanks,cool thanks,got it thanks,nice one,legend,you are a legend,good job,well done,great "
    "job,bless you,"
    "muchas gracias,mil gracias,merci beaucoup,danke schon,vielen dank,danke dir,gracias,merci,danke,thanks for the "
    "help,thanks for your help,"
    "thank you for your help,thanks very much,that is great thanks,no thanks needed,you rock,thanks for that",
    "undo": "undo,deshacer,ruckgangig,annule,annuler,revert,rollback,scratch that,take that back,undo last,"
    "undo it,undo that,go back,that was a mistake,"
    "that was wrong,wrong,ruckgangig machen,roll back,strike that",
    "help": "help,ayuda,aide,hilfe,help me,?,commands,menu,what can you do,how does this work,i need help,"
    "how do i use this,what do you do,faq,manual,"
    "que puedes hacer,what puedes hacer,was kannst du,que peux-tu faire",
    "balance": "balance,saldo,solde,kontostand,my balance,account balance,bal",
    "budget_status": "budget,budgets,my budget,my budgets,budget status",
    "list_transactions": "transactions,history,my transactions,recent,recent transactions,statement",
    "list_reminders": "reminders,my reminders",
    "goal_status": "goals,goal,my goals,savings goals",
    "subscription_status": "subscription,my subscription,my plan",
    "forecast": "forecast,safe to spend",
    "lock": "lock,freeze",
    "unlock": "unlock,unfreeze",
    "explain_alert": "why,why is that,how come,why that",
    "snooze_alert": "snooze,mute,later",
    "pay": "pay",
    "link_account": "link,link account,connect account,link my account,link accounts,connect,link my phone,"
    "link phone",
    "create_token": "api token,token,create token,new token,api key,create a token,create api token,new api token",
    "export_data": "export,export data,export my data,download my data,export everything",
    "import_transactions": "import,import transactions",
    "set_budget": "set budget,set a budget,new budget,create a budget",
    "leave_ledger": "leave household,leave ledger",
    "refund": "refund",
    "subscribe": "subscribe,upgrade,go premium,go pro",
    "cancel_subscription": "cancel subscription,unsubscribe,cancel my subscription,cancel my plan",
}  # fmt: skip

SKILL_OF: dict[str, str] = {
    phrase.strip(): skill for skill, phrases in _PHRASES.items() for phrase in phrases.split(",")
}
HELLO_WORDS = frozenset("hi hello hey hiya howdy morning greetings hallo hola bonjour there".split())
_CALLING = frozenset({"hey", "yo", "pam"})
_THANKING = frozenset("thanks cheers gracias merci danke".split())
_NEVER_ASKED = frozenset("pay subscribe cancel_subscription export_data link_account refund lock unlock undo".split())
_CARRY_MORE = frozenset("number phone email link tag".split())
_LONGEST = 10


def read_small_talk(pieces: Pieces) -> str | None:
    """The skill of a message that is one of these, whatever marks and fillers are around it."""
    if len(pieces) > _LONGEST or any(piece.kind in _CARRY_MORE for piece in pieces):
        return None
    words = [piece.word for piece in pieces if piece.kind == "word"]
    skill = _skill_of(words) if words else _wordless({piece.word for piece in pieces})
    if skill in _NEVER_ASKED and any(piece.word == "?" for piece in pieces):
        return None
    return skill


def _skill_of(words: list[str]) -> str | None:
    skill = SKILL_OF.get(" ".join(words))
    if skill:
        return skill
    kept = [word for word in words if word not in FILLERS]
    if kept == ["there"]:
        return "greet"
    if not kept:
        return "greet" if _CALLING.intersection(words) else None
    skill = SKILL_OF.get(" ".join(kept)) or _after_hello(kept)
    if skill is None and len(kept) <= 5 and _THANKING.intersection(kept[:2]) and ORDER_VERBS.isdisjoint(kept):
        return "thanks"
    if skill is None and len(words) <= 7 and words[-2:] in (["thank", "you"], [*words[-2:-1], "thanks"]):
        return "thanks" if ORDER_VERBS.isdisjoint(words) else None
    return skill


def _after_hello(words: list[str]) -> str | None:
    """As "hello pam how are you": a greeting and one more."""
    if words[0] not in HELLO_WORDS:
        return None
    skill = SKILL_OF.get(" ".join(words[1:]))
    return skill if skill in ("greet", "thanks") else None


def _wordless(marks: set[str]) -> str | None:
    if marks & emoji.HELLOS:
        return "greet"
    if marks & emoji.THANKS:
        return "thanks"
    return "help" if marks == {"?"} else None
