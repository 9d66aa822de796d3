-- name: come
SELECT person_id, rule, occurs_on, due_at, attempts FROM due
WHERE due_at <= :now AND :names LIKE '% ' || split_part(rule, ':', 1) || ' %'
ORDER BY due_at, person_id, rule LIMIT :most;

-- name: still
SELECT due_at FROM due
WHERE person_id = :person_id AND rule = :rule AND occurs_on = :occurs_on AND due_at = :due_at AND attempts = :attempts
FOR UPDATE;
