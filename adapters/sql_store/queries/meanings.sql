-- name: of
SELECT folded, means FROM meaning WHERE ledger_id = :ledger_id AND folded IN (:category, :merchant);

-- name: all
SELECT word, means FROM meaning WHERE ledger_id = :ledger_id ORDER BY folded;

-- name: put
INSERT INTO meaning (ledger_id, folded, word, means) VALUES (:ledger_id, :folded, :word, :means)
ON CONFLICT (ledger_id, folded) DO UPDATE SET word = excluded.word, means = excluded.means;

-- name: forget
DELETE FROM meaning WHERE ledger_id = :ledger_id AND folded = :folded;

-- name: move
INSERT INTO meaning (ledger_id, folded, word, means)
SELECT :to_ledger, folded, word, means FROM meaning WHERE ledger_id = :from_ledger
ON CONFLICT (ledger_id, folded) DO NOTHING;
