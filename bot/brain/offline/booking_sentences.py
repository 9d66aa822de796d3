# ruff: noqa: E501 - a sentence a line
"""The sentences about what was booked or shared: splits, transfers, bills, corrections."""

SENTENCES = """
split_expense/payer:    ^ my? ..1 paid|covered|bought|got ..3 @money ..8 split|splitting|shared|sharing|both|halves|half|us|me ..6 $
split_expense/payer:    ^ my? ..1 paid|covered|bought|got ..4 split|shared|both|us ..6 @money ..3 $
split_expense/owing:    ^ i|we ..1 owe ..3 @money ..8 $
split_expense/owing:    ^ i|we owe @money to ..6 $
split_expense/lent:     ^ i|we? have? just? lent|loaned ..3 @money $
split_expense/lent:     ^ i|we? have? just? lent|loaned ..3 @money for|on|<day> ..4 $
split_expense/lent:     ^ i|we? have? just? lent|loaned @money to ..6 $
split_expense/lent:     ^ i|we? just? gave ..2 a loan of @money $
split_expense/owed:     ^ who ..2 owes|owe ..5 $
split_expense/owed:     ^ whom do i|we ..1 owe ..3 $
split_expense/owed:     ^ who ..1 do|does i|we ..1 owe ..4 $
split_expense/owed:     ^ what|how ..2 do|does|did ..3 owe ..5 $
split_expense/owed:     ^ anyone|anybody|somebody owe|owes ..5 $
split_expense/owed:     ^ do|does ..3 owe ..5 $
split_expense/owed:     ^ how do|does i|we stand with ..3 $
split_expense/owed:     ^ where do i|we stand with ..3 $
split_expense/owed:     ^ how much with ..2 $
split_expense/owed:     ^ @show ..2 debts|ious|iou|owes ..3 $
split_expense/owed:     ^ am|are i|we ..1 square|even|settled ..1 with ..3 $
split_expense/owed:     ^ my? debts|ious ..1 $
split_expense/even:     ^ ..6 am|are|is ..2 even|square|quits|settled ..4 $
split_expense/even:     ^ all settled|square|even up? with ..3 $
split_expense/even:     ^ settle|settled ..2 debt|debts|tab|score|things with ..3 $
split_expense/even:     ^ settle|settled up? with ..6 $
split_expense/even:     ^ settle up ..5 $
split_expense/even:     ^ ..4 settled up ..3 $
split_expense:          ^ @split ..12 @money
split_expense:          ^ split|divide|halve the|this|that|my|last|it|dinner|lunch|bill|rent|taxi|cab|with|between ..8 $
split_expense:          ^ ..5 split a|the|our|my? ..2 @money ..6 $
split_expense:          owes|owe me ..8 @money
split_expense:          owes|owe me half|third ..6 @money
split_expense:          ^ ..4 went|going|go halves|dutch|half ..10 @money
split_expense:          @spent ..8 @money ..8 split|shared|divided ..1 with|between|among|by|<people>
split_expense:          ^ ..4 @money ..5 split|shared|divided ..1 with|between|among|<people>
record_transfer:        ^ transfer|transferred|move|moved|shift|shifted|put|chuck|stick|pop|stash|throw @money ..4 from ..4 @account|pot ..2 to|into ..4 $
record_transfer:        ^ i|we? transferred|moved|shifted|put|transfer|move|shift|chuck|chucked|stick|stuck|pop|popped|stash|stashed|throw|threw|bung @money ..3 to|into|in ..2 savings|checking|account|isa|saving|pot|wallet|cash|fund|goal ..5 $
record_transfer/between: ^ transfer|move|send|sent|moved|transferred|shift? my? @money my? ..1 @own_account ..3 to|into ..2 @own_account ..2 $
record_transfer/between: ^ i? @moved @money ..3 from ..2 @own_account ..2 to|into ..5 $
record_transfer/between: ^ my? @own_account to|into my? @own_account @money ..2 $
record_transfer/between: ^ i? paid my|the? @own_account @own_account? @money from my|the? @own_account ..2 $
record_transfer:        ^ i? got|took|drew|taken out @money cash ..2 $
record_transfer/named:  ^ i? @moved|popped|put ..3 @money to|into|in ..1 savings|isa|checking|saving|pot ..2 $
record_transfer/between: ^ from my? @own_account ..1 to|into my? @own_account @money ..2 $
record_transfer/named:  ^ i? loaded|load|added|add @money ..1 onto|to|on|into my|the? @own_account ..4 $
record_transfer/named:  ^ i? sent|send @money ..1 to|into my|the @own_account ..4 $
record_transfer:        ^ i? took|pulled|drew|got out @money from|at ..3 $
record_transfer/between: ^ @money ..1 from? my? @own_account ..1 to|into my? @own_account ..2 $
record_transfer/named:  ^ i? topped|top up? my|the? @own_account ..1 up? with|by @money ..6 $
record_transfer/named:  ^ i? deposited|deposit @money cash? ..1 into|in|to my|the? @own_account ..3 $
record_transfer/named:  ^ i? saved|save @money ..3 into|in|to my|the? savings|isa|saving ..2 $
record_transfer/between: ^ i? paid @money off my|the? @own_account ..1 from ..3 $
record_transfer:        ^ i? took|got|pulled|drew|taken @money ..1 out? ..4 atm|cashpoint|machine ..3 $
record_transfer:        ^ atm withdrawal? of? @money ..2 $
record_transfer:        ^ cash withdrawal of? @money ..4 $
record_transfer:        ^ i? withdrew|withdraw @money ..6 $
record_transfer:        ^ i? took out @money ..3 cash|atm ..3 $
record_transfer/aside:  ^ i|we? have? just? put|set|squirreled|squirrelled|tucked|salted @money aside|away $
record_transfer/aside:  ^ i|we? have? just? put|set|squirreled|squirrelled|tucked|salted aside|away @money $
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
edit_transaction/paid_with: ^ that|it|this ..2 was|is|came ..5 $
edit_transaction/paid_with: ^ i? paid that|it|this ..5 $
edit_transaction/in_currency: ^ no|sorry|actually|oops? ..1 that|it|this was|is|should ..5 $
edit_transaction/in_currency: ^ make it|that ..2 $
edit_transaction/renamed: ^ no|sorry|actually|oops|whoops|nope|wait|correction ..7 $
edit_transaction/renamed: ^ i meant|mean ..4 $
edit_transaction/renamed: ^ it|that|this was|is ..5 $
edit_transaction/renamed: ^ my bad ..4 $
edit_transaction/renamed: ^ the|my? last|latest one|entry|booking was|is ..5 $
edit_transaction/renamed: ^ not ..3 , ..4 $
edit_transaction/renamed: ^ ..3 not ..3 $
edit_transaction:       ^ that|it|this ..2 should|must|belongs|goes|needs ..3 under|in|as|into ..4 $
edit_transaction:       ^ wrong category ..6 $
recurring_expense/due:  ^ i|we have ..2 @money ..3 bill|subscription|membership|contract <every> $
recurring_expense/due:  ^ i|we have ..2 @money ..1 <every> charge|bill|payment|fee|subscription|plan|membership ..4 $
edit_transaction:       ^ ..7 should|shoulda|was|supposed ..2 have|be|to? ..1 been|be|say ..6 @money
edit_transaction:       ^ ..6 should have? been|be ..6 $
edit_transaction:       ^ that|it|this was|is @money actually|sorry|really|oops? $
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
edit_transaction:       ^ ..1 i? meant|mean ..2 @money ..3 $
edit_transaction:       ^ @money i meant|mean ..1 $
edit_transaction:       ^ my bad ..3 @money ..2 $
edit_transaction:       ^ ..1 change|update|edit|correct|fix|modify|amend|adjust|make|set ..2 last|latest|previous|that|it|this ..6 @money|to|<day> ..5 $
edit_transaction:       ^ change|update|edit|correct|fix|modify|amend|adjust|make ..6 to|from|into|as|was|be @money ..5 $
edit_transaction:       ^ change|update|edit|correct|fix|modify|amend|move ..4 date|amount|category ..8 $
edit_transaction:       ^ actually? make that|it|the|this ..4 @money ..3 $
edit_transaction:       ^ move|recategorize|recategorise|categorize|categorise|reclassify|file|mark|label|put|change|switch that|the|it|this|my|last|all ..6 to|as|under|into|in ..4 $
edit_transaction:       ^ ..5 one was ..4 $
edit_transaction/category: ^ change|switch|move|recategorize|recategorise|categorize|categorise|reclassify|relabel|correct|update|edit ..4 to|as|into|under ..3 $
edit_transaction:       ^ that|it|this ..3 was|is ..1 <day> ..4 $
edit_transaction:       ^ ..4 was <day> not ..3 $
edit_transaction/said:  ^ that|it was ..3 not ..3 $
edit_transaction:       ^ change|update|edit|correct|fix|modify|amend ..1 last|latest|previous ..2 $
"""
