"""Words that make a sentence another's business: "change the date" is for PAM, "… in my calendar" is not."""

_THINGS = frozenset(
    "calendar appointment event meeting playlist song music oven volume voice accent settings factory pin password "
    "list temperature temp "
    "thermostat lights light speaker address reservation reservations oil channel alarm timer screen device "
    "wallpaper ringtone speed "
    "brightness flight ticket passport policy album video app website article email username".split()
)

NEVER_WITH: dict[str, frozenset[str]] = {
    "edit_transaction": _THINGS
    | frozenset("around roughly probably name language currency plan insurance to-do pto card reminder goal".split()),
    "undo": _THINGS,
    "set_budget": frozenset(
        "was were cuts deficit meeting airline airlines speech credit card withdrawal overdraft volume speed atm "
        "top-up transfer".split()
    ),
    "spending_query": frozenset("near nearby nearest".split()),
    "set_goal": frozenset("your checkout order off receipt file seat".split()),
    "snooze_alert": frozenset("button broken game".split()),
    "split_expense": frozenset(
        "spending groups teams atom hairs difference location screen info status definition meaning fact joke "
        "news".split()
    ),
    "link_account": frozenset("song music speaker bluetooth headphones car tv".split()),
    "pay": frozenset(
        "what who how you want day is was cut rise raise gap slip attention respects tribute visit homage "
        "heed email letter link "
        "photo picture location alerts warnings notifications digest summary reminders".split()
    ),
    "unlock": frozenset("door doors screen computer car phone".split()),
    "balance": frozenset("your diet sheet board".split()),
    "forecast": frozenset("milk bread paper battery gas petrol time weather rain sun snow".split()),
    "lock": frozenset("door doors screen computer".split()),
    "export_data": frozenset("song music app movie video".split()),
    "list_transactions": frozenset("restaurants hotels nearby recipes movies songs stars".split()),
}

NOT_BOOKED = frozenset(
    "reservation reservations reserve reserved cancel confirm appointment sided dice die roll volume temp "
    "temperature oven thermostat timer pto "
    "multiply subtract divide passengers seats seating individuals guests stars star reviews star-reviews tried "
    "attempted requested entered "
    "groups teams quote quoted estimate estimated declined statement dispute wrong happened calendar "
    "checkout playlist request portfolio fraud scam alert remind".split()
)
"""With one of these an amount is not money spent."""

OTHER_ORDERS = frozenset(
    "send transfer wire move complete order find look fly call list show tell give need search withdraw "
    "venmo zelle paypal cashapp wire remit rate reserve get play open increase raise lower change update fix "
    "decrease reduce schedule have remove "
    "delete cancel".split()
)
"""An order that begins with one of these is not a note of money spent."""
