-- name: post
INSERT INTO outbox (address_id, channel, kind, state, due_at, message_id, alert_id, ref, body, trace_id, created_at)
SELECT :address_id, :channel, :kind,
       CASE WHEN letters_have_head(:address_id) THEN 'waiting' ELSE 'head' END,
       :due_at, :message_id, :alert_id, :ref, :body, :trace_id, :created_at
RETURNING id;

-- name: claim
UPDATE outbox
SET due_at = :until, attempts = attempts + 1
WHERE id = ANY (ARRAY(SELECT id FROM outbox WHERE state = 'head' AND due_at <= :now
                      ORDER BY due_at, id LIMIT :most FOR NO KEY UPDATE SKIP LOCKED))
RETURNING id, address_id, kind, ref, body, attempts, trace_id,
          (SELECT sealed FROM address WHERE address.id = outbox.address_id),
          channel, alert_id, created_at, fault;

-- name: sent
UPDATE outbox
SET state = 'sent', body = NULL, external_id = :external_id, sent_at = :now, fault = NULL
WHERE id = (SELECT letter_in_held_lane(:id)) AND attempts = :attempts AND state = 'head'
RETURNING address_id;

-- name: bury
UPDATE outbox
SET state = :state, fault = :fault
WHERE id = (SELECT letter_in_held_lane(:id)) AND attempts = :attempts AND state = 'head'
RETURNING address_id;

-- name: drop_waiting
SELECT drop_unsent(:address_id, :fault);

-- name: revive
UPDATE outbox
SET state = CASE WHEN letters_have_head(address_id) THEN 'waiting' ELSE 'head' END, attempts = 1, due_at = :now
WHERE id = :id AND state = 'dead';
