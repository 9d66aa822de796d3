-- name: caller
SELECT (known).id, (known).channel, (known).sealed, (known).person_id, (known).state, (known).welcomed_at,
       (whose).ledger_id, (whose).name, (whose).timezone, (whose).locale, (whose).currency, (whose).language,
       (whose).quiet_hours, (whose).alert_thresholds, (whose).payday,
       (whose).digest, (whose).review, (whose).daily_alerts, (whose).preferred_channel, (whose).sms_fallback, asked
FROM called_by(:channel, :fingerprint);

-- name: hold
SELECT hold_lane(:lane);
