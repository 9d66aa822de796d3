# ruff: noqa: E501 - a sentence a line
"""The sentences about bills that are there: which there are, that one is over, costs something else, is paid."""

SENTENCES = """
recurring_expense/list: ^ what|which ..2 bills|subscriptions|subs @be|do|am|have|has|due|open|overdue|coming i|we|still? ..5 $
recurring_expense/list: ^ @show ..3 my|our|the|all|upcoming|open|next ..1 bills|subscriptions|subs ..3 $
recurring_expense/list: ^ @show bills|subscriptions|subs ..2 $
recurring_expense/list: ^ my|our|all|any|upcoming|open|next|overdue ..2 bills|subscriptions|subs ..3 $
recurring_expense/list: ^ bills|subscriptions|subs <period>|<day>|due|overview|list? $
recurring_expense/list: ^ how many bills|subscriptions|subs ..4 $
recurring_expense/list: ^ do|have i|we ..2 bills|subscriptions|subs ..3 $
recurring_expense/list: ^ @show ..3 recurring|fixed|regular|standing expenses|costs|payments|charges|orders ..3 $
recurring_expense/list: ^ what|which ..2 recurring|fixed|regular|standing expenses|costs|payments|charges|orders ..5 $
recurring_expense/list: ^ my|our? recurring|fixed|standing expenses|costs|payments|charges|orders $
recurring_expense/list: ^ what ..1 is|do|have i|we? have? ..1 due|payable <period>|<day> ..2 $
recurring_expense/list: ^ what|which payments|bills ..1 @be ..1 due|coming|upcoming ..3 $
recurring_expense/when: ^ when is|are ..4 due $
recurring_expense/when: ^ is|are ..4 paid yet? $
recurring_expense/list: ^ how much|what are|is my|our|all ..1 bills|subscriptions ..3 $
recurring_expense/when: ^ when do|must i|we have? to? pay ..4 $
recurring_expense/list: ^ what is|are ..1 <day> $
recurring_expense/list: ^ anything|any ..1 due ..3 $
recurring_expense/list: ^ anything <day> $
recurring_expense/list: ^ what do|must i|we have|need? to? pay <period>|<day> ..1 $
recurring_expense/over: ^ cancel|drop|stop|end ..5 bill ..4 $
recurring_expense/over: ^ delete|remove|forget|scrap|erase ..5 bill|subscription|membership|contract ..4 $
recurring_expense/over: ^ stop tracking ..5 $
recurring_expense/over: ^ remove|delete|take|drop ..3 from|off my|the? bills|subscriptions $
recurring_expense/over: ^ cancel|delete|remove|drop ..1 recurring|standing|regular expense|payment|bill|order ..4 $
recurring_expense/over: ^ i|we? have? just? cancelled|canceled|quit|ended|terminated|unsubscribed from? ..5 $
recurring_expense/over: ^ i|we? do not have|pay for? ..3 anymore|longer $
recurring_expense/over: ^ i|we? no longer have|pay|paying for? ..3 $
recurring_expense/over: ^ i|we? have? got rid of ..3 $
recurring_expense/price: ^ ..5 is|costs|charges|are <day> @money ..1 $
recurring_expense/price: ^ ..5 <day> costs|is|charges @money <every>? $
recurring_expense/price: ^ ..5 is|costs|charges @money <every>? <day> $
recurring_expense/price: ^ ..4 went|going|gone|goes|rose|raised|increased|dropped|fell|risen ..3 to @money <every>? $
recurring_expense/price: ^ change|update|raise ..4 bill|subscription|membership ..1 to @money ..2 $
recurring_expense/paid: ^ ..4 is|are|has|was been? already? paid|settled $
recurring_expense/paid: ^ ..4 bill|invoice paid|settled|done $
recurring_expense/bill_paid: ^ i|we? have? just? already? paid|settled ..5 $
recurring_expense/paid: ^ i|we? have? already paid|settled ..4 $
recurring_expense/unnamed_paid: ^ i? have? just? already? paid|settled it|that|this already? $
recurring_expense/unnamed_paid: ^ that|it|this? is|was? already? paid|settled $
recurring_expense/paid: ^ mark|tick|set ..4 as? paid|settled $
"""
