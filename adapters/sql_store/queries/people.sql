-- name: address
SELECT id, channel, sealed, person_id, state, welcomed_at FROM address
WHERE channel = :channel AND fingerprint = :fingerprint;

-- name: caller
SELECT a.id, a.channel, a.sealed, a.person_id, a.state, a.welcomed_at,
       p.ledger_id, p.name, p.timezone, p.locale, p.currency, p.language, p.quiet_hours, p.alert_thresholds, p.payday,
       p.digest, p.review, p.daily_alerts, p.preferred_channel, p.sms_fallback,
       EXISTS (SELECT 1 FROM question WHERE address_id = a.id AND state = 'open')
FROM address AS a LEFT JOIN person AS p ON p.id = a.person_id
WHERE a.channel = :channel AND a.fingerprint = :fingerprint;

-- name: meet
INSERT INTO address (channel, fingerprint, sealed, created_at)
VALUES (:channel, :fingerprint, :sealed, :now)
-- No row where somebody else met it at this moment; to write theirs for its sake would lock it ahead of its lane, and
-- who holds the lane and wants the row would wait for us as we for them.
ON CONFLICT (channel, fingerprint) DO NOTHING
RETURNING id, channel, sealed, person_id, state, welcomed_at;

-- name: hold
-- There is one writer at a time.
SELECT :lane;

-- name: refingerprint
UPDATE address SET fingerprint = :fingerprint, sealed = :sealed WHERE id = :id;

-- name: address_by_id
SELECT a.id, a.channel, a.sealed, a.person_id, a.state, a.welcomed_at,
       p.ledger_id, p.name, p.timezone, p.locale, p.currency, p.language, p.quiet_hours, p.alert_thresholds, p.payday,
       p.digest, p.review, p.daily_alerts, p.preferred_channel, p.sms_fallback
FROM address AS a LEFT JOIN person AS p ON p.id = a.person_id
WHERE a.id = :id;

-- name: addresses_of
SELECT id, channel, sealed, person_id, state, welcomed_at FROM address WHERE person_id = :person_id ORDER BY id;

-- name: person
SELECT id, ledger_id, name, timezone, locale, currency, language, quiet_hours, alert_thresholds, payday,
       digest, review, daily_alerts, preferred_channel, sms_fallback
FROM person WHERE id = :id;

-- name: everyone
SELECT id, ledger_id, name, timezone, locale, currency, language, quiet_hours, alert_thresholds, payday,
       digest, review, daily_alerts, preferred_channel, sms_fallback
FROM person WHERE EXISTS (SELECT 1 FROM address WHERE address.person_id = person.id) ORDER BY id;

-- name: of_ledger
SELECT id, ledger_id, name, timezone, locale, currency, language, quiet_hours, alert_thresholds, payday,
       digest, review, daily_alerts, preferred_channel, sms_fallback
FROM person
WHERE ledger_id = :ledger_id AND EXISTS (SELECT 1 FROM address WHERE address.person_id = person.id) ORDER BY id;

-- name: open_ledger
INSERT INTO ledger (created_at) VALUES (:now) RETURNING id;

-- name: add_person
INSERT INTO person (ledger_id, name, timezone, locale, currency, language, quiet_hours, alert_thresholds, created_at)
VALUES (:ledger_id, :name, :timezone, :locale, :currency, :language, :quiet_hours, :alert_thresholds, :now)
RETURNING id;

-- name: update_person
UPDATE person
SET name = :name, timezone = :timezone, locale = :locale, currency = :currency, language = :language,
    quiet_hours = :quiet_hours, alert_thresholds = :alert_thresholds, payday = :payday, digest = :digest, review = :review,
    daily_alerts = :daily_alerts, preferred_channel = :preferred_channel, sms_fallback = :sms_fallback
WHERE id = :id;

-- name: give_address
UPDATE address SET person_id = :person_id WHERE id = :id;

-- name: rehome
UPDATE address SET person_id = :to_person WHERE person_id = :from_person;

-- name: set_state
UPDATE address SET state = :state WHERE id = :id;

-- name: welcomed
UPDATE address SET welcomed_at = :now WHERE id = :id;
