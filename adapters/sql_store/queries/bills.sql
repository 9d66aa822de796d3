-- name: add
INSERT INTO bill (ledger_id, person_id, word, merchant, amount_minor, currency, recurrence, starts_on, paid_through,
                  found)
VALUES (:ledger_id, :person_id, :word, :merchant, :amount_minor, :currency, :recurrence, :starts_on, :paid_through,
        :found)
RETURNING id;

-- name: change
UPDATE bill
SET word = :word, merchant = :merchant, amount_minor = :amount_minor, currency = :currency, recurrence = :recurrence,
    starts_on = :starts_on, paid_through = :paid_through, found = :found
WHERE ledger_id = :ledger_id AND id = :id;

-- name: all
SELECT id, word, merchant, amount_minor, currency, recurrence, starts_on, paid_through, found FROM bill
WHERE ledger_id = :ledger_id AND removed = 0 ORDER BY id;

-- name: one
SELECT id, word, merchant, amount_minor, currency, recurrence, starts_on, paid_through, found FROM bill
WHERE ledger_id = :ledger_id AND id = :id AND removed = 0;

-- name: set_removed
UPDATE bill SET removed = :removed WHERE ledger_id = :ledger_id AND id = :id AND removed <> :removed;

-- name: move
UPDATE bill SET ledger_id = :to_ledger, person_id = :to_person WHERE ledger_id = :from_ledger;
