# ruff: noqa: E501 - a sentence a line
"""The sentences about money, tried after those about PAM: balances, forecasts, goals, budgets, splits, bills, lists, sums, payments."""

SENTENCES = """
set_balance:            ^ set|my|opening|starting|current|correct|update|fix|adjust ..4 balance ..4 @money ..4 $
set_balance:            ^ balance ..3 @money ..2 $
set_balance:            ^ i|we have @money ..3 in ..2 @account ..2 $
set_balance:            ^ there is @money ..3 in ..2 @account ..2 $
set_balance:            ^ my|the? ..2 checking|savings|current|cash account? has|is|holds @money $
forecast:               ^ will|can i|we ..2 make it ..6 $
forecast:               will|do|am i|we ..2 run|running out|short ..8
forecast:               when ..3 run out ..3 money
forecast:               ^ am|are i|we going to be ..2 okay|ok|fine|broke|overdrawn|short|alright|skint ..5 $
forecast:               ^ ..2 projected|expected|estimated|predicted ..2 balance ..4 $
forecast:               can|could i|we ..2 afford
forecast:               reckon|think i|we can|could ..1 afford
forecast:               ^ afford
forecast:               ^ is ..6 affordable
balance:                ^ how? much|what ..5 left ..2 in|on ..1 @account ..1 $
balance:                ^ how much money|cash ..6 left $
budget_status:          ^ how? much|what is still? left ..3 $
budget_status:          ^ how much il? it? me? still? left ..3 $
budget_status:          ^ how? much|what do|have i|we ..2 left ..4 $
budget_status:          how? much|what can|could i|we still spend ..4 $
budget_status:          ^ can|could i|we still spend ..6 $
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
forecast:               ^ will i|we ..1 have ..4 left|enough|money|cash ..6 $
forecast:               will i|we be ..2 okay|ok|fine|broke|overdrawn|short|red|overdraft
forecast:               will ..2 money|salary|funds|paycheck last
goal_status:            how close|far ..8 goal|goals|fund|target|saving|savings
goal_status:            ^ how is|are ..5 @goal|savings|saving ..5 $
goal_status:            ^ @show|check ..4 goal|goals ..4 $
goal_status:            ^ goal|goals|savings progress|status|update|goal|goals ..3 $
goal_status:            how much have|did i|we put|set|stashed|stash toward|towards|aside|away ..4 $
goal_status:            how much ..5 to save|saved|go
goal_status:            how much have i|we saved ..6
goal_status:            ^ progress ..2 on|towards|toward|of ..4 $
goal_status:            ^ am i|we ..2 on track ..3 for|to|with ..5 goal|fund|save
goal_status:            ^ will|am|can|are i|we ..3 hit|reach|make|meet ..4 goal|fund|target ..3 $
goal_status:            ^ when will i ..2 reach|hit ..4 goal
goal_status:            ^ goals|goal $
set_goal:               ^ set|create|make|new|add|start|open ..4 goal ..10 $
set_goal:               ^ set|create|make|new|start|open|build ..4 fund|pot ..2 @money ..6 $
set_goal:               ^ @set? a|new? savings|saving goal ..8 $
set_goal:               ^ goal ..6 @money
set_goal:               ^ my? ..1 goal is|to ..8 @money
set_goal:               ^ save|saving up? ..6 @money ..10 $
set_goal:               ^ i|we? want|need|hope|plan|trying|aim|going|would|am|are ..3 save ..6 @money ..8 $
set_goal:               ^ i|we am|are ..1 saving ..6 @money ..8 $
set_goal:               ^ put @money towards|toward ..6 <period>|<day> ..2 $
set_goal:               ^ put aside|away @money ..6 for|by
set_goal:               ^ start|begin saving ..8 $
set_goal:               ^ save up? for|money|towards ..8 $
budget_status:          ^ am|are i|we overspending ..4 $
budget_status:          ^ where am i ..1 with|on ..3 $
set_budget:             ^ set|make|create|start|new|add|need|want ..4 budget|budgets $
budget_status:          ^ where do|am i|we stand ..5 $
budget_status:          ^ how far|much|deep|close ..5 @budget ..3 $
budget_status:          ^ what is ..1 status|state|situation of|with|on ..6 $
budget_status:          ^ have|did i|we overspent|overspend ..4 $
budget_status:          ^ how much of ..7 left|remaining $
forecast:               ^ will i|we ..2 over|under|within ..1 budget ..4 $
budget_status:          ^ how ..3 budget|budgets
budget_status:          ^ how ..1 @be|am|have|did|do ..5 @budget ..6 $
budget_status:          how? much|what ..5 left ..2 in|of|on|for|from|to
budget_status:          how much ..3 can i still ..6
budget_status:          how much ..4 @budget ..4 left|remaining|remain|remains|available|used
budget_status:          what|how ..3 left|remaining ..6 @budget ..4 $
budget_status:          ^ what|how ..4 remaining ..4
budget_status:          ^ am|did|have|are|is|do i|we|my|the? ..6 @budget ..4 $
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
set_budget:             ^ budget|budgets ..6 @money ..8 $
set_budget:             ^ cap|limit ..8 @money ..6 $
set_budget:             ^ cap|limit ..3 spending|@money
set_budget:             ^ keep|restrict|hold|curb ..6 under|below|to|at|within|on @money ..6 $
set_budget:             ^ i|we? want|would|need|plan|should|am|going|try|trying|like ..4 limit|cap|keep|restrict|budget ..6 @money ..6 $
set_budget:             not|no|never|only|max|maximum|most ..5 spend|spending ..3 more|over|than|above @money ..6 $
set_budget:             spend|spending no|not|less|at|only|under ..1 more|than|most? than? @money ..6 $
set_budget:             ^ ..3 limit|cap|ceiling|budget of @money ..5 $
set_budget:             ^ i|we am|are? giving|allowing|give|allow myself|ourselves|us @money ..6 $
set_budget/known:       ^ set|raise|lower|reduce|increase|cut|bump|drop ..3 to|at @money ..4 $
set_budget:             ^ no more than @money ..6 $
set_budget:             ^ i|we only ..3 spend @money ..6 $
set_budget:             ^ max|maximum|up ..2 @money ..6 $
set_budget:             ^ ..5 budget ..4 @money ..5 $
set_budget:             ^ ..3 @money ..3 budget|limit|cap ..4 $
set_budget:             ^ allocate|allot ..3 @money ..6 $
set_budget:             ^ give|allow me|us @money ..1 for|a|per|<every> ..5 $
set_budget:             ^ allow|allocate|allot|earmark ..3 @money ..6 $
set_budget:             ^ set aside @money ..8 $
balance:                ^ what|how|show|check|tell|see|my|current|get|give|account|display|total ..4 balance|balances ..6 $
balance:                ^ balance|balances ..5 $
balance:                ^ ..2 balance $
balance:                how much money|cash ..2 do|have i|we ..4 $
balance:                ^ how much do i|we have ..5 $
balance:                how much ..2 is ..4 in ..3 @account
balance:                what do|have i|we ..2 in ..2 @account
balance:                what|how ..2 is ..1 in ..2 @account
balance:                ^ what is my net worth $
balance:                ^ how broke|rich am i
balance:                ^ am i broke|rich $
split_expense:          ^ @split ..12 @money
split_expense:          ^ split|divide|halve the|this|that|my|last|it|dinner|lunch|bill|rent|taxi|cab|with|between ..8 $
split_expense:          ^ ..5 split a|the|our|my? ..2 @money ..6 $
split_expense:          owes|owe me ..8 @money
split_expense:          owes|owe me half|third ..6 @money
split_expense:          ^ ..4 went|going|go halves|dutch|half ..10 @money
split_expense:          @spent ..8 @money ..8 split|shared|divided ..1 with|between|among|by|<people>
split_expense:          ^ ..4 @money ..5 split|shared|divided ..1 with|between|among|<people>
split_expense:          ^ who owes ..4 $
split_expense:          ^ settle up ..3 $
record_transfer:        ^ transfer|transferred|move|moved|shift|shifted|put|chuck|stick|pop|stash|throw @money ..4 from ..4 @account|pot ..2 to|into ..4 $
record_transfer:        ^ i|we? transferred|moved|shifted|put|transfer|move|shift|chuck|chucked|stick|stuck|pop|popped|stash|stashed|throw|threw|bung @money ..3 to|into|in ..2 savings|checking|account|isa|saving|pot|wallet|cash|fund|goal ..5 $
record_transfer:        ^ i? withdrew|withdraw @money ..6 $
record_transfer:        ^ i? took out @money ..3 cash|atm ..3 $
record_transfer:        ^ put|add|pledge|contribute|set @money ..1 to|towards|toward|into|for|aside ..5 goal|fund|savings|pot ..2 $
recurring_expense:      ^ add|set|create|new|log|record|make|track ..4 recurring|subscription|standing|bill|repeating ..10 $
recurring_expense:      ^ recurring ..8 @money
recurring_expense:      ^ i|we pay ..8 @money ..8 <every>
recurring_expense:      ^ i|we pay ..8 <every> ..6 @money
recurring_expense:      ^ my|our ..5 is|costs|are|comes @money ..8 <every>
recurring_expense:      ^ my|our ..5 is|costs|are|due ..3 <every> ..5 @money
recurring_expense/due:  ^ ..4 goes|comes|leaves|due out? ..2 <day>|<every> ..2 @money ..1 $
recurring_expense/due:  ^ ..4 @money ..3 goes|comes|leaves|due|debited out? ..2 <day>|<every> ..2 $
recurring_expense/due:  ^ i|we get|am|are|got charged|billed ..4 @money ..6 <every> ..6 $
recurring_expense/due:  ^ ..3 charges|takes|bills me|us? @money ..3 <every> ..3 $
edit_transaction:       ^ that|it|this ..2 should|must|belongs|goes|needs ..3 under|in|as|into ..4 $
edit_transaction:       ^ wrong category ..6 $
recurring_expense/due:  ^ i|we have ..2 @money ..1 <every> charge|bill|payment|fee|subscription|plan|membership ..4 $
edit_transaction:       ^ ..7 should|shoulda|was|supposed ..2 have|be|to? ..1 been|be|say ..6 @money
edit_transaction:       ^ ..6 should have? been|be ..6 $
edit_transaction:       ^ that|it|this was|is @money $
edit_transaction/said:  ^ that|it|this is|was ..3 not ..3 $
edit_transaction/said:  ^ that|it|this|the|my ..4 is|was for|on|in? ..3 not ..3 $
edit_transaction:       ^ ..5 @money not|instead @money ..3 $
edit_transaction:       ^ no|sorry|oops|wait|actually|correction|wrong|whoops|nope|scratch|strike ..6 @money
edit_transaction:       ^ not @money ..2 @money ..3 $
edit_transaction:       ^ ..4 was|is actually @money $
edit_transaction:       ^ ..5 wrong|mistake|typo|mistyped|incorrect ..5 @money ..2 $
edit_transaction/said:  ^ that|it|this was|is not ..3 it|that was|is|should ..4 $
edit_transaction/known: ^ the? ..1 was <day> $
edit_transaction:       ^ ..3 was|is supposed|meant to be|say|read @money ..2 $
edit_transaction:       ^ i meant ..5 $
edit_transaction:       ^ ..1 change|update|edit|correct|fix|modify|amend|adjust|make|set ..2 last|latest|previous|that|it|this ..6 @money|to|<day> ..5 $
edit_transaction:       ^ change|update|edit|correct|fix|modify|amend|adjust|make ..6 to|from|into|as|was|be @money ..5 $
edit_transaction:       ^ change|update|edit|correct|fix|modify|amend|move ..4 date|amount|category ..8 $
edit_transaction:       ^ actually? make that|it|the|this ..4 @money ..3 $
edit_transaction:       ^ move|recategorize|recategorise|categorize|categorise|reclassify|file|tag|mark|label|put|change|switch that|the|it|this|my|last|all ..6 to|as|under|into|in ..4 $
edit_transaction:       ^ ..5 one was ..4 $
edit_transaction:       ^ that|it|this ..3 was|is ..1 <day> ..4 $
edit_transaction:       ^ ..4 was <day> not ..3 $
edit_transaction/said:  ^ all ..5 are|is|as|should ..1 ..3 $
edit_transaction/said:  ^ that|it was ..3 not ..3 $
edit_transaction:       ^ change|update|edit|correct|fix|modify|amend ..1 last|latest|previous ..2 $
list_transactions:      ^ what|which|show ..4 recent|latest ..2 @rows ..4 $
spending_query:         ^ ..2 biggest|largest|top|most|highest|smallest|cheapest ..2 expense|expenses|category|categories|spend|spending|cost|merchant|merchants|store|bill|purchase ..6 $
spending_query:         what did|does|has|have ..4 cost|set me|us ..6 $
spending_query:         ^ how many times did|have i|we ..8 $
spending_query:         what|which|show|my ..2 biggest|largest|top|most|highest|smallest|cheapest ..2 expense|expenses|category|categories|spend|spending|cost|costs|merchant|merchants|store|bill|purchases ..5 $
spending_query:         ^ @show ..2 what|how i|we ..3 spent|spend ..8 $
edit_transaction:       ^ ..3 last|latest ..3 was ..2 <day> $
list_transactions:      ^ @show|list|all|recent|latest ..6 @rows
list_transactions:      ^ my? last|recent|latest @money|<unclear>|few? ..2 @rows
list_transactions:      ^ what|which ..2 @be ..5 @rows
list_transactions:      ^ @show ..5 what|everything|all|things|stuff i|we ..3 @spent ..8 $
list_transactions:      ^ @show me? everything|all|stuff <day>|<period> ..2 $
list_transactions:      what did|have i|we ..1 buy|bought|purchase|purchased|order ..8 $
list_transactions:      ^ @show ..2 @money ..3 @rows ..6 $
list_transactions:      ^ transactions|purchases|history|bookings ..6 $
list_transactions:      ^ my? last @money|<unclear> $
list_transactions:      ^ transaction history ..4 $
list_transactions:      ^ my ..2 transactions|purchases|bookings ..5 $
list_transactions:      ^ search|find ..6 $
list_transactions:      ^ number|count of? ..2 @rows ..4 $
list_transactions:      ^ what have|did i|we ..1 logged|recorded|entered|added|log|record|enter|add|track|tracked ..4 $
list_transactions:      ^ anything|what logged|recorded|entered|booked ..4 $
list_transactions:      ^ what ..3 last ..2 i|we @spent ..2 $
list_transactions:      how many ..2 @rows
spending_query:         ^ how? much|what money? came|comes|coming in? <period>|<day> ..3 $
spending_query:         how much ..6 @spend|spent|pay|paid|pays|go|gone|went|drop|dropped|buy|bought|put|shelled|earn|earned|make|made|receive|received|get|got
spending_query:         ^ what went out ..3 $
spending_query:         ^ <every>|my? summary|recap|overview|report|breakdown of|for? my? <period>|<day>? $
spending_query:         what did|have i|we ..1 pay|paid|fork|shell ..6 $
spending_query:         ^ who did|have|do i|we pay|paid|give|gave ..1 most ..5 $
spending_query:         ^ total of|for|on ..8 $
spending_query:         ^ how expensive|pricey|much was|is ..2 <period> $
spending_query:         ^ what|how did|was|is <period> ..1 look|looking|like|go ..2 $
spending_query:         ^ @show me? <period> total|spending|summary|expenses|report ..2 $
spending_query:         ^ did|have|am i|we ..1 make|earn|earned|made|making more|less ..6 $
spending_query:         what is the damage ..3 $
spending_query:         how many ..3 did|have i|we ..6 $
spending_query:         ^ amount|money spent ..6 $
spending_query:         ^ did|have i|we ..2 pay|paid ..5 $
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
help:                   ^ what are you able|capable ..5 $
help:                   how do|does|can|should ..1 this|you|it|pam work ..3 $
help:                   ^ what happens if|when ..2 @topic|delete|cancel|pay|undo ..6 $
help:                   ^ what happens if ..8 @topic
help:                   what ..1 can|could i|we say|ask|type|do|write ..5 $
help:                   ^ show|list|what ..3 commands|features|options|menu|skills ..3 $
help:                   ^ commands|menu|instructions|options|features|start $
help:                   ^ how can|could you help ..3 $
help:                   ^ who|what are you $
help:                   ^ how ..2 use you|this|it|pam
help:                   ^ need|want ..1 help ..2 $
pay:                    ^ pay $
pay:                    ^ pay ..10 $
pay:                    ^ send|wire|transfer|venmo|zelle|paypal|remit|give ..4 @money ..2 to ..5 $
pay:                    ^ send|wire|transfer|venmo|zelle|paypal|remit|cashapp ..4 @money ..4 $
pay:                    ^ make|schedule|send ..2 payment ..8 $
pay:                    ^ settle my|the ..5 $
pay:                    ^ transfer|wire|send money to ..3 $
"""
