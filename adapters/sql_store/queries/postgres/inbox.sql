-- name: keep
INSERT INTO inbox (source, external_id, proof, address_id, lane, state, received_at, body, trace_id)
SELECT :source, :external_id, :proof, :address_id, :lane,
       CASE WHEN lane_has_head(:lane) THEN 'waiting' ELSE 'head' END,
       :received_at, :body, :trace_id
ON CONFLICT DO NOTHING;

-- name: keep_done
INSERT INTO inbox (source, external_id, proof, address_id, lane, state, received_at, trace_id)
SELECT :source, :external_id, :proof, :address_id, :lane, 'done', :received_at, :trace_id
WHERE NOT lane_has_head(:lane)
ON CONFLICT DO NOTHING
RETURNING id;

-- name: claim
UPDATE inbox
SET lease_until = :until, attempts = attempts + 1
WHERE id = ANY (ARRAY(SELECT id FROM inbox WHERE state = 'head' AND lease_until <= :now
                      ORDER BY id LIMIT :most FOR NO KEY UPDATE SKIP LOCKED))
RETURNING id, body, address_id, attempts, trace_id, fault;

-- name: finish
UPDATE inbox
SET state = 'done', body = NULL
WHERE id = (SELECT message_in_held_lane(:id)) AND attempts = :attempts AND state = 'head'
RETURNING lane;

-- name: bury
UPDATE inbox
SET state = 'dead', fault = :fault
WHERE id = (SELECT message_in_held_lane(:id)) AND attempts = :attempts AND state = 'head'
RETURNING lane;

-- name: revive
UPDATE inbox
SET state = CASE WHEN lane_has_head(lane) THEN 'waiting' ELSE 'head' END, attempts = 0, lease_until = 0
WHERE id = :id AND state = 'dead' AND address_id IS NOT NULL;
