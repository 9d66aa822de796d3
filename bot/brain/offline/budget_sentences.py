# ruff: noqa: E501 - a sentence a line
"""The sentences about budgets, and about the balance where nothing else is meant."""

SENTENCES = """
budget_status/drawn:    ^ ..6 @chart ..4 @budget ..2 $
budget_status/drawn:    ^ ..4 @budget ..4 @chart ..2 $
budget_status/drawn:    ^ burn-down|burndown chart|graph? of|for|on? ..4 $
budget_status/drawn:    ^ ..3 @budget burn-down|burndown $
budget_status:          ^ am|are i|we overspending ..4 $
budget_status:          ^ where am i ..1 with|on ..3 $
set_budget/rolling:     ^ roll|carry ..1 over ..9 $
set_budget/rolling:     ^ make|let|have ..4 @budget roll|rolls|carry|rollover over? ..3 $
set_budget/rolling:     ^ stop|no rolling|carrying|roll|carry|rollover over? ..5 $
set_budget/rolling:     ^ turn|switch ..1 rollover ..6 $
set_budget/rolling:     ^ rollover ..5 $
set_budget/rolling:     ^ ..6 should|must|may ..1 roll|rollover|carry over? ..3 $
set_budget:             ^ @money <every> for ..3 from|starting|<day> ..4 $
set_budget:             ^ ..3 @money ..8 rollover|roll|carry|rolls|rolled ..6 $
set_budget:             ^ i|we am|get paid ..5 budget ..3 @money ..5 $
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
set_budget:             ^ set|put @money aside for ..6 $
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
"""
