-- name: overdue
UPDATE delivery
SET due_at = :again_at, attempts = attempts + 1
WHERE (event_id, handler) IN (SELECT event_id, handler FROM delivery WHERE state = 'open' AND due_at <= :now
                                AND :handlers LIKE '% ' || handler || ' %'
                              ORDER BY due_at LIMIT :most FOR NO KEY UPDATE SKIP LOCKED)
RETURNING event_id, handler, attempts, fault;
