-- name: post
INSERT INTO outbox (address_id, channel, kind, state, due_at, message_id, alert_id, ref, body, trace_id, created_at)
SELECT :address_id, :channel, :kind,
       CASE WHEN EXISTS (SELECT 1 FROM outbox WHERE address_id = :address_id AND state = 'head')
            THEN 'waiting' ELSE 'head' END,
       :due_at, :message_id, :alert_id, :ref, :body, :trace_id, :created_at
RETURNING id;

-- name: claim
UPDATE outbox
SET due_at = :until, attempts = attempts + 1
WHERE id IN (SELECT id FROM outbox WHERE state = 'head' AND due_at <= :now ORDER BY due_at, id LIMIT :most)
RETURNING id, address_id, kind, ref, body, attempts, trace_id,
          (SELECT sealed FROM address WHERE address.id = outbox.address_id),
          channel, alert_id, created_at, fault;

-- name: begin_again
UPDATE outbox SET fault = NULL WHERE id = :id AND attempts = :attempts AND state = 'head';

-- name: hand_back
UPDATE outbox
SET due_at = :due_at, attempts = attempts - 1, fault = :fault
WHERE id = :id AND attempts = :attempts AND state = 'head';

-- name: following
SELECT id, kind, body, fault
FROM outbox
WHERE address_id = :address_id AND state = 'waiting' AND attempts >= :least_attempts
ORDER BY id LIMIT :most;

-- name: tie
UPDATE outbox SET attempts = 1 WHERE id = :id AND state = 'waiting';

-- name: noted
SELECT id FROM outbox WHERE channel = :channel AND external_id = :external_id LIMIT 1;

-- name: renew
UPDATE outbox SET due_at = :until WHERE id = :id AND attempts = :attempts AND state = 'head';

-- name: sent
UPDATE outbox
SET state = 'sent', body = NULL, external_id = :external_id, sent_at = :now, fault = NULL
WHERE id = :id AND attempts = :attempts AND state = 'head'
RETURNING address_id;

-- name: sent_along
UPDATE outbox SET state = 'sent', body = NULL, external_id = :external_id, sent_at = :now
WHERE id = :id AND state = 'waiting';

-- name: put_back
UPDATE outbox SET due_at = :due_at, fault = :fault WHERE id = :id AND attempts = :attempts AND state = 'head';

-- name: bury
UPDATE outbox
SET state = :state, fault = :fault
WHERE id = :id AND attempts = :attempts AND state = 'head'
RETURNING address_id;

-- name: promote
UPDATE outbox
SET state = 'head'
WHERE id = (SELECT id FROM outbox WHERE address_id = :address_id AND state = 'waiting' ORDER BY id LIMIT 1);

-- name: alerts_waiting
SELECT id, address_id, kind, ref, body, attempts, trace_id,
       (SELECT sealed FROM address WHERE address.id = outbox.address_id),
       channel, alert_id, created_at, fault
FROM outbox WHERE address_id = :address_id AND state = 'waiting' AND alert_id IS NOT NULL ORDER BY id;

-- name: drop_waiting
UPDATE outbox SET state = 'dropped', body = NULL, fault = :fault
WHERE id IN (SELECT id FROM outbox WHERE address_id = :address_id AND state = 'head'
                            UNION ALL
                            SELECT id FROM outbox WHERE address_id = :address_id AND state = 'waiting');

-- name: report
UPDATE outbox
SET delivery = CASE WHEN delivery IN ('delivered', 'undelivered', 'failed') THEN delivery ELSE :status END,
    fault = coalesce(:fault, fault)
WHERE channel = :channel AND external_id = :external_id
RETURNING address_id;

-- name: dead
SELECT id, channel, created_at, attempts, coalesce(fault, ''), trace_id FROM outbox WHERE state = 'dead' ORDER BY id;

-- name: revive
UPDATE outbox
SET state = CASE WHEN EXISTS (SELECT 1 FROM outbox AS other
                              WHERE other.address_id = outbox.address_id AND other.state = 'head')
                 THEN 'waiting' ELSE 'head' END,
    attempts = 1, due_at = :now
WHERE id = :id AND state = 'dead';

-- name: drop
UPDATE outbox SET state = 'dropped', body = NULL WHERE id = :id AND state = 'dead';

-- name: unsent
SELECT (SELECT count(*) FROM outbox WHERE state = 'head') + (SELECT count(*) FROM outbox WHERE state = 'waiting');
