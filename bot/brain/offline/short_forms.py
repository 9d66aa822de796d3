"""Short forms people type, and the plain words they stand for."""

SHORT: dict[str, str] = {
    # contractions
    "i'm": "i am", "im": "i am", "i've": "i have", "ive": "i have", "i'd": "i would", "i'll": "i will", "it's": "it is",
    "that's": "that is", "thats": "that is", "what's": "what is", "whats": "what is", "how's": "how is", "hows": "how is",
    "where's": "where is", "who's": "who is", "when's": "when is", "there's": "there is", "here's": "here is",
    "let's": "let us", "we've": "we have", "we're": "we are", "you're": "you are", "they're": "they are", "he's": "he is",
    "she's": "she is", "don't": "do not", "dont": "do not", "didn't": "did not", "didnt": "did not", "doesn't": "does not",
    "doesnt": "does not", "haven't": "have not", "havent": "have not", "hasn't": "has not", "wasn't": "was not",
    "wasnt": "was not", "isn't": "is not", "isnt": "is not", "aren't": "are not", "can't": "can not", "cant": "can not",
    "cannot": "can not", "won't": "will not", "wont": "will not", "wouldn't": "would not", "shouldn't": "should not",
    "couldn't": "could not", "should've": "should have", "shoulda": "should have", "could've": "could have",
    "would've": "would have", "gonna": "going to", "wanna": "want to", "gotta": "have to", "lemme": "let me",
    "gimme": "give me", "ain't": "is not", "y'all": "you", "we'd": "we would", "why'd": "why did", "how'd": "how did", "who'd": "who would", "hadn't": "had not",
    "weren't": "were not", "werent": "were not", "that'll": "that will", "it'll": "it will", "nite": "night", "needn't": "need not", "nevermind": "never mind",
    # texting
    "u": "you", "ur": "your", "r": "are", "pls": "please", "plz": "please", "plse": "please", "thx": "thanks",
    "tks": "thanks", "thnx": "thanks", "ty": "thanks", "tysm": "thanks", "thankyou": "thanks", "dis": "this", "dat": "that",
    "hw": "how", "hv": "have", "wat": "what", "wht": "what", "wut": "what", "abt": "about", "bout": "about", "n": "and",
    "nd": "and", "w": "with", "w/": "with", "cuz": "because", "coz": "because", "bc": "because", "cos": "because",
    "2day": "today", "2moro": "tomorrow", "2mrw": "tomorrow", "2morrow": "tomorrow", "tmrw": "tomorrow", "tmr": "tomorrow",
    "tmw": "tomorrow", "tomoz": "tomorrow", "tomo": "tomorrow", "tom'w": "tomorrow", "yday": "yesterday",
    "ystd": "yesterday", "yest": "yesterday", "yst": "yesterday", "ytd.": "yesterday", "2nite": "tonight",
    "tonite": "tonight", "2night": "tonight", "b4": "before", "wk": "week", "wks": "weeks", "mth": "month", "mnth": "month",
    "mnths": "months", "mths": "months", "mos": "months", "yr": "year", "yrs": "years", "bal": "balance", "blnce": "balance",
    "txn": "transaction", "txns": "transactions", "trx": "transaction", "tx": "transaction", "acct": "account",
    "acc": "account", "a/c": "account", "amt": "amount", "rmd": "remind", "rmdr": "reminder", "rmnd": "remind",
    "remnd": "remind", "remindme": "remind me", "pd": "paid", "payed": "paid", "spnt": "spent", "spnd": "spend", "bght": "bought", "bot": "bought",
    "brought": "bought", "recd": "received", "rcvd": "received", "rec'd": "received", "rcd": "received",
    "sub": "subscription", "mcuh": "much", "hru": "how are you", "gm": "good morning", "gn": "good night", "kk": "ok", "eaten": "eat", "its": "it is", "nah": "no", "nope": "no", "soz": "sorry", "sry": "sorry", "srry": "sorry", "mb": "my bad",
    "frm": "from", "fr": "for", "fer": "for", "jst": "just", "wd": "with", "wid": "with", "cld": "could", "wld": "would",
    "shld": "should", "wanto": "want to", "dinnr": "dinner", "tix": "tickets", "rent's": "rent", "401k": "pension", "403b": "pension", "prefs": "preferences",
    "tz": "timezone", "cxl": "cancel", "gt": "got", "del": "delete", "thru": "through", "lst": "last", "bdgt": "budget", "bgt": "budget",
    "grocs": "groceries", "exp": "expense", "exps": "expenses", "pmt": "payment", "xfer": "transfer", "trnsfr": "transfer",
    "info": "info", "wanted": "wanted", "goin": "going", "spendings": "spending", "spended": "spent", "spend't": "spent",
    "untill": "until", "til": "until", "quids": "quid", "grocery": "groceries",
}  # fmt: skip

FILLERS = frozenset(
    "ugh omg argh sigh damn gosh nvm whew phew wow yikes hmm um uh uhm umm er erm hmm ah oh eh like please kindly pam basically literally so well okay ok alright hey anyway lol "
    "haha hehe yo mate bro dude btw fyi ps innit right ya yaar ji por favor bitte mal svp stp porfa lah tho though "
    "lads yep yup yeah yes sure thank".split()
)
"""Words that change nothing when they stand around a sentence."""

OPENINGS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in (
        "can you please", "could you please", "would you please", "can you", "could you", "would you", "will you", "can u",
        "i want to", "i would like to", "i would like you to", "i want you to", "i would love to", "i need you to",
        "i wanted to", "would you mind", "i need to", "need to", "that is", "can i", "could i", "may i", "can we", "could we", "let us", "let me", "help me to", "help me", "go ahead and",
        "i just want to", "i am trying to", "that will be", "that would be", "it will be", "i would like", "you can", "can i please", "time to", "just", "also", "and",
        "then", "now", "actually can you", "but", "puedes", "podrias", "quiero", "kannst du", "ich mochte", "je veux",
        "je voudrais", "peux tu", "quisiera", "it is time to", "do me a favor and", "do the needful and", "hang on", "hold on", "wait a minute", "wait a sec", "do me a favour and", "plus", "next",
    )
)  # fmt: skip
"""Polite ways to begin an order: they are taken off before the order is read. Longest first is not needed."""
