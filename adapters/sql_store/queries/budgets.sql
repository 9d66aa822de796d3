-- name: all
SELECT id, scope_kind, scope_key, word, recurs, amount_minor, currency, starts_on, rolls_over_from,
       brought_minor FROM budget
WHERE ledger_id = :ledger_id AND removed = 0 ORDER BY id;

-- name: by_scope
SELECT id, scope_kind, scope_key, word, recurs, amount_minor, currency, starts_on, rolls_over_from,
       brought_minor, removed FROM budget
WHERE ledger_id = :ledger_id AND scope_kind = :scope_kind AND scope_key = :scope_key
ORDER BY removed, id DESC LIMIT 1;

-- name: add
INSERT INTO budget (ledger_id, scope_kind, scope_key, word, recurs, amount_minor, currency, starts_on, rolls_over_from,
                    brought_minor)
VALUES (:ledger_id, :scope_kind, :scope_key, :word, :recurs, :amount_minor, :currency, :starts_on, :rolls_over_from,
        :brought_minor)
RETURNING id;

-- name: change
UPDATE budget
SET word = :word, recurs = :recurs, amount_minor = :amount_minor, currency = :currency, starts_on = :starts_on,
    rolls_over_from = :rolls_over_from, brought_minor = :brought_minor, removed = 0
WHERE ledger_id = :ledger_id AND id = :id;

-- name: remove
UPDATE budget SET removed = 1 WHERE ledger_id = :ledger_id AND id = :id;

-- name: move
UPDATE budget SET ledger_id = :to_ledger WHERE ledger_id = :from_ledger AND id = :id;
