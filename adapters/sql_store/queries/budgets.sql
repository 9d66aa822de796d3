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

-- name: tell_once
INSERT INTO alert_told (person_id, budget_id, starts_on, threshold, told_at)
VALUES (:person_id, :budget_id, :starts_on, :threshold, :now)
ON CONFLICT DO NOTHING;

-- name: move
UPDATE budget SET ledger_id = :to_ledger WHERE ledger_id = :from_ledger AND id = :id;

-- name: told_by_both
DELETE FROM alert_told
WHERE person_id = :from_person
  AND EXISTS (SELECT 1 FROM alert_told AS theirs
              WHERE theirs.person_id = :to_person AND theirs.budget_id = alert_told.budget_id
                AND theirs.starts_on = alert_told.starts_on AND theirs.threshold = alert_told.threshold);

-- name: move_told
UPDATE alert_told SET person_id = :to_person WHERE person_id = :from_person;
