# ruff: noqa: E501 - a sentence a line
"""The sentences about what PAM remembers of a person: told, remarked, asked for, forgotten."""

SENTENCES = """
forget_memory/told:     ^ forget that ..12 $
remember/order:         ^ remember|note|memorize|memorise to|that? always|never ..20
remember/told:          ^ remember|note|memorize|memorise|know that ..20 $
remember/told:          ^ do? not forget that ..20 $
remember/said:          ^ remember|memorize|memorise ..12 $
remember/said:          ^ ..3 is my ..4 $
remember/said:          ^ my ..8 is|means|called|named ..4 $
remember/said:          ^ ..5 birthday is|was on? the? <day> $
remember/said:          ^ ..3 has|have birthday on? <day> $
remember/said:          ^ ..4 born on? <day> $
remember/said:          ^ i work|works at|for|on ..3 $
remember/said:          ^ i live in|at ..3 $
recall_memories:        ^ what do|have|did you ..2 remember|remembered|memorized $
recall_memories/about:  ^ what do you ..2 know|remember about|of|on ..4 $
recall_memories/about:  ^ what have you ..2 remembered|memorized|memorised about|of ..4 $
recall_memories/about:  ^ @show ..3 you know|remember about|of|on ..4 $
recall_memories:        ^ who am i $
recall_memories:        ^ what is my name|payday|timezone $
recall_memories:        ^ what is my pay day $
recall_memories:        ^ when is my payday $
recall_memories/who:    ^ who is ..4 $
recall_memories/when:   ^ when is|was ..4 birthday $
recall_memories/when:   ^ when do|does|has|have ..4 birthday $
recall_memories/when:   ^ when am|was|were i born $
recall_memories/when:   ^ when was ..3 born $
recall_memories/work:   ^ where do i work $
recall_memories/work:   ^ who do i work for $
recall_memories/home:   ^ where do i live $
forget_memory/all:      ^ forget all|everything ..2 you ..1 know|knew|remember|learned|learnt|memorized ..1 about|of|on me $
forget_memory/all:      ^ forget all|everything ..2 you ..1 remember|remembered|memorized $
forget_memory/all:      ^ forget|delete|erase|clear all? your|the memories|memory of|about? me? $
forget_memory/about:    ^ forget all|everything|what ..2 you know|remember about|of|on ..4 $
forget_memory/work:     ^ forget where i work $
forget_memory/home:     ^ forget where i live $
forget_memory/about:    ^ forget about? ..4 $
"""
