# ruff: noqa: E501 - a sentence a line
"""The sentences about PAM herself, in the order they are tried: help, codes, data, accounts, plans, corrections, preferences.

``patterns.py`` tells how to read them.
"""

SENTENCES = """
help:                   ^ how do|can|would|should i|we|you|one ..6 @topic
help:                   ^ how to ..6 @topic
tell_cost:              ^ how much do|did|have|will @i cost you? <day>|<period>? $
tell_cost:              ^ what do|did|have|will @i cost you? <day>|<period>? $
tell_cost:              ^ how much do|did|have|will you cost me? <day>|<period>? $
tell_cost:              ^ @show|what? is? my|our|the? model|token|sms? usage <day>|<period>? $
tell_cost:              ^ how many tokens do|did|have @i use|used? <day>|<period>? $
verify_code:            ^ code|pin|otp|passcode
delete_my_data:         ^ @erase|forget all|everything|my|entire|whole ..2 data|account|info|information|profile|records $
delete_my_data:         ^ @erase|forget all|everything|my|entire|whole ..1 data|account|everything|info|information ..4 $
delete_my_data:         ^ @erase everything $
delete_my_data:         ^ @erase everything ..3 about|on me $
delete_my_data:         ^ forget everything ..3 about|on|know me
delete_my_data:         ^ close|delete|terminate my pam? account $
delete_my_data:         ^ close|delete|terminate my pam? account and @erase everything|it|all ..3 $
delete_my_data:         ^ @erase me from ..3 system|database|records|servers $
delete_my_data:         ^ get rid of my ..1 account|data ..2 $
delete_my_data:         ^ forget me $
import_transactions:    ^ import|upload
import_transactions:    ^ load my ..2 bank|csv|transactions|statement
record_receipt:         ^ scan|read|process|attached|here ..3 receipt
record_receipt:         ^ receipt $
create_token:           ^ create|make|generate|get|give|new|need|issue ..3 token|tokens|key ..3 $
create_token:           ^ api token|key ..2 $
export_data:            ^ @export ..8 transactions|data|expenses|everything|history|@file|records|report|statement|ledger|spending|bookings|purchases
export_data:            ^ @export $
export_data:            ^ send|email|give|get|want|need|prepare|mail ..4 @file|export
export_data:            ^ send|email|give me|us? my? all? of? my? data $
export_data:            ^ i? want|need ..2 my data $
export_data:            ^ send|email|give me? a copy of my ..1 data $
export_data:            ^ a|the? copy of my ..6 $
export_data:            ^ send|email|give me ..3 all ..1 data|transactions|expenses
export_data:            ^ save ..3 transactions|data|expenses ..3 @file
link_account:           ^ link ..1 <phone>|<email>
link_account:           ^ link $
link_account:           ^ link|connect|hook|sync|pair ..5 account|accounts|card|bank|phone|number|telegram|sms|paypal|revolut|wallet ..4 $
link_account:           ^ link|connect account|my|to ..3 $
link_account:           ^ link|connect|hook|sync|pair|add up? my ..1 @bank @bank? account|card|bank? $
link_account:           ^ link|connect|hook|sync|pair|add ..5 account|card from|with|at @bank @bank? $
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
subscription_status:    what|which ..2 @plan ..2 i|we
subscription_status:    ^ what is my|our pam? current? @plan $
subscription_status:    ^ how much is|does|do ..2 premium|pro|plus|pam|subscription cost? ..3 $
subscription_status:    ^ what does ..2 premium|pro|plus|subscription cost ..3 $
subscription_status:    ^ when ..4 subscription|plan|membership|trial ..1 renew|renews|end|ends|expire|expires|up|over|due|run|runs
subscription_status:    ^ when|what ..3 billing|renewal date? $
subscription_status:    ^ when do i ..4 renew|billed|charged
subscription_status:    ^ is my ..2 @plan ..1 active|still|valid|paid|on|cancelled|canceled|over
subscription_status:    ^ am i ..2 subscribed|premium|pro|plus|trial
subscription_status:    ^ am i ..1 on ..2 @plan
subscription_status:    ^ do i still? have ..3 subscription|plan|membership|premium|pro
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
subscribe:              ^ try|get|buy|activate|start|begin|join|need premium|pro|plus ..2 $
subscribe:              ^ get|put|sign|move me|us ..1 on|onto|to ..3 @paid_plan $
subscribe:              ^ upgrade ..6 $
subscribe:              ^ start|begin|activate|try|get|buy|give|want ..2 free|my|premium|pro|plus|pam|a ..1 @paid_plan ..3 $
subscribe:              ^ go|switch|move to? the? premium|pro|plus ..2 $
subscribe:              ^ renew my ..2 @plan $
refund:                 ^ refund my|the|that|this|me|it|last ..6 $
refund:                 ^ refund @money to ..4 $
refund:                 ^ refund @money $
refund:                 ^ i? get|want|need|request|give ..3 refund ..6 $
set_budget/removed:     ^ @erase|cancel|drop|scrap|clear|ditch|end|stop ..6 budget|limit|cap|envelope for|on? ..3 $
set_budget/removed:     ^ get rid of ..4 budget ..3 $
set_budget/removed:     ^ i? do? not want|need ..4 budget ..4 anymore|longer ..1 $
edit_transaction/delete_every: ^ get rid of all|every|everything ..6 $
edit_transaction/delete_every: ^ delete|remove|erase|void|drop|cancel all|every|everything|each ..8 $
edit_transaction/note:  ^ add|put|attach|set ..2 note|memo|comment ..20
edit_transaction/note:  ^ note|memo|comment : ..20
edit_transaction/tagged: ^ tag|label that|it|this|the|my|last ..6 $
edit_transaction/tagged: ^ add|put ..2 tag|<tag> ..6 $
edit_transaction/every: ^ change|move|put|recategorize|recategorise|categorize|categorise|reclassify|file|tag|mark|label|switch|make|set all|every|everything|each ..6 to|as|under|into|in|with ..4 $
edit_transaction/every_known: ^ all|every ..4 are|is|should|to|as|under ..1 be|go|count? ..3 $
edit_transaction/delete_known: ^ delete|remove|erase the|my|that|<day> ..4 $
edit_transaction/delete: ^ delete|remove|erase ..2 last|previous|latest ..1 @row
edit_transaction/delete: ^ delete|remove|erase|discard|void|drop|cancel ..8 @row|purchase|charge|charges ..8 $
edit_transaction/delete: ^ get rid of ..2 last|previous|latest ..2 $
edit_transaction/delete: ^ delete|remove|erase ..3 @money
edit_transaction/delete: ^ delete|remove|erase|void ..7 <day> $
undo:                   ^ undo ..6 $
undo:                   ^ ..8 undo that|it|this? $
undo:                   ^ i? take that|it|this back ..2 $
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
undo:                   ^ forget|ignore|scrap|kill|drop|ditch that|the|my? last|previous ..1 $
undo:                   ^ forget that|it $
set_preference/quiet:   not|stop|no|never|quiet|mute|silence|only ..6 <hours>
set_preference/quiet:   not|stop|no|never|only ..5 after|before|past|until <hour> ..2 $
set_preference/quiet:   ^ set|change|make ..3 quiet ..6 $
set_preference/quiet:   ^ quiet hours|time ..4 $
set_preference/quiet:   ^ turn|switch off ..2 notifications|alerts|messages ..5 $
set_preference/quiet:   ^ turn|switch notifications|alerts|messages off ..5 $
set_preference/quiet:   ^ do not disturb ..4 $
set_preference/zone:    set|change|update|switch|use|adjust|fix|make|put ..5 timezone
set_preference/zone:    set|change|update|switch|use|adjust|fix|make|put ..5 time zone
set_preference/zone:    my time? timezone|zone is|to|should
set_preference/zone:    ^ timezone is? to? ..2 $
set_preference/zone:    ^ i am|have ..2 in|to ..3 now|<day> $
set_preference/zone:    ^ move|switch|set|change me to ..2 time $
set_preference/place:   ^ move|switch|set|change|put me to|on|in|onto ..3 $
set_preference/zone:    ^ i am on ..2 time ..2 $
set_preference/zone:    ^ i am|have in|on ..3 time|timezone zone? $
set_preference/zone:    ^ i live in ..2 $
set_preference/zone:    ^ i just? moved|relocated to ..3 $
set_preference/zone:    ^ i am|have just? moved|moving|relocated ..2 to ..4 $
set_preference/currency: ^ set|change|switch|use|make|update ..4 currency ..4 $
set_preference/currency: ^ my? default? currency is|should|to ..3 $
set_preference/currency: ^ use|switch|show ..4 euros|euro|dollars|pounds|rupees|yen|francs|eur|usd|gbp|inr|cad|aud|jpy|chf ..5 $
set_preference/language: ^ speak|talk|reply|answer|respond|write ..3 @language ..5 $
set_preference/language: ^ set|change|switch|use|make ..5 @language ..4 $
set_preference/language: ^ in? @language please? $
set_preference/language: ^ my? language is|to|:|=? to|be? @language please? $
set_preference/language: ^ @language language please? $
set_preference/language: ^ i? prefer|want @language please? $
set_preference/name:    ^ call me ..2 $
set_preference/payday:  ^ i am|get|was|got? paid ..2 <day>|<every>|last ..5 $
set_preference/payday:  ^ i get ..2 salary|paycheck|wages|pay ..5 $
set_preference/payday:  ^ my? pay day is|falls|comes|on? ..5 $
set_preference/payday:  ^ my? payday is|falls|comes|on? ..5 $
set_preference/payday:  ^ set|change|make|move|put ..1 payday ..5 $
set_preference/payday:  ^ my? ..1 salary|paycheck|pay comes|arrives|lands|is ..1 in? ..5 $
set_preference/forgotten: ^ forget what|that ..4 means|meant|mean ..4 $
set_preference/forgotten: ^ forget|remove|delete|drop|clear the|my? ..1 meaning|alias of|for? ..4 $
set_preference/forgotten: ^ ..4 do|does|should not mean ..5 $
set_preference/forgotten: ^ ..4 no longer means|mean ..4 $
set_preference/forgotten: ^ stop calling|counting|treating|putting|filing|classing|booking|reading ..4 as|under|in ..4 $
set_preference/category: ^ ..4 means|mean ..4 $
set_preference/category: ^ when|whenever ..1 i say|write|type ..4 mean ..4 $
set_preference/category: ^ always? call|count|treat|file|put|class|classify|categorize|categorise|book ..3 under|as|in|to|with|into ..4 $
set_preference/category: ^ call ..4 $
set_preference/category: ^ ..3 is|are|goes|go|counts|count|belongs|belong ..2 always? ..3 <day> on $
set_preference/category: ^ <day> on ..4 is|are|goes|go|counts|count|means ..4 $
set_preference/category: ^ ..3 is|are|goes|go|counts|count|should|belongs always ..2 ..3 $
set_preference/category: ^ ..3 always goes|go|counts|count|belongs ..1 ..3 $
set_preference/category: ^ always ..1 ..4 under|as|in|to ..4 $
set_preference/name:    ^ my name is ..2 $
"""
