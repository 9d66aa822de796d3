"""Which sentences ask for which skill. The first rule that matches a clause wins."""

import msgspec

from bot.brain.offline.patterns import Pattern, compile_pattern


class Rule(msgspec.Struct, frozen=True, gc=False):
    """``fill`` names how the slots are read; most skills have one way, named like the skill."""

    skill: str
    fill: str
    pattern: Pattern


CLASSES: dict[str, frozenset[str]] = {
    f"@{name}": frozenset(words.split())
    for name, words in {
        "amount": "<amount> <unclear>",
        "money": "<amount> <unclear>",
        "spend": "spend spent spending spends blow blown blew drop dropped splash splashed splurge splurged burn burned burnt "
        "shell shelled fork forked waste wasted",
        "spent": "spent paid bought purchased blew dropped splashed splurged ordered grabbed shelled forked got cost costed spending "
        "spend wasted burned burnt chucked whacked tapped charged donated tipped picked ate drank had rented booked hired treated topped "
        "filled refuelled refueled expense purchase debited pay buy coughed lost gave sent loaned lent withdrew took chipped dropping",
        "budget": "budget budgets budgeting limit cap allowance ceiling envelope",
        "set": "set make create change increase raise decrease lower reduce update adjust put add start give bump cut new establish "
        "define want need fix up drop limit budget allocate allot allocated",
        "show": "show list see view display give what which pull get tell find print fetch check bring browse whats open",
        "rows": "transaction transactions expense expenses purchase purchases entry entries payment payments charge charges record "
        "records booking bookings activity history withdrawal withdrawals logs",
        "row": "transaction expense purchase entry payment charge record booking item one spend",
        "cancel": "cancel delete remove stop kill drop clear end forget dismiss turn",
        "stop": "cancel stop end terminate quit unsubscribe close discontinue drop",
        "plan": "subscription subscriptions plan membership premium pro plus trial",
        "paid_plan": "premium pro plus plan trial subscription membership",
        "own": "my the this that your our a pam pam's paid monthly yearly annual current free whole entire",
        "i": "i we",
        "be": "is are was were be am",
        "reminder": "reminder reminders",
        "data": "data account everything info information profile records history",
        "erase": "delete erase wipe remove purge destroy",
        "export": "export download backup",
        "file": "csv spreadsheet excel xlsx json beancount pdf file ofx qif",
        "all": "all everything my entire whole",
        "account": "checking savings saving current account accounts cash wallet bank chequing isa",
        "goal": "goal goals fund pot target",
        "split": "split divide share splitting halve",
        "quiet": "text message notify ping disturb bother alert contact notifications",
        "zone": "timezone time-zone tz",
        "word": "budget",
    }.items()
}

_TEXT = """
help:                   ^ how do|can|would|should i|we|you|one ..6 @topic
help:                   ^ how to ..6 @topic
verify_code:            ^ code|pin|otp|passcode
delete_my_data:         ^ @erase|forget all|everything|my|entire|whole ..2 data|account|info|information|profile|records $
delete_my_data:         ^ @erase|forget all|everything|my|entire|whole ..1 data|account|everything|info|information ..4 $
delete_my_data:         ^ @erase everything $
delete_my_data:         ^ @erase everything ..3 about|on me $
delete_my_data:         ^ forget everything ..3 about|on|know me
delete_my_data:         ^ close|delete|terminate my pam? account $
delete_my_data:         ^ forget me $
cancel_reminder:        ^ @cancel ..6 @reminder
cancel_reminder:        ^ stop reminding
cancel_reminder:        ^ do? not remind
cancel_reminder:        ^ i? do? not need ..4 @reminder
remind:                 ^ set|add|create|make|put|new|schedule|give ..4 @reminder
remind:                 remind me|us
remind:                 ^ remind
remind:                 ^ do? not let me|us forget
remind:                 ^ reminder
remind:                 ^ i? need|want ..1 reminder
remind:                 ^ remember|ping|nudge|alert|text|message me|us? to|about|when|on|<day>|<hour>|<every>
remind:                 ^ make sure i|we pay|remember|cancel|call|send|renew|check
list_reminders:         ^ @show|any|do|have|my|upcoming ..5 reminders
list_reminders:         ^ reminders $
list_reminders:         what ..3 remind me
list_reminders:         what do|have|is|am i|we? ..3 due|upcoming ..3 $
import_transactions:    ^ import|upload
import_transactions:    ^ load my ..2 bank|csv|transactions|statement
record_receipt:         ^ scan|read|process|attached|here ..3 receipt
record_receipt:         ^ receipt $
create_token:           ^ create|make|generate|get|give|new|need|issue ..3 token|tokens|key ..3 $
create_token:           ^ api token|key ..2 $
export_data:            ^ @export ..8 transactions|data|expenses|everything|history|@file|records|report|statement|ledger|spending|bookings|purchases
export_data:            ^ @export $
export_data:            ^ send|email|give|get|want|need|prepare|mail ..3 @file|export
export_data:            ^ send|email|give me|us? my? all? of? my? data $
export_data:            ^ send|email|give me ..3 all ..1 data|transactions|expenses
export_data:            ^ save ..3 transactions|data|expenses ..3 @file
link_account:           ^ link ..1 <phone>|<email>
link_account:           ^ link $
link_account:           ^ link|connect|hook|sync|pair ..5 account|accounts|card|bank|phone|number|telegram|sms|paypal|revolut|wallet ..4 $
link_account:           ^ link|connect account|my|to ..3 $
link_account:           ^ add my|another|a ..3 account|card|bank $
share_ledger:           ^ share ..3 ledger|budget|account|finances|book|books|household ..1 with
share_ledger:           ^ share ..2 ledger|household|finances
share_ledger:           ^ invite|add ..4 to ..2 ledger|household|budget|account
share_ledger:           ^ create|start|set|make ..3 household|shared|joint ..2 ledger|household|budget|account
leave_ledger:           ^ leave|exit|quit ..3 ledger|household
leave_ledger:           ^ stop sharing ..4 $
unlock:                 ^ unlock|unfreeze ..5 $
lock:                   ^ lock|freeze $
lock:                   ^ lock|freeze|block ..3 account|payments|everything|money|card|cards|pam|me|transfers|it ..3 $
snooze_alert:           ^ snooze ..6 $
snooze_alert:           ^ mute|silence|pause|hide ..3 alert|alerts|warning|warnings|notification|notifications|it|this|that ..4 $
explain_alert:          ^ why $
explain_alert:          ^ why ..5 alert|alerts|alerted|warn|warned|warning|notify|notified|notification|message|text|ping|pinged
explain_alert:          ^ explain|what ..4 alert|warning|notification
subscription_status:    what|which ..2 @plan ..2 i|we
subscription_status:    ^ what is my|our ..1 plan $
subscription_status:    ^ how much is|does|do ..2 premium|pro|plus|subscription cost? ..3 $
subscription_status:    ^ what does ..2 premium|pro|plus|subscription cost ..3 $
subscription_status:    ^ when ..4 subscription|plan|membership|trial ..1 renew|renews|end|ends|expire|expires|up|over|due|run|runs
subscription_status:    ^ when do i ..4 renew|billed|charged
subscription_status:    ^ is my ..2 @plan ..1 active|still|valid|paid|on|cancelled|canceled|over
subscription_status:    ^ am i ..2 subscribed|premium|pro|plus|trial
subscription_status:    ^ am i ..1 on ..2 @plan
subscription_status:    ^ do i have ..3 subscription|plan|membership|premium|pro
subscription_status:    how much ..4 paying|pay|cost|costs ..2 for? pam|premium|pro|subscription|plan
subscription_status:    ^ subscription|plan|membership status|details|info $
subscription_status:    ^ @show|check my|the ..1 subscription|plan|membership ..1 status|details? $
subscription_status:    ^ my subscription|plan|membership $
subscription_status:    how many|long ..5 left ..3 trial|subscription|plan
cancel_subscription:    ^ @stop @own? @own? @own? @plan ..4 $
cancel_subscription:    ^ unsubscribe me? ..4 $
cancel_subscription:    ^ downgrade ..5 $
subscribe:              ^ subscribe me|us? ..6 $
subscribe:              ^ sign me|us? up ..6 $
subscribe:              ^ i? want premium|pro|plus $
subscribe:              ^ upgrade ..6 $
subscribe:              ^ start|begin|activate|try|get|buy|give|want ..2 free|my|premium|pro|plus|pam|a ..1 @paid_plan ..3 $
subscribe:              ^ go|switch|move to? the? premium|pro|plus ..2 $
subscribe:              ^ renew my ..2 @plan $
refund:                 ^ refund my|the|that|this|me|it|last ..6 $
refund:                 ^ refund @money to ..4 $
refund:                 ^ refund @money $
refund:                 ^ i? get|want|need|request|give ..3 refund ..6 $
edit_transaction/known: ^ delete|remove|erase the|my|that|<day> ..4 $
edit_transaction/delete: ^ delete|remove|erase ..2 last|previous|latest ..1 @row
edit_transaction/delete: ^ delete|remove|erase|discard|void|drop|cancel ..8 @row|purchase|charge|charges ..8 $
edit_transaction/delete: ^ delete|remove|erase ..3 @money
edit_transaction/delete: ^ delete|remove|erase|void ..7 <day> $
undo:                   ^ undo ..6 $
undo:                   ^ take that|it|this back ..2 $
undo:                   ^ take back that|the|my ..3 $
undo:                   ^ oops|whoops|no take ..2 back
undo:                   ^ scratch that|it|this|the ..3 $
undo:                   ^ revert|reverse|rollback ..5 $
undo:                   ^ roll ..2 back ..2 $
undo:                   ^ oops|whoops|no|sorry|wrong ..1 undo|scratch|revert|cancel that|it? ..2 $
undo:                   ^ cancel|delete|remove|erase that|it|this|last $
undo:                   ^ cancel|delete|remove|erase ..1 that|this|last|the last one|entry|bit|thing? $
undo:                   ^ oops|whoops|no? ..1 did not mean that|it|to ..4 $
undo:                   ^ that was ..1 mistake|wrong $
undo:                   ^ forget that|it $
set_preference/quiet:   not|stop|no|never|quiet|mute|silence|only ..6 <hours>
set_preference/quiet:   ^ set|change|make ..3 quiet ..6 $
set_preference/quiet:   ^ quiet hours|time ..4 $
set_preference/quiet:   ^ turn|switch off|mute ..2 notifications|alerts|messages ..5 $
set_preference/quiet:   ^ turn|switch notifications|alerts|messages off ..5 $
set_preference/quiet:   ^ turn|switch off|mute notifications|alerts ..4
set_preference/quiet:   ^ do not disturb ..4 $
set_preference/zone:    set|change|update|switch|use|adjust|fix|make|put ..5 timezone
set_preference/zone:    set|change|update|switch|use|adjust|fix|make|put ..5 time zone
set_preference/zone:    my time? timezone|zone is|to|should
set_preference/zone:    ^ timezone is? to? ..2 $
set_preference/zone:    ^ i am|have ..2 in|to ..3 now|<day> $
set_preference/zone:    ^ i just? moved|relocated to ..3 $
set_preference/zone:    ^ i am|have just? moved|moving|relocated ..2 to ..4 $
set_preference/currency: ^ set|change|switch|use|make|update ..4 currency ..4 $
set_preference/currency: ^ my? default? currency is|should|to ..3 $
set_preference/currency: ^ use|switch|show ..4 euros|euro|dollars|pounds|rupees|yen|francs|eur|usd|gbp|inr|cad|aud|jpy|chf ..5 $
set_preference/language: ^ speak|talk|reply|answer|respond|write ..3 @language ..5 $
set_preference/language: ^ set|change|switch|use|make ..5 @language ..4 $
set_preference/language: ^ @language please? $
set_preference/name:    ^ call me ..2 $
set_preference/name:    ^ my name is ..2 $
set_preference/thresholds: ^ alert|warn me at <number>|@money
set_balance:            ^ set|my|opening|starting|current|correct|update|fix|adjust ..4 balance ..4 @money ..4 $
set_balance:            ^ balance ..3 @money ..2 $
set_balance:            ^ i|we have @money ..3 in ..2 @account ..2 $
set_balance:            ^ there is @money ..3 in ..2 @account ..2 $
set_balance:            ^ my|the? ..2 checking|savings|current|cash account? has|is|holds @money $
forecast:               ^ will|can i|we ..2 make it ..6 $
forecast:               will|do|am i|we ..2 run|running out|short ..8
forecast:               when ..3 run out ..3 money
forecast:               can|could i|we ..2 afford
forecast:               ^ afford
forecast:               ^ is ..6 affordable
budget_status:          how much ..1 can|could i|we ..2 spend on|for ..5 $
forecast:               how much|what can|could|should i|we ..3 spend
forecast:               what|how ..2 will ..3 balance|money ..3
forecast:               what ..3 balance ..2 be
forecast:               how|what much? will i|we have
forecast:               ^ how much ..3 safe to spend
forecast:               safe to spend ..4 $
forecast:               ^ forecast|projection|predict|project ..8 $
forecast:               ^ do i|we have enough
forecast:               ^ at|on this|my pace|rate|track
forecast:               ^ am i|we on track ..2 $
forecast:               will i|we be ..2 okay|ok|fine|broke|overdrawn|short|red|overdraft
forecast:               will ..2 money|salary|funds|paycheck last
goal_status:            how close|far ..8 goal|goals|fund|target|saving|savings
goal_status:            ^ how is|are ..5 @goal|savings|saving ..5 $
goal_status:            ^ @show|check ..4 goal|goals ..4 $
goal_status:            ^ goal|goals|savings progress|status|update|goal|goals ..3 $
goal_status:            how much ..5 to save|saved|go
goal_status:            how much have i|we saved ..6
goal_status:            ^ progress ..2 on|towards|toward|of ..4 $
goal_status:            ^ am i|we ..2 on track ..3 for|to|with ..5 goal|fund|save
goal_status:            ^ when will i ..2 reach|hit ..4 goal
goal_status:            ^ goals|goal $
set_goal:               ^ set|create|make|new|add|start|open ..4 goal ..10 $
set_goal:               ^ @set? a|new? savings|saving goal ..8 $
set_goal:               ^ goal ..6 @money
set_goal:               ^ my? ..1 goal is|to ..8 @money
set_goal:               ^ save|saving up? ..6 @money ..10 $
set_goal:               ^ i|we? want|need|hope|plan|trying|aim|going|would|am|are ..3 save ..6 @money ..8 $
set_goal:               ^ i|we am|are ..1 saving ..6 @money ..8 $
set_goal:               ^ put aside|away @money ..6 for|by
set_goal:               ^ start|begin saving ..8 $
set_goal:               ^ save up? for|money|towards ..8 $
budget_status:          ^ how ..3 budget|budgets
budget_status:          ^ how ..1 @be|am|have|did|do ..5 @budget ..6 $
budget_status:          how much|what ..3 left ..2 in|of|on|for|from|to
budget_status:          how much ..3 can i still ..6
budget_status:          how much ..4 @budget ..4 left|remaining|remain|remains|available|used
budget_status:          what|how ..3 left|remaining ..6 @budget ..4 $
budget_status:          ^ what|how ..4 remaining ..4
budget_status:          ^ am|did|have|are|is|do i|we|my|the? ..6 budget ..4 $
budget_status:          ^ am|did|have|are i|we ..3 over|under|exceed|exceeded|within|blow|blown ..5 $
budget_status:          ^ @show|check|my|status|all|list ..3 budget|budgets ..5 $
budget_status:          ^ budget|budgets status|check|left|remaining|overview|report|summary|update ..3 $
budget_status:          ^ ..3 budget $
budget_status:          ^ remaining ..3 $
budget_status:          ^ how am|are i|we doing on|with|for ..3 $
budget_status:          ^ do|have i|we have? ..2 money|anything|room|cash ..1 left ..1 for|in ..3 $
budget_status:          ^ ..3 budget status|left|remaining|update|check|progress ..3 $
budget_status:          ^ any|have i|we? ..2 money|anything left ..3 for ..3 $
budget_status:          ^ how much|what is my ..3 budget ..4 $
set_budget:             ^ @set|my|total|overall ..8 @budget ..10 $
set_budget:             ^ budget ..6 @money ..8 $
set_budget:             ^ cap|limit ..8 @money ..6 $
set_budget:             ^ cap|limit ..3 spending|@money
set_budget:             ^ keep|restrict|hold|curb ..6 under|below|to|at|within|on @money ..6 $
set_budget:             ^ i|we? want|would|need|plan|should|am|going|try|trying|like ..4 limit|cap|keep|restrict|budget ..6 @money ..6 $
set_budget:             not|no|never|only|max|maximum|most ..5 spend|spending ..3 more|over|than|above @money ..6 $
set_budget:             spend|spending no|not|less|at|only|under ..1 more|than|most? than? @money ..6 $
set_budget:             ^ no more than @money ..6 $
set_budget:             ^ max|maximum|up ..2 @money ..6 $
set_budget:             ^ ..5 budget ..4 @money ..5 $
set_budget:             ^ ..3 @money ..3 budget ..4 $
set_budget:             ^ allocate|allot|allow|give ..3 @money ..6 $
set_budget:             ^ set aside @money ..8 $
balance:                ^ what|how|show|check|tell|see|my|current|get|give|account|display|total ..4 balance|balances ..6 $
balance:                ^ balance|balances ..5 $
balance:                ^ ..2 balance $
balance:                how much money|cash ..2 do|have i|we ..4 $
balance:                ^ how much do i|we have ..5 $
balance:                how much ..2 is ..4 in ..3 @account
balance:                what|how ..2 is ..1 in ..2 @account
balance:                ^ how much money is left ..3 $
balance:                ^ what is my net worth $
balance:                ^ how much is|do ..2 left $
balance:                ^ what do i|we have left ..2 $
balance:                ^ how broke|rich am i
balance:                ^ am i broke|rich $
split_expense:          ^ @split ..12 @money
split_expense:          ^ split|divide|halve the|this|that|my|last|it|dinner|lunch|bill|rent|taxi|cab|with|between ..8 $
split_expense:          owes|owe me ..8 @money
split_expense:          owes|owe me half|third ..6 @money
split_expense:          ^ ..1 went|going|go halves|dutch|half ..10 @money
split_expense:          @spent ..8 @money ..8 split|shared|divided ..1 with|between|among|by|<people>
split_expense:          ^ ..4 @money ..5 split|shared|divided ..1 with|between|among|<people>
split_expense:          ^ who owes ..4 $
split_expense:          ^ settle up ..3 $
record_transfer:        ^ transfer|transferred|move|moved|shift|shifted|put @money ..4 from ..4 @account|pot ..2 to|into ..4 $
record_transfer:        ^ i|we? transferred|moved|shifted|put|transfer|move|shift @money ..3 to|into|in ..2 savings|checking|account|isa|saving|pot|wallet|cash|fund|goal ..5 $
record_transfer:        ^ i? withdrew|withdraw @money ..6 $
record_transfer:        ^ i? took out @money ..3 cash|atm ..3 $
record_transfer:        ^ put|add|pledge|contribute|set @money ..1 to|towards|toward|into|for|aside ..5 goal|fund|savings|pot ..2 $
recurring_expense:      ^ add|set|create|new|log|record|make|track ..4 recurring|subscription|standing|bill|repeating ..10 $
recurring_expense:      ^ recurring ..8 @money
recurring_expense:      ^ i|we pay ..8 @money ..8 <every>
recurring_expense:      ^ i|we pay ..8 <every> ..6 @money
recurring_expense:      ^ my|our ..5 is|costs|are|comes @money ..8 <every>
recurring_expense:      ^ my|our ..5 is|costs|are|due ..3 <every> ..5 @money
edit_transaction:       ^ ..7 should|shoulda|was|supposed ..2 have|be|to? ..1 been|be|say ..6 @money
edit_transaction:       ^ ..6 should have? been|be ..6 $
edit_transaction:       ^ that|it|this was|is @money $
edit_transaction:       ^ that|it|this is|was ..3 not ..3 $
edit_transaction:       ^ ..5 @money not|instead @money ..3 $
edit_transaction:       ^ no|sorry|oops|wait|actually|correction|wrong|whoops|nope ..6 @money
edit_transaction:       ^ not @money ..2 @money ..3 $
edit_transaction:       ^ i meant ..5 $
edit_transaction:       ^ ..1 change|update|edit|correct|fix|modify|amend|adjust|make ..2 last|latest|previous|that|it|this ..6 @money|to|<day> ..5 $
edit_transaction:       ^ change|update|edit|correct|fix|modify|amend|adjust|make ..6 to|from|into|as|was|be @money ..5 $
edit_transaction:       ^ change|update|edit|correct|fix|modify|amend|move ..4 date|amount|category ..8 $
edit_transaction:       ^ actually? make that|it|the|this ..4 @money ..3 $
edit_transaction:       ^ move|recategorize|recategorise|categorize|categorise|reclassify|file|tag|mark|label|put|change|switch that|the|it|this|my|last|all ..6 to|as|under|into|in ..4 $
edit_transaction:       ^ ..5 one was ..4 $
edit_transaction:       ^ that|it|this ..3 was|is ..1 <day> ..4 $
edit_transaction:       ^ ..4 was <day> not ..3 $
edit_transaction:       ^ all ..3 are|is|as|should ..1 ..3 $
edit_transaction:       ^ that|it was ..3 not ..3 $
edit_transaction:       ^ change|update|edit|correct|fix|modify|amend ..1 last|latest|previous ..2 $
spending_query:         ^ ..2 biggest|largest|top|most|highest|smallest|cheapest ..2 expense|expenses|category|categories|spend|spending|cost|merchant|merchants|store|bill|purchase ..6 $
spending_query:         what did|does|has ..4 cost me|us ..5 $
spending_query:         ^ how many times did|have i|we ..8 $
spending_query:         what|which|show|my ..2 biggest|largest|top|most|highest|smallest|cheapest ..2 expense|category|categories|spend|spending|cost|merchant|merchants|store|bill ..5 $
list_transactions:      ^ @show|list|all|recent|latest ..6 @rows
list_transactions:      ^ my? last|recent|latest @money|<unclear>|few? ..2 @rows
list_transactions:      ^ what|which ..2 @be ..5 @rows
list_transactions:      ^ @show ..3 what|everything|all|things|stuff i|we ..3 @spent ..8 $
list_transactions:      what did|have i|we ..1 buy|bought|purchase|purchased|order ..8 $
list_transactions:      ^ @show ..2 @money ..3 @rows ..6 $
list_transactions:      ^ transactions|purchases|history|bookings ..6 $
list_transactions:      ^ transaction history ..4 $
list_transactions:      ^ my ..2 transactions|purchases|bookings ..5 $
list_transactions:      ^ search|find ..6 $
spending_query:         how much ..6 @spend|spent|pay|paid|pays|go|gone|went|drop|dropped|buy|bought|put|shelled|earn|earned|make|made|receive|received|get|got
spending_query:         how many ..2 @rows
spending_query:         how much ..2 was|were|is|are|did|have|has ..5 cost|spent|spending|expenses|bill|bills ..6 $
spending_query:         how much ..6 cost me|us
spending_query:         how much ..6 <period> $
spending_query:         what did|have|do|is|was|were|are i|we|my|the|total|our ..6 @spend|spent|make|earn|made|earned|expenses|outgoings|cost|expense|income|earnings|total
spending_query:         ^ ..2 total|average|avg|sum|overall|typical ..4 spending|spend|spent|expenses|outgoings|income|expense|cost ..8 $
spending_query:         ^ spent ..3 <period> ..3 $
spending_query:         ^ spending|spend|expenses on|in|for|at|by|since|between|from|<period>|<day>|breakdown|summary|report|over|with|this|to ..8 $
spending_query:         ^ my? <period> ..2 spending|expenses|spend ..4 $
spending_query:         ^ <every>? ..3 spend|spending|expenses <period>|<day>|breakdown|summary|report|so|by ..4 $
spending_query:         ^ <every> spending|spend|expenses $
spending_query:         compare ..12 $
spending_query:         ^ @show|give|break|see ..5 spending|expenses|spend|spent|money|summary|breakdown|report|income ..8 $
spending_query:         ^ where ..3 money ..4 $
spending_query:         ^ ..2 biggest|largest|top|most|highest|smallest|cheapest ..2 expense|expenses|category|categories|spend|spending|cost|merchant|merchants|store|bill|purchase ..6 $
spending_query:         what did|does|has ..4 cost me|us ..5 $
spending_query:         ^ how many times did|have i|we ..8 $
spending_query:         what|which|show|my ..2 biggest|largest|top|most|highest|smallest|cheapest ..6 $
spending_query:         did|am|have i|we ..2 spend|spending|spent ..10 $
spending_query:         ^ my|our ..3 spending|expenses|outgoings ..6 $
spending_query:         ^ where do|did i|we spend ..4 $
help:                   ^ help me? $
help:                   what|wat can|do you ..1 do|offer|help ..4 $
help:                   how do|does|can|should ..1 this|you|it|pam work ..3 $
help:                   ^ what happens if|when ..2 @topic|delete|cancel|pay|undo ..6 $
help:                   ^ what happens if ..8 @topic
help:                   what ..1 can|could i|we say|ask|type|do|write ..5 $
help:                   ^ show|list|what ..3 commands|features|options|menu ..2 $
help:                   ^ commands|menu|instructions|options|features|start $
help:                   ^ who|what are you $
help:                   ^ how ..2 use you|this|it|pam
help:                   ^ need|want ..1 help ..2 $
pay:                    ^ pay $
pay:                    ^ pay ..10 $
pay:                    ^ send|wire|transfer|venmo|zelle|paypal|remit|give ..4 @money ..2 to ..5 $
pay:                    ^ send|wire|transfer|venmo|zelle|paypal|remit|cashapp ..4 @money ..4 $
pay:                    ^ make ..2 payment ..8 $
pay:                    ^ settle my|the ..5 $
pay:                    ^ transfer|wire|send money to ..3 $
"""

CLASSES["@language"] = frozenset(
    "english spanish french german italian portuguese hindi espanol deutsch francais ingles anglais englisch frances aleman allemand espagnol spanisch franzosisch".split()
)
CLASSES["@topic"] = frozenset(
    "pay invoice budget budgets expense expenses reminder reminders goal goals link account export delete data subscription "
    "currency timezone undo record log split transactions transaction category categories code import share bill bills add track spending "
    "alert alerts payee connect subscribe unsubscribe premium receipt token".split()
)


def _rules() -> tuple[Rule, ...]:
    rules = []
    for line in _TEXT.strip().splitlines():
        name, _, pattern = line.partition(":")
        skill, _, way = name.strip().partition("/")
        rules.append(Rule(skill, way, compile_pattern(pattern, CLASSES)))
    return tuple(rules)


RULES = _rules()


def _index() -> dict[str, tuple[int, ...]]:
    index: dict[str, list[int]] = {}
    for number, rule in enumerate(RULES):
        for word in rule.pattern.triggers:
            index.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in index.items()}


INDEX = _index()
CUE_WORDS: frozenset[str] = frozenset(
    word
    for rule in RULES
    for run in rule.pattern.runs
    for element in run.elements
    for word in element.words
    if word.isalpha()
)
ORDER_VERBS = frozenset(
    "set make create change increase raise decrease lower reduce update adjust put add log record book show list see view remind cancel delete "
    "remove stop pay send transfer split divide undo export download link connect import lock unlock snooze subscribe upgrade cap limit budget "
    "save compare call buy get check renew file return collect pick drop take move spend tell give mark switch spent paid bought".split()
)
