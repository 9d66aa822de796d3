-- name: still
SELECT due_at FROM due
WHERE person_id = :person_id AND rule = :rule AND occurs_on = :occurs_on AND due_at = :due_at AND attempts = :attempts
FOR UPDATE;
