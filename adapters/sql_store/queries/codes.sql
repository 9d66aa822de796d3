-- name: void_for
UPDATE code SET state = 'void' WHERE purpose = :purpose AND person_id = :person_id AND state = 'open';

-- name: change_hands
UPDATE code SET person_id = :to_person WHERE person_id = :from_person AND state = 'open';

-- name: issue
INSERT INTO code (purpose, fingerprint, person_id, typed_at, links, expires_at, created_at)
VALUES (:purpose, :fingerprint, :person_id, :typed_at, :links, :expires_at, :now)
RETURNING id;

-- name: issued_since
SELECT count(*) FROM code
WHERE purpose = :purpose AND person_id = :person_id AND created_at >= :since;

-- name: sent_to_since
SELECT count(*) FROM code WHERE purpose = 'link' AND links = :links AND created_at >= :since;

-- name: awaiting
SELECT id, person_id, links, fingerprint FROM code
WHERE typed_at = :typed_at AND purpose = :purpose AND state = 'open' AND expires_at > :now
ORDER BY id DESC LIMIT 1;

-- name: matching
SELECT id, person_id, links, fingerprint FROM code
WHERE purpose = :purpose AND fingerprint = :fingerprint AND typed_at IS NULL AND state = 'open' AND expires_at > :now
ORDER BY id DESC LIMIT 1;

-- name: try
UPDATE code SET tries = tries + 1 WHERE id = :id AND state = 'open' AND tries < :most;

-- name: use
UPDATE code SET state = 'used' WHERE id = :id AND state = 'open';

-- name: count_wrong
INSERT INTO wrong_guess (address_id, at) VALUES (:address_id, :now);

-- name: wrong_since
SELECT count(*) FROM wrong_guess WHERE address_id = :address_id AND at >= :since;
