-- name: check
-- Held until the transaction ends: who takes the lease meanwhile waits for it. So the server ends it for whoever fell
-- asleep, even half-way through preparing a statement, which no other of its timeouts sees; Postgres has it from 17 on.
SELECT CASE WHEN current_setting('server_version_num')::int >= 170000
            THEN set_config('transaction_timeout', '8000', TRUE) END
FROM lease WHERE name = :name AND fence = :fence FOR SHARE;
