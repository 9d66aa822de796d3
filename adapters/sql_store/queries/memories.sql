-- name: by_key
SELECT id FROM memory WHERE person_id = :person_id AND subject_key = :subject_key;

-- name: count
SELECT count(*) FROM memory WHERE person_id = :person_id;

-- name: add
INSERT INTO memory (person_id, subject_key, fact, kept_at) VALUES (:person_id, :subject_key, :fact, :now)
ON CONFLICT (person_id, subject_key) DO UPDATE
SET fact = excluded.fact, kept_at = excluded.kept_at, vector = NULL, vector_model = ''
RETURNING id;

-- name: replace
UPDATE memory SET subject_key = :subject_key, fact = :fact, kept_at = :now, vector = NULL, vector_model = ''
WHERE person_id = :person_id AND id = :id;

-- name: all
SELECT id, fact, vector, vector_model FROM memory WHERE person_id = :person_id ORDER BY kept_at, id;

-- name: give_vector
UPDATE memory SET vector = :vector, vector_model = :model WHERE person_id = :person_id AND id = :id;

-- name: forget
DELETE FROM memory WHERE person_id = :person_id AND id = :id;

-- name: forget_all
DELETE FROM memory WHERE person_id = :person_id;

-- name: hand_over
UPDATE memory SET person_id = :to_person, subject_key = :subject_key WHERE person_id = :from_person AND id = :id;
