-- name: add
INSERT INTO reminder (person_id, about, starts_on, at, recurrence)
VALUES (:person_id, :about, :starts_on, :at, :recurrence)
RETURNING id;

-- name: of
SELECT id, about, starts_on, at, recurrence, removed FROM reminder
WHERE person_id = :person_id AND removed = 0
ORDER BY id;

-- name: one
SELECT id, about, starts_on, at, recurrence, removed FROM reminder WHERE person_id = :person_id AND id = :id;

-- name: set_removed
UPDATE reminder SET removed = :removed WHERE person_id = :person_id AND id = :id AND removed <> :removed;

-- name: move
UPDATE reminder SET person_id = :to_person WHERE person_id = :from_person;
