-- name: hold_of_month
-- Whoever holds at the same moment waits here, and is judged by what the one before has left.
INSERT INTO cost_month (month, reserved_micro_usd) VALUES (:month, :micro_usd)
ON CONFLICT (month) DO UPDATE SET reserved_micro_usd = cost_month.reserved_micro_usd + excluded.reserved_micro_usd
WHERE cost_month.micro_usd + cost_month.reserved_micro_usd < :cap;

-- name: hold
INSERT INTO cost (person_id, day, service, counted, reserved_micro_usd)
VALUES (:person_id, :day, :service, :counts, :micro_usd)
ON CONFLICT (person_id, day, service) DO UPDATE
SET counted = cost.counted + excluded.counted,
    reserved_micro_usd = cost.reserved_micro_usd + excluded.reserved_micro_usd;

-- name: settle_month
UPDATE cost_month
SET micro_usd = micro_usd + :micro_usd, reserved_micro_usd = reserved_micro_usd - :held_micro_usd
WHERE month = :month;

-- name: settle
UPDATE cost
SET calls = calls + :calls, units_in = units_in + :units_in, units_out = units_out + :units_out,
    micro_usd = micro_usd + :micro_usd, reserved_micro_usd = reserved_micro_usd - :held_micro_usd
WHERE person_id = :person_id AND day = :day AND service = :service;

-- name: refuse
INSERT INTO cost (person_id, day, service, refused) VALUES (:person_id, :day, :service, 1)
ON CONFLICT (person_id, day, service) DO UPDATE SET refused = cost.refused + 1
RETURNING refused;

-- name: count_sms
INSERT INTO cost (person_id, day, service, calls, counted, units_out)
VALUES (:person_id, :day, 'sms', CASE WHEN CAST(:counts AS bigint) < CAST(:cap AS bigint) THEN 1 ELSE 0 END, :counts,
        CASE WHEN :counts < :cap THEN CAST(:segments AS bigint) ELSE 0 END)
ON CONFLICT (person_id, day, service) DO UPDATE
SET calls = cost.calls + CASE WHEN cost.counted + :counts < :cap THEN 1 ELSE 0 END,
    units_out = cost.units_out + CASE WHEN cost.counted + :counts < :cap THEN :segments ELSE 0 END,
    counted = cost.counted + :counts
RETURNING counted;

-- name: of_days
SELECT service, CAST(sum(calls) AS bigint), CAST(sum(counted) AS bigint), CAST(sum(units_in) AS bigint),
       CAST(sum(units_out) AS bigint), CAST(sum(micro_usd) AS bigint), CAST(sum(reserved_micro_usd) AS bigint)
FROM cost WHERE person_id = :person_id AND day BETWEEN :first AND :last
GROUP BY service ORDER BY service;

-- name: of_month
SELECT coalesce(max(micro_usd), 0), coalesce(max(reserved_micro_usd), 0),
       (SELECT CAST(coalesce(sum(units_out), 0) AS bigint) FROM cost
        WHERE service = 'sms' AND day BETWEEN :first AND :last)
FROM cost_month WHERE month = :month;
