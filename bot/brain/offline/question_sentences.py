# ruff: noqa: E501 - a sentence a line
"""The sentences that ask for lists and sums, for help, and to pay."""

SENTENCES = """
list_transactions/missed: ^ did|have i|we miss|missed|forget|forgot|forgotten anything|something ..4 $
list_transactions/missed: ^ did|have i|we miss|forget|forgotten to log|record|book|enter|add|note ..4 $
list_transactions/categories: ^ ..6 categories|category|aliases|meanings ..4 $
list_transactions:      ^ transfers ..1 to|from|between|into|<period>|<day> ..5 $
list_transactions:      ^ transfers $
list_transactions:      ^ transfers|transfer history ..3 $
list_transactions:      ^ my|any|all|which|what ..2 transfers ..6 $
list_transactions:      ^ what|when ..1 did|have i|we ..1 transfer|transferred|move|moved ..6 $
spending_query/from:    ^ how much ..1 from|with|by|using|via|through|off my|the? @own_account ..4 $
spending_query/from:    ^ what|how ..1 came|come|comes|taken|paid|spent|charged out? from|with|of|off|on|to ..1 @own_account ..4 $
spending_query/from:    ^ what is|has|was|were been? paid|spent|charged|taken ..1 from|with|of|off|on|to ..1 @own_account ..4 $
spending_query/on:      ^ how much on|at|for ..5 $
spending_query:         ^ which|what category|categories|merchant|shop|store|tag ..1 is|was|are|were the|my? @extreme ..4 $
spending_query/drawn:   ^ ..8 @chart ..8 $
spending_query/compared: ^ <period> @versus|or <period>|last|previous ..2 $
spending_query/compared: ^ compare ..12 $
spending_query/compared: ^ difference between ..12 $
spending_query/compared: ^ what is the difference between ..12 $
spending_query/compared: ^ how ..2 <period> compare|compared|stack|doing|look ..1 @versus ..2 $
spending_query/compared: ^ ..5 @versus ..3 <period>|last ..1 $
list_transactions/largest: ^ @show? what? is|are|were? my|the? @money? @extreme ..1 expenses|purchases|transactions|bookings|payments|buys|spends|costs|bills|charges ..5 $
list_transactions/largest: ^ what|which expenses|purchases|transactions|bookings|payments was|were|are ..1 @extreme ..3 $
list_transactions/largest: ^ @show ..4 @extreme ..1 expenses|purchases|transactions|bookings|payments|buys|spends|costs|bills|charges ..5 $
spending_query:         ^ ..2 @extreme ..2 merchants|merchant|stores|store|shops|shop|places|categories|category|tags|tag|accounts ..6 $
spending_query:         ^ ..3 @extreme expensive? ..2 @row|buy|day|week|month|lunch|dinner|shop ..5 $
spending_query:         ^ @extreme ..2 <period>|<day> $
spending_query/known:   ^ ..3 by|per category|categories|merchant|merchants|shop|store|tag|tags|account|accounts|day|week|month ..4 $
spending_query:         ^ ..4 month|week|day by month|week|day ..4 $
spending_query:         ^ ..2 spending|expenses|spend trend|trends|history ..3 $
spending_query:         ^ how ..1 spending|expenses changed|changing|developing ..4 $
spending_query:         ^ ..3 spending|expenses|spend <every> ..3 $
spending_query/known:   ^ what is? ..1 average|avg|typical|mean ..6 $
spending_query/known:   ^ ..3 average|avg|typical ..1 <every>|daily|weekly|monthly|price|cost|bill ..5 $
spending_query/known:   ^ average|avg ..6 $
spending_query:         ^ <every> average|avg ..5 $
spending_query/known:   ^ how ..1 is|was my|our|the ..1 average|avg|typical|usual ..6 $
spending_query/known:   ^ <every>? breakdown|split|summary of|for|by ..4 $
spending_query:         ^ break|split|divide|part|group ..1 my|our|the? ..1 spending|expenses|spend|costs by|per ..3 $
spending_query:         ^ how ..1 has|have|did my|our|the ..3 spending|expenses|spend|costs ..7 $
spending_query:         ^ what|how ..1 have|did i|we ..1 put|charged|charge on my|the ..1 @own_account ..4 $
spending_query/known:   ^ number|no|count of ..6 $
spending_query/known:   ^ ..2 priciest|dearest|cheapest ..5 $
spending_query:         ^ how often|frequently do|did|have i|we ..6 $
spending_query:         ^ where do|did i|we ..2 shop|spend|buy ..4 $
spending_query:         ^ spending|expenses|spend tagged|with|from|for ..5 $
spending_query:         ^ what did|does|has ..1 <tag> cost ..3 $
spending_query:         ^ how much ..6 <tag> ..3 $
spending_query:         ^ what|how? much? ..1 went out of|from my? @own_account ..4 $
list_transactions/tagged: ^ @show|list|all|everything|any ..5 <tag>|tagged ..5 $
list_transactions:      ^ @show|list|all ..2 i|we ..1 earned|made|received|got ..4 $
list_transactions:      ^ @show ..4 shops|visits|orders|rides|trips|meals ..4 $
list_transactions:      ^ @show ..3 @own_account transactions|expenses|purchases|payments|bookings ..4 $
list_transactions:      ^ transactions|expenses|purchases|payments|bookings tagged|with|from|on ..1 @own_account|<tag>|tag ..4 $
list_transactions:      ^ list|all ..3 income|earnings|incomings ..4 $
list_transactions:      ^ @show|list|all ..3 deposits|incomings ..4 $
list_transactions:      ^ my? last|recent|latest @money|<unclear>|few? ..2 rides|trips|visits|orders|meals|coffees|lunches ..4 $
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
list_transactions:      ^ my|the? last @money|<unclear> $
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
spending_query:         ^ where ..4 money ..4 $
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
