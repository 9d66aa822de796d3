-- name: close_open
UPDATE question SET state = 'closed' WHERE address_id = :address_id AND state = 'open';

-- name: ask
INSERT INTO question (person_id, address_id, letter_id, asked_at, expires_at, state, missing, choices)
VALUES (:person_id, :address_id, :letter_id, :now, :expires_at, 'open', :missing, :choices)
RETURNING id;

-- name: add_token
INSERT INTO choice_token (fingerprint, question_id, position) VALUES (:fingerprint, :question_id, :position);

-- name: open_at
SELECT id, person_id, choices, NULL, NULL FROM question
WHERE address_id = :address_id AND person_id = :person_id AND state = 'open' AND expires_at > :now;

-- name: by_token
SELECT q.id, q.person_id, q.choices, t.position, o.external_id
FROM choice_token AS t
JOIN question AS q ON q.id = t.question_id
LEFT JOIN outbox AS o ON o.id = q.letter_id
WHERE t.fingerprint = :fingerprint AND q.person_id = :person_id AND q.address_id = :address_id
  AND q.state = 'open' AND q.expires_at > :now;

-- name: close
UPDATE question SET state = 'closed' WHERE id = :id AND state = 'open';
