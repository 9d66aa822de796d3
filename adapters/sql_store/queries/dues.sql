-- name: plan
INSERT INTO due (person_id, rule, occurs_on, due_at, attempts)
VALUES (:person_id, :rule, :occurs_on, :due_at, :attempts)
ON CONFLICT (person_id, rule) DO UPDATE
SET occurs_on = excluded.occurs_on, due_at = excluded.due_at, attempts = excluded.attempts;

-- name: cancel
DELETE FROM due WHERE person_id = :person_id AND rule = :rule;

-- name: of
SELECT person_id, rule, occurs_on, due_at, attempts FROM due WHERE person_id = :person_id ORDER BY due_at, rule;

-- name: come
SELECT person_id, rule, occurs_on, due_at, attempts FROM due
WHERE due_at <= :now AND :names LIKE '% ' || substr(rule, 1, instr(rule || ':', ':') - 1) || ' %'
ORDER BY due_at, person_id, rule LIMIT :most;

-- name: still
SELECT due_at FROM due
WHERE person_id = :person_id AND rule = :rule AND occurs_on = :occurs_on AND due_at = :due_at AND attempts = :attempts;

-- name: record
INSERT INTO occurrence (person_id, rule, occurs_on, state, reason, at)
VALUES (:person_id, :rule, :occurs_on, :state, :reason, :at)
ON CONFLICT DO NOTHING;

-- name: last_day
SELECT max(occurs_on) FROM occurrence WHERE person_id = :person_id AND rule = :rule;

-- name: planned_by_both
DELETE FROM due
WHERE person_id = :from_person
  AND EXISTS (SELECT 1 FROM due AS theirs WHERE theirs.person_id = :to_person AND theirs.rule = due.rule);

-- name: move
UPDATE due SET person_id = :to_person WHERE person_id = :from_person;

-- name: recorded_for_both
DELETE FROM occurrence
WHERE person_id = :from_person
  AND EXISTS (SELECT 1 FROM occurrence AS theirs
              WHERE theirs.person_id = :to_person AND theirs.rule = occurrence.rule
                AND theirs.occurs_on = occurrence.occurs_on);

-- name: move_records
UPDATE occurrence SET person_id = :to_person WHERE person_id = :from_person;

-- name: forget
DELETE FROM occurrence
WHERE (person_id, rule, occurs_on) IN (SELECT person_id, rule, occurs_on FROM occurrence
                                       WHERE at < :before ORDER BY at LIMIT :most);
