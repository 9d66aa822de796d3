-- name: write
INSERT INTO act (ledger_id, person_id, at, message_id, undoes, deed)
VALUES (:ledger_id, :person_id, :at, :message_id, :undoes, :deed)
RETURNING id;

-- name: undoable
-- The newest few, and all that was done by the messages they belong to.
WITH in_force AS (
    SELECT id, at, message_id, deed FROM act
    WHERE person_id = :person_id AND at >= :since AND undoes IS NULL
      AND NOT EXISTS (SELECT 1 FROM act AS later WHERE later.undoes = act.id)
      AND deed NOT LIKE '{"type":"merged"%'
), newest AS (
    SELECT id, message_id FROM in_force ORDER BY id DESC LIMIT 50
)
SELECT id, at, message_id, deed FROM in_force
WHERE id IN (SELECT id FROM newest) OR message_id IN (SELECT message_id FROM newest)
ORDER BY id DESC;

-- name: undoable_of
SELECT id, at, message_id, deed FROM act
WHERE person_id = :person_id AND at >= :since AND message_id = :message_id AND undoes IS NULL
  AND NOT EXISTS (SELECT 1 FROM act AS later WHERE later.undoes = act.id)
  AND deed NOT LIKE '{"type":"merged"%'
ORDER BY id DESC;

-- name: all
SELECT id, at, message_id, deed FROM act
WHERE ledger_id = :ledger_id AND person_id IN (SELECT id FROM person WHERE ledger_id = :ledger_id) ORDER BY id;

-- name: of_trace
SELECT act.id, act.at, act.message_id, act.deed FROM act JOIN inbox ON inbox.id = act.message_id
WHERE inbox.trace_id = :trace_id ORDER BY act.id;

-- name: move
UPDATE act SET ledger_id = :to_ledger, person_id = :to_person WHERE ledger_id = :from_ledger AND person_id IN (SELECT id FROM person WHERE ledger_id = :from_ledger);
