-- name: note
INSERT INTO exchange (person_id, at, words, did) VALUES (:person_id, :at, :words, :did);

-- name: prune
DELETE FROM exchange
WHERE person_id = :person_id
  AND id <= (SELECT id FROM exchange WHERE person_id = :person_id ORDER BY id DESC LIMIT 1 OFFSET :most);

-- name: lately
SELECT words, did FROM exchange WHERE person_id = :person_id AND at >= :since ORDER BY id DESC LIMIT :most;

-- name: forget
DELETE FROM exchange WHERE id IN (SELECT id FROM exchange WHERE at < :before ORDER BY at LIMIT :most);

-- name: forget_of
DELETE FROM exchange WHERE person_id = :person_id;
