-- name: post
INSERT INTO event (name, version, person_id, at, trace_id, facts)
VALUES (:name, :version, :person_id, :at, :trace_id, :facts)
RETURNING id;

-- name: expect
INSERT INTO delivery (event_id, handler, due_at) VALUES (:event_id, :handler, :due_at);

-- name: open
SELECT e.id, e.name, e.version, e.person_id, e.at, e.trace_id, e.facts, d.handler, d.attempts, d.fault
FROM delivery AS d JOIN event AS e ON e.id = d.event_id
WHERE d.event_id = :event_id AND d.state = 'open' ORDER BY d.handler;

-- name: finish
DELETE FROM delivery WHERE event_id = :event_id AND handler = :handler AND state = 'open';

-- name: overdue
UPDATE delivery
SET due_at = :again_at, attempts = attempts + 1
WHERE (event_id, handler) IN (SELECT event_id, handler FROM delivery WHERE state = 'open' AND due_at <= :now
                                AND :handlers LIKE '% ' || handler || ' %'
                              ORDER BY due_at LIMIT :most)
RETURNING event_id, handler, attempts, fault;

-- name: hand_back
UPDATE delivery SET due_at = :now, attempts = attempts - 1
WHERE event_id = :event_id AND handler = :handler AND state = 'open';

-- name: hurry
UPDATE delivery SET due_at = :now WHERE event_id = :event_id AND state = 'open' AND attempts = 0 AND due_at > :now;

-- name: event
SELECT id, name, version, person_id, at, trace_id, facts FROM event WHERE id = :id;

-- name: count
UPDATE delivery SET attempts = attempts + 1, fault = NULL
WHERE event_id = :event_id AND handler = :handler AND state = 'open'
RETURNING attempts;

-- name: put_back
UPDATE delivery SET due_at = :due_at, fault = :fault
WHERE event_id = :event_id AND handler = :handler AND state = 'open';

-- name: bury
UPDATE delivery SET state = 'dead', fault = :fault
WHERE event_id = :event_id AND handler = :handler AND state = 'open';

-- name: unfinished
SELECT count(*) FROM delivery WHERE state = 'open';

-- name: dead
SELECT e.id, e.name, d.handler, e.at, d.attempts, coalesce(d.fault, ''), e.trace_id
FROM delivery AS d JOIN event AS e ON e.id = d.event_id
WHERE d.state = 'dead' ORDER BY e.id, d.handler;

-- name: revive
UPDATE delivery SET state = 'open', attempts = 0, due_at = :now WHERE event_id = :event_id AND state = 'dead';

-- name: drop
DELETE FROM delivery WHERE event_id = :event_id AND state = 'dead';

-- name: forget
DELETE FROM event
WHERE id IN (SELECT id FROM event
             WHERE at < :before AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.event_id = event.id)
             ORDER BY at LIMIT :most);
