-- name: raise_once
INSERT INTO alert (person_id, kind, subject, period, threshold, state, raised_at, trace_id, facts)
VALUES (:person_id, :kind, :subject, :period, :threshold, 'raised', :now, :trace_id, :facts)
ON CONFLICT DO NOTHING
RETURNING id;

-- name: settle
UPDATE alert
SET state = :state, reason = :reason, told_at = CASE WHEN :state = 'told' THEN :now ELSE told_at END
WHERE id = :id;

-- name: one
SELECT id, person_id, kind, subject, period, threshold, state, reason, raised_at, told_at, trace_id, facts
FROM alert WHERE person_id = :person_id AND id = :id;

-- name: held
SELECT id, person_id, kind, subject, period, threshold, state, reason, raised_at, told_at, trace_id, facts
FROM alert WHERE person_id = :person_id AND state = 'held' ORDER BY id;

-- name: told
SELECT id, person_id, kind, subject, period, threshold, state, reason, raised_at, told_at, trace_id, facts
FROM alert WHERE person_id = :person_id AND state = 'told' AND told_at >= :since ORDER BY told_at DESC, id DESC;

-- name: mute
INSERT INTO mute (person_id, about, until) VALUES (:person_id, :about, :until)
ON CONFLICT (person_id, about) DO UPDATE SET until = excluded.until;

-- name: mutes
SELECT about, until FROM mute WHERE person_id = :person_id AND until > :now ORDER BY about;

-- name: move
-- What both were told stays with who leaves.
UPDATE alert SET person_id = :to_person
WHERE person_id = :from_person
  AND NOT EXISTS (SELECT 1 FROM alert AS theirs
                  WHERE theirs.person_id = :to_person AND theirs.kind = alert.kind AND theirs.subject = alert.subject
                    AND theirs.period = alert.period AND theirs.threshold = alert.threshold);

-- name: move_mutes
UPDATE mute SET person_id = :to_person
WHERE person_id = :from_person
  AND NOT EXISTS (SELECT 1 FROM mute AS theirs WHERE theirs.person_id = :to_person AND theirs.about = mute.about);
