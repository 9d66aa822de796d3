-- name: make
INSERT INTO offer (fingerprint, letter_id, expires_at, calls) VALUES (:fingerprint, :letter_id, :expires_at, :calls);

-- name: take
DELETE FROM offer
WHERE fingerprint = :fingerprint AND expires_at > :now
  AND EXISTS (SELECT 1 FROM outbox AS o
              WHERE o.id = offer.letter_id AND o.address_id = :address_id
                AND (o.external_id IS NULL OR o.external_id = :message_ref OR o.ref = :message_ref))
RETURNING calls;

-- name: forget
DELETE FROM offer
WHERE fingerprint IN (SELECT fingerprint FROM offer WHERE expires_at < :now ORDER BY expires_at LIMIT :most);
