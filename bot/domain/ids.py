"""Ids that cannot be mistaken for one another."""

from typing import NewType

PersonId = NewType("PersonId", int)
AddressId = NewType("AddressId", int)
LedgerId = NewType("LedgerId", int)
AccountId = NewType("AccountId", int)
BookingId = NewType("BookingId", int)
BudgetId = NewType("BudgetId", int)
ActId = NewType("ActId", int)
MessageId = NewType("MessageId", int)
LetterId = NewType("LetterId", int)
QuestionId = NewType("QuestionId", int)
EventId = NewType("EventId", int)
AlertId = NewType("AlertId", int)
ReminderId = NewType("ReminderId", int)
BillId = NewType("BillId", int)
GoalId = NewType("GoalId", int)
MemoryId = NewType("MemoryId", int)
