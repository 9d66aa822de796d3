-- name: keep
INSERT INTO inbox (source, external_id, proof, address_id, lane, state, received_at, body, trace_id)
SELECT :source, :external_id, :proof, :address_id, :lane,
       CASE WHEN EXISTS (SELECT 1 FROM inbox WHERE lane = :lane AND state = 'head')
            THEN 'waiting' ELSE 'head' END,
       :received_at, :body, :trace_id
WHERE TRUE
ON CONFLICT DO NOTHING;

-- name: keep_done
INSERT INTO inbox (source, external_id, proof, address_id, lane, state, received_at, trace_id)
SELECT :source, :external_id, :proof, :address_id, :lane, 'done', :received_at, :trace_id
WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE lane = :lane AND state = 'head')
ON CONFLICT DO NOTHING
RETURNING id;

-- name: keep_raw
INSERT INTO inbox (source, external_id, lane, state, received_at, body, trace_id, fault)
VALUES (:source, :external_id, 0, 'dead', :received_at, :body, :trace_id, :fault)
ON CONFLICT DO NOTHING;

-- name: claim
UPDATE inbox
SET lease_until = :until, attempts = attempts + 1
WHERE id IN (SELECT id FROM inbox WHERE state = 'head' AND lease_until <= :now ORDER BY id LIMIT :most)
RETURNING id, body, address_id, attempts, trace_id, fault;

-- name: begin_again
UPDATE inbox SET fault = NULL WHERE id = :id AND attempts = :attempts AND state = 'head';

-- name: hand_back
UPDATE inbox
SET lease_until = 0, attempts = attempts - 1, fault = :fault
WHERE id = :id AND attempts = :attempts AND state = 'head';

-- name: renew
UPDATE inbox SET lease_until = :until WHERE id = :id AND attempts = :attempts AND state = 'head';

-- name: finish
UPDATE inbox
SET state = 'done', body = NULL
WHERE id = :id AND attempts = :attempts AND state = 'head'
RETURNING lane;

-- name: promote
UPDATE inbox
SET state = 'head'
WHERE id = (SELECT id FROM inbox WHERE lane = :lane AND state = 'waiting' ORDER BY id LIMIT 1);

-- name: change_lanes
UPDATE inbox SET lane = :to_lane WHERE lane = :from_lane AND state = 'waiting';

-- name: promote_if_headless
UPDATE inbox
SET state = 'head'
WHERE id = (SELECT id FROM inbox WHERE lane = :lane AND state = 'waiting' ORDER BY id LIMIT 1)
  AND NOT EXISTS (SELECT 1 FROM inbox AS other WHERE other.lane = :lane AND other.state = 'head');

-- name: put_back
UPDATE inbox SET lease_until = :not_before, fault = :fault WHERE id = :id AND attempts = :attempts AND state = 'head';

-- name: bury
UPDATE inbox
SET state = 'dead', fault = :fault
WHERE id = :id AND attempts = :attempts AND state = 'head'
RETURNING lane;

-- name: dead
SELECT id, source, received_at, attempts, coalesce(fault, ''), trace_id FROM inbox WHERE state = 'dead' ORDER BY id;

-- name: revive
UPDATE inbox
SET state = CASE WHEN EXISTS (SELECT 1 FROM inbox AS other WHERE other.lane = inbox.lane AND other.state = 'head')
                 THEN 'waiting' ELSE 'head' END,
    attempts = 0, lease_until = 0
WHERE id = :id AND state = 'dead' AND address_id IS NOT NULL;

-- name: drop
UPDATE inbox SET state = 'done', body = NULL WHERE id = :id AND state = 'dead';

-- name: unfinished
SELECT (SELECT count(*) FROM inbox WHERE state = 'head') + (SELECT count(*) FROM inbox WHERE state = 'waiting');
