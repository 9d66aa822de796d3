-- name: failed
INSERT INTO outage (service, began_at, failed_at) VALUES (:service, :at, :at)
ON CONFLICT (service) DO UPDATE
SET began_at = CASE WHEN outage.failed_at < :over_at THEN :at ELSE outage.began_at END, failed_at = :at
RETURNING began_at;

-- name: answered
DELETE FROM outage WHERE service = :service AND failed_at < :calm_at;

-- name: tell
INSERT INTO outage_told (service, person_id, began_at) VALUES (:service, :person_id, :began_at)
ON CONFLICT (service, person_id) DO UPDATE SET began_at = :began_at WHERE outage_told.began_at <> :began_at;
