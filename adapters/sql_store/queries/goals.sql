-- name: add
INSERT INTO goal (ledger_id, person_id, name, account, target_minor, currency, starts_on, ends_on, pledge_minor,
                  pledge_recurs)
VALUES (:ledger_id, :person_id, :name, :account, :target_minor, :currency, :starts_on, :ends_on, :pledge_minor,
        :pledge_recurs)
RETURNING id;

-- name: change
UPDATE goal
SET name = :name, account = :account, target_minor = :target_minor, currency = :currency, starts_on = :starts_on,
    ends_on = :ends_on, pledge_minor = :pledge_minor, pledge_recurs = :pledge_recurs
WHERE ledger_id = :ledger_id AND id = :id;

-- name: all
SELECT id, name, account, target_minor, currency, starts_on, ends_on, pledge_minor, pledge_recurs FROM goal
WHERE ledger_id = :ledger_id AND removed = 0 ORDER BY id;

-- name: one
SELECT id, name, account, target_minor, currency, starts_on, ends_on, pledge_minor, pledge_recurs FROM goal
WHERE ledger_id = :ledger_id AND id = :id AND removed = 0;

-- name: set_removed
UPDATE goal SET removed = :removed WHERE ledger_id = :ledger_id AND id = :id AND removed <> :removed;

-- name: move
UPDATE goal SET ledger_id = :to_ledger, person_id = :to_person WHERE ledger_id = :from_ledger;
