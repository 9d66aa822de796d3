"""The sentences about what a person has, will have and saves for: balances, forecasts, goals."""

SENTENCES = """
set_balance:            ^ set|my|opening|starting|current|correct|update|fix|adjust ..4 balance ..4 @money ..4 $
set_balance:            ^ balance ..3 @money ..2 $
set_balance:            ^ i|we have @money ..3 in ..2 @account ..2 $
set_balance:            ^ there is @money ..3 in ..2 @account ..2 $
set_balance/named:      ^ my|the? @own_account @own_account? ..2 has|is|holds|was|at|balance ..3 @money ..4 $
set_balance/named:      ^ there is @money ..1 in|on|left ..3 @own_account @own_account? $
set_balance/named:      ^ i currently|now have @money in|on ..3 @own_account @own_account? ..1 $
set_balance/named:      ^ i? am? owing|owe @money on ..1 @own_account @own_account? ..1 $
set_balance/bare:       ^ my? @own_account @own_account? :|= @money $
set_balance/named:      ^ i? have|start|starting got? with? @money ..2 in|on|left ..3 @own_account @own_account? ..1 $
set_balance/named:      ^ i? owe @money on ..1 @own_account @own_account? ..1 $
set_balance/named:      ^ set|update|correct|adjust|put my? @own_account @own_account? balance? to|at @money $
set_balance/bare:       ^ balance? of? my? @own_account @own_account? balance? @money $
set_balance:            ^ i am @money overdrawn $
set_balance:            ^ i am overdrawn|overdraft by? @money $
forecast:               ^ will|can i|we ..2 make it ..6 $
forecast:               will|do|am i|we ..2 run|running out|short ..8
forecast:               when ..3 run out ..3 money
forecast:               ^ am|are i|we going to be ..2 okay|ok|fine|broke|overdrawn|short|alright|skint ..5 $
forecast:               ^ ..2 projected|expected|estimated|predicted ..2 balance ..4 $
forecast:               can|could i|we ..2 afford
forecast:               ^ am|are|will i|we ..2 make it ..5 $
forecast:               ^ how broke|skint|short will i|we be ..5 $
forecast/per_day:       ^ <every> how much ..2 safe|can|could|should ..5 $
forecast/per_day:       ^ what is my|our ..1 <every> spending|spend limit|allowance|budget ..3 $
budget_status:          ^ what|how ..1 can|could|should|may i|we ..1 spend on|for ..3 <every> ..2 $
budget_status:          ^ <every>|daily amount|allowance|money left|remaining for|on ..3 $
budget_status:          ^ how? much? ..2 safe to spend <every>|daily on|for ..4 $
budget_status:          ^ how? much|what ..2 can|could|should|may i|we ..2 spend <every>|daily ..1 on|for ..4 $
budget_status:          ^ how? much|what ..1 <every>|daily can|could|should|may i|we ..2 spend on|for ..4 $
forecast/per_day:       ^ how? much|what can|could|should|may i|we ..3 spend <every>|daily ..5 $
forecast/per_day:       ^ how? much|what ..1 <every>|daily can|could|should|may i|we ..3 spend ..4 $
forecast/per_day:       ^ how? much? ..2 safe to spend <every>|daily ..4 $
forecast/per_day:       ^ what? is? my? daily|<every> allowance $
forecast/per_day:       ^ what? is? my? ..1 safe <every> spend|spending|allowance|limit ..2 $
forecast:               ^ will i|we have enough for|to ..8 $
forecast:               reckon|think i|we can|could ..1 afford
forecast:               ^ afford
forecast:               ^ is ..6 affordable
balance:                ^ what do i|we have $
balance:                ^ what is? my|our net worth $
balance:                ^ ..1 net worth ..2 $
balance:                ^ what is? my|our net worth ..3 $
balance:                ^ all? my|our balances ..2 $
balance:                ^ account|accounts list|overview|summary|balances? $
balance:                ^ @show? me? how much ..2 i have ..2 in|on my|the? @own_account @own_account? ..1 $
balance:                ^ what am i worth $
balance:                ^ how much am i worth $
balance:                ^ how much money|cash have i|we got ..3 $
balance:                ^ how much money|cash i|we have ..3 $
balance:                ^ @show|what|which|my|all ..2 accounts ..3 $
balance:                ^ what is on|in my|the? @own_account @own_account? ..1 $
balance:                ^ how much ..1 do|is|have i|we? owe|got|have? in|on|at my|the? @own_account @own_account? ..2 $
balance:                ^ how much in my|the? @own_account @own_account? $
balance:                ^ balance|balances of|on|in|for my|the? @own_account @own_account? ..1 $
balance:                ^ my? @own_account @own_account? balance ..1 $
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
goal_status:            ^ how much|what is ..2 in ..5 goal|fund ..2 $
goal_status:            how close|far ..8 goal|goals|fund|target|saving|savings
goal_status:            ^ how is|are ..5 @goal|savings|saving ..5 $
goal_status:            ^ @show|check ..4 goal|goals ..4 $
goal_status:            ^ goal|goals|savings progress|status|update|goal|goals ..3 $
goal_status:            how much have|did i|we put|set|stashed|stash toward|towards|aside|away ..4 $
goal_status:            how much ..5 to save|saved|go
goal_status:            how much have i|we saved ..6
goal_status:            ^ progress ..2 on|towards|toward|of ..4 $
goal_status:            ^ am i|we ..2 on track ..3 for|to|with ..5 goal|goals|fund|save
goal_status:            ^ where am|are i|we ..1 with|on ..4 goal|goals|fund ..1 $
goal_status:            ^ how far am|are i|we ..1 with|to|towards ..4 $
goal_status:            ^ will|am|can|are i|we ..3 hit|reach|make|meet ..4 goal|fund|target ..3 $
goal_status:            ^ when will i ..2 reach|hit ..4 goal
goal_status:            ^ goals|goal $
set_goal/over:          ^ delete|remove|drop|cancel|scrap|forget|erase|stop|close|abandon ..5 goal|fund ..5 $
set_goal/over:          ^ stop saving for|towards|toward ..4 $
set_goal/over:          ^ i? do? not|no longer? want|need ..4 goal|fund ..2 $
set_goal/over:          ^ i? gave|give|giving up on? ..4 goal|fund $
set_goal/add:           ^ i|we? have|will? just? @given another? @money more? <every>? @towards ..4 goal|fund ..4 $
set_goal/add:           ^ set|put aside|away @money <every>? @towards ..4 goal|fund $
set_goal/add:           ^ i|we? have|will? just? put @money aside|away for ..4 $
set_goal/add:           ^ i|we? have|will? just? @given another? @money <every>? towards|toward ..4 $
set_goal/add:           ^ i|we? have? just? saved @money <every>? for ..4 $
set_goal/add:           ^ @money <every> towards|toward ..4 $
set_goal/add:           ^ save @money <every> for|towards|toward ..4 $
set_goal/add:           ^ i|we? pledge|pledged|commit @money <every> to|for|into ..4 $
set_goal/add:           ^ put|set|move|contribute @money <every> for|into|to|in ..3 $
set_goal/add:           ^ @money <every>? for|to|towards|toward|into my|the ..3 goal|fund $
set_goal:               ^ set|create|make|new|add|start|open ..4 goal ..10 $
set_goal:               ^ set|create|make|new|start|open|build ..4 fund|pot ..2 @money ..6 $
set_goal:               ^ change|update|raise|increase|lower|reduce|make ..4 goal to? @money ..4 $
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
"""
