"""The words of the calendar: weekdays, months, units, parts of the day."""

WEEKDAYS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "monday mon mondays lunes lundi montag",
        "tuesday tue tues tuesdays martes mardi dienstag",
        "wednesday wed weds wednesdays miercoles mercredi mittwoch",
        "thursday thu thur thurs thursdays jueves jeudi donnerstag",
        "friday fri fridays viernes vendredi freitag",
        "saturday sat saturdays sabado samedi samstag sonnabend",
        "sunday sun sundays domingo dimanche sonntag",
    )
):
    WEEKDAYS |= dict.fromkeys(_names.split(), _number)

MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "january jan enero janvier januar",
        "february feb febrero fevrier februar",
        "march mar marzo mars marz",
        "april apr abril avril",
        "may mayo mai",
        "june jun junio juin juni",
        "july jul julio juillet juli",
        "august aug agosto aout",
        "september sep sept septiembre septembre",
        "october oct octubre octobre oktober",
        "november nov noviembre novembre",
        "december dec diciembre decembre dezember",
    ),
    start=1,
):
    MONTHS |= dict.fromkeys(_names.split(), _number)

UNITS = {
    "day": "day", "days": "day", "night": "day", "week": "week", "weeks": "week", "fortnight": "fortnight",
    "fortnights": "fortnight", "month": "month", "months": "month", "year": "year", "years": "year",
    "quarter": "quarter", "quarters": "quarter", "weekend": "weekend", "weekends": "weekend",
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

PARTS_OF_DAY = frozenset("morning afternoon evening night arvo noon lunchtime teatime am pm".split())

# Short names that are also words: they need a preposition before them or nothing after them.
RISKY = frozenset({"sun", "sat", "wed", "mar", "may", "march", "second", "mon", "mars", "mai", "sept", "dec", "jan"})

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
