-- name: take
INSERT INTO lease (name, holder, fence, until) VALUES (:name, :holder, 1, :until)
ON CONFLICT (name) DO UPDATE
SET fence = CASE WHEN lease.holder = excluded.holder THEN lease.fence ELSE lease.fence + 1 END,
    holder = excluded.holder, until = excluded.until
WHERE lease.holder = excluded.holder OR lease.until <= :now
   -- No lease reaches so far: its holder's clock was wrong, and nobody may have to wait for that hour to come.
   OR lease.until > :until + 60000
RETURNING fence;

-- name: check
SELECT 1 FROM lease WHERE name = :name AND fence = :fence;

-- name: let_go
UPDATE lease SET until = 0 WHERE name = :name AND holder = :holder;
