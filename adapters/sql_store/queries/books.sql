-- name: account
SELECT id, leaf, grp FROM account WHERE ledger_id = :ledger_id AND kind = :kind AND folded = :folded;

-- name: accounts
SELECT id, leaf, grp, (SELECT money.id FROM account AS money
                       WHERE money.ledger_id = :ledger_id AND money.kind = :money_kind AND money.folded = :money_folded)
FROM account WHERE ledger_id = :ledger_id AND kind = :kind AND folded = :folded;

-- name: open_account
INSERT INTO account (ledger_id, kind, word, folded, leaf, grp)
VALUES (:ledger_id, :kind, :word, :folded, :leaf, :grp)
-- Written for the row it returns: somebody else may have opened it at this moment.
ON CONFLICT (ledger_id, kind, folded) DO UPDATE SET folded = excluded.folded
RETURNING id, leaf, grp;

-- name: lay_account
UPDATE account SET leaf = :leaf, grp = :grp WHERE ledger_id = :ledger_id AND kind = :kind AND folded = :folded;

-- name: words
SELECT grp, leaf, word FROM account WHERE ledger_id = :ledger_id AND kind = :kind ORDER BY id;

-- name: add_booking
INSERT INTO booking (ledger_id, person_id, kind, account_id, money_account_id, booked_on, amount_minor, currency,
                     worth_minor, worth_currency, merchant, note, tags, shares)
VALUES (:ledger_id, :person_id, :kind, :account_id, :money_account_id, :booked_on, :amount_minor, :currency,
        :worth_minor, :worth_currency, :merchant, :note, :tags, :shares)
RETURNING id;

-- name: put_booking
UPDATE booking
SET kind = :kind, account_id = :account_id, money_account_id = :money_account_id, booked_on = :booked_on,
    amount_minor = :amount_minor, currency = :currency, worth_minor = :worth_minor, worth_currency = :worth_currency,
    merchant = :merchant, note = :note, tags = :tags, shares = :shares, removed = 0
WHERE ledger_id = :ledger_id AND id = :id AND removed = :was_removed;

-- name: remove_booking
UPDATE booking SET removed = 1 WHERE ledger_id = :ledger_id AND id = :id;

-- name: add_tag
INSERT INTO booking_tag (ledger_id, tag, booking_id) VALUES (:ledger_id, :tag, :booking_id);

-- name: drop_tags
DELETE FROM booking_tag WHERE ledger_id = :ledger_id AND tag = :tag AND booking_id = :booking_id;

-- name: tags_of
SELECT tags FROM booking WHERE ledger_id = :ledger_id AND id = :booking_id;

-- name: add_lines
INSERT INTO line (ledger_id, booking_id, account_id, amount_minor, currency)
VALUES (:ledger_id, :booking_id, :account_id, :amount_minor, :currency),
       (:ledger_id, :booking_id, :money_account_id, :money_minor, :currency);

-- name: add_line
INSERT INTO line (ledger_id, booking_id, account_id, amount_minor, currency)
VALUES (:ledger_id, :booking_id, :account_id, :amount_minor, :currency);

-- name: drop_lines
-- The plus keeps SQLite to the primary key: by the accounts' index it would read every line of the ledger.
DELETE FROM line WHERE booking_id = :booking_id AND +ledger_id = :ledger_id
RETURNING account_id, amount_minor, currency,
          (SELECT kind FROM account WHERE account.id = line.account_id),
          (SELECT booked_on FROM booking WHERE booking.id = line.booking_id);

-- name: add_to_total
INSERT INTO total (ledger_id, span, starts_on, account_id, currency, amount_minor, bookings)
VALUES (:ledger_id, :span, :starts_on, :account_id, :currency, :amount_minor, :bookings)
ON CONFLICT (ledger_id, span, starts_on, account_id, currency)
DO UPDATE SET amount_minor = total.amount_minor + excluded.amount_minor, bookings = total.bookings + excluded.bookings;

-- name: add_to_totals
INSERT INTO total (ledger_id, span, starts_on, account_id, currency, amount_minor, bookings)
VALUES (:ledger_id, 'day', :day, :account_id, :currency, :amount_minor, 1),
       (:ledger_id, 'month', :month, :account_id, :currency, :amount_minor, 1),
       (:ledger_id, 'ever', :ever, :money_account_id, :currency, :money_minor, 1)
ON CONFLICT (ledger_id, span, starts_on, account_id, currency)
DO UPDATE SET amount_minor = total.amount_minor + excluded.amount_minor, bookings = total.bookings + excluded.bookings;

-- name: booking
SELECT b.id, b.kind, b.amount_minor, b.currency, a.grp, a.leaf, a.word, b.booked_on, b.merchant, b.note, b.tags,
       m.grp, m.leaf, m.word, b.shares, b.worth_minor, b.worth_currency
FROM booking AS b JOIN account AS a ON a.id = b.account_id JOIN account AS m ON m.id = b.money_account_id
WHERE b.ledger_id = :ledger_id AND b.id = :id AND b.removed = 0;

-- name: latest
SELECT b.id, b.kind, b.amount_minor, b.currency, a.grp, a.leaf, a.word, b.booked_on, b.merchant, b.note, b.tags,
       m.grp, m.leaf, m.word, b.shares, b.worth_minor, b.worth_currency
FROM booking AS b JOIN account AS a ON a.id = b.account_id JOIN account AS m ON m.id = b.money_account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0
ORDER BY b.id DESC LIMIT :most;

-- name: newest_first
SELECT b.id, b.kind, b.amount_minor, b.currency, a.grp, a.leaf, a.word, b.booked_on, b.merchant, b.note, b.tags,
       m.grp, m.leaf, m.word, b.shares, b.worth_minor, b.worth_currency
FROM booking AS b JOIN account AS a ON a.id = b.account_id JOIN account AS m ON m.id = b.money_account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0 AND b.booked_on BETWEEN :first AND :last
  AND (:merchant = '' OR b.merchant = :merchant)
  AND (:kind = '' OR b.kind = :kind)
  AND (:tag = '' OR b.id IN (SELECT t.booking_id FROM booking_tag AS t
                             WHERE t.ledger_id = :ledger_id AND t.tag = :tag))
  AND (:account = '' OR (m.kind = 'asset' AND m.folded = :account) OR (a.kind = 'asset' AND a.folded = :account))
  AND (:person = '' OR b.id IN (SELECT l.booking_id FROM account AS p JOIN line AS l
                                ON l.ledger_id = p.ledger_id AND l.account_id = p.id
                                WHERE p.ledger_id = :ledger_id AND p.kind = 'person' AND p.folded = :person))
  AND (:scope = 'all' OR (:scope = 'group' AND a.grp = :key) OR (:scope = 'leaf' AND a.leaf = :key)
       OR (:scope = 'word' AND a.folded = :key))
ORDER BY b.booked_on DESC, b.id DESC LIMIT :most;

-- name: newest_at_merchant
SELECT b.id, b.kind, b.amount_minor, b.currency, a.grp, a.leaf, a.word, b.booked_on, b.merchant, b.note, b.tags,
       m.grp, m.leaf, m.word, b.shares, b.worth_minor, b.worth_currency
FROM booking AS b JOIN account AS a ON a.id = b.account_id JOIN account AS m ON m.id = b.money_account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0 AND b.merchant = :merchant AND b.merchant <> ''
  AND b.booked_on BETWEEN :first AND :last AND (:kind = '' OR b.kind = :kind)
ORDER BY b.booked_on DESC, b.id DESC LIMIT :most;

-- name: by_own_part
SELECT b.id, b.kind, b.amount_minor, b.currency, a.grp, a.leaf, a.word, b.booked_on, b.merchant, b.note, b.tags,
       m.grp, m.leaf, m.word, b.shares, b.worth_minor, b.worth_currency
FROM booking AS b JOIN account AS a ON a.id = b.account_id JOIN account AS m ON m.id = b.money_account_id
LEFT JOIN line AS own ON own.booking_id = b.id AND own.account_id = b.account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0 AND b.booked_on BETWEEN :first AND :last
  AND (:merchant = '' OR b.merchant = :merchant)
  AND (:kind = '' OR b.kind = :kind)
  AND (:tag = '' OR b.id IN (SELECT t.booking_id FROM booking_tag AS t
                             WHERE t.ledger_id = :ledger_id AND t.tag = :tag))
  AND (:account = '' OR (m.kind = 'asset' AND m.folded = :account) OR (a.kind = 'asset' AND a.folded = :account))
  AND (:person = '' OR b.id IN (SELECT l.booking_id FROM account AS p JOIN line AS l
                                ON l.ledger_id = p.ledger_id AND l.account_id = p.id
                                WHERE p.ledger_id = :ledger_id AND p.kind = 'person' AND p.folded = :person))
  AND (:scope = 'all' OR (:scope = 'group' AND a.grp = :key) OR (:scope = 'leaf' AND a.leaf = :key)
       OR (:scope = 'word' AND a.folded = :key))
ORDER BY coalesce(own.currency, b.worth_currency, b.currency) <> :currency,
         CAST(:direction AS bigint) * abs(coalesce(own.amount_minor, 0)) DESC, b.id DESC
LIMIT :most;

-- name: sum_found
SELECT l.currency, CAST(sum(l.amount_minor) AS bigint), count(*)
FROM booking AS b JOIN account AS a ON a.id = b.account_id JOIN account AS m ON m.id = b.money_account_id
JOIN line AS l ON l.booking_id = b.id AND l.account_id = b.account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0 AND b.booked_on BETWEEN :first AND :last
  AND (:merchant = '' OR b.merchant = :merchant)
  AND b.kind = :kind
  AND (:tag = '' OR b.id IN (SELECT t.booking_id FROM booking_tag AS t
                             WHERE t.ledger_id = :ledger_id AND t.tag = :tag))
  AND (:account = '' OR (m.kind = 'asset' AND m.folded = :account))
  AND (:person = '' OR b.id IN (SELECT p_line.booking_id FROM account AS p JOIN line AS p_line
                                ON p_line.ledger_id = p.ledger_id AND p_line.account_id = p.id
                                WHERE p.ledger_id = :ledger_id AND p.kind = 'person' AND p.folded = :person))
  AND (:scope = 'all' OR (:scope = 'group' AND a.grp = :key) OR (:scope = 'leaf' AND a.leaf = :key)
       OR (:scope = 'word' AND a.folded = :key))
GROUP BY l.currency ORDER BY 3 DESC, 1;

-- name: sum_at_merchant
SELECT l.currency, CAST(sum(l.amount_minor) AS bigint), count(*)
FROM booking AS b JOIN line AS l ON l.booking_id = b.id AND l.account_id = b.account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0 AND b.merchant = :merchant AND b.merchant <> '' AND b.kind = :kind
  AND b.booked_on BETWEEN :first AND :last
GROUP BY l.currency ORDER BY 3 DESC, 1;

-- name: sums_by_merchant
SELECT b.merchant, l.currency, CAST(sum(l.amount_minor) AS bigint), count(*)
FROM booking AS b JOIN account AS a ON a.id = b.account_id
JOIN line AS l ON l.booking_id = b.id AND l.account_id = b.account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0 AND b.booked_on BETWEEN :first AND :last AND b.kind = :kind
  AND b.merchant <> ''
  AND (:scope = 'all' OR (:scope = 'group' AND a.grp = :key) OR (:scope = 'leaf' AND a.leaf = :key)
       OR (:scope = 'word' AND a.folded = :key))
GROUP BY b.merchant, l.currency;

-- name: sums_by_tag
SELECT t.tag, l.currency, CAST(sum(l.amount_minor) AS bigint), count(*)
FROM booking_tag AS t JOIN booking AS b ON b.id = t.booking_id JOIN account AS a ON a.id = b.account_id
JOIN line AS l ON l.booking_id = b.id AND l.account_id = b.account_id
WHERE t.ledger_id = :ledger_id AND b.removed = 0 AND b.booked_on BETWEEN :first AND :last AND b.kind = :kind
  AND (:scope = 'all' OR (:scope = 'group' AND a.grp = :key) OR (:scope = 'leaf' AND a.leaf = :key)
       OR (:scope = 'word' AND a.folded = :key))
GROUP BY t.tag, l.currency;

-- name: sums_by_account
SELECT m.word, l.currency, CAST(sum(l.amount_minor) AS bigint), count(*)
FROM booking AS b JOIN account AS a ON a.id = b.account_id JOIN account AS m ON m.id = b.money_account_id
JOIN line AS l ON l.booking_id = b.id AND l.account_id = b.account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0 AND b.booked_on BETWEEN :first AND :last AND b.kind = :kind
  AND m.kind = 'asset'
  AND (:scope = 'all' OR (:scope = 'group' AND a.grp = :key) OR (:scope = 'leaf' AND a.leaf = :key)
       OR (:scope = 'word' AND a.folded = :key))
GROUP BY m.id, m.word, l.currency;

-- name: sum_in_scope
SELECT t.currency, CAST(sum(t.amount_minor) AS bigint), CAST(sum(t.bookings) AS bigint)
FROM total AS t JOIN account AS a ON a.id = t.account_id
WHERE t.ledger_id = :ledger_id AND t.span = :span AND t.starts_on BETWEEN :first AND :last AND a.kind = :kind
  AND (:scope = 'all' OR (:scope = 'group' AND a.grp = :key) OR (:scope = 'leaf' AND a.leaf = :key)
       OR (:scope = 'word' AND a.folded = :key))
GROUP BY t.currency;

-- name: series
SELECT t.starts_on, t.currency, CAST(sum(t.amount_minor) AS bigint), CAST(sum(t.bookings) AS bigint)
FROM total AS t JOIN account AS a ON a.id = t.account_id
WHERE t.ledger_id = :ledger_id AND t.span = :span AND t.starts_on BETWEEN :first AND :last AND a.kind = :kind
  AND (:scope = 'all' OR (:scope = 'group' AND a.grp = :key) OR (:scope = 'leaf' AND a.leaf = :key)
       OR (:scope = 'word' AND a.folded = :key))
GROUP BY t.starts_on, t.currency ORDER BY t.starts_on, t.currency;

-- name: sum_by_account
SELECT a.grp, a.leaf, a.word, t.currency, CAST(sum(t.amount_minor) AS bigint), CAST(sum(t.bookings) AS bigint)
FROM total AS t JOIN account AS a ON a.id = t.account_id
WHERE t.ledger_id = :ledger_id AND t.span = :span AND t.starts_on BETWEEN :first AND :last AND a.kind = :kind
GROUP BY a.id, a.grp, a.leaf, a.word, t.currency;

-- name: balances
SELECT a.grp, a.leaf, a.word, t.currency, t.amount_minor, t.bookings
FROM total AS t JOIN account AS a ON a.id = t.account_id
WHERE t.ledger_id = :ledger_id AND t.span = 'ever' AND t.starts_on = :ever AND a.kind = :kind
ORDER BY a.id, t.currency;

-- name: moved
SELECT a.grp, a.leaf, a.word, l.currency, CAST(sum(l.amount_minor) AS bigint)
FROM booking AS b JOIN line AS l ON l.booking_id = b.id JOIN account AS a ON a.id = l.account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0 AND b.booked_on BETWEEN :first AND :last AND a.kind = 'asset'
GROUP BY a.id, a.grp, a.leaf, a.word, l.currency;

-- name: stated
SELECT DISTINCT m.grp, m.leaf, m.word, b.currency
FROM account AS o JOIN line AS l ON l.ledger_id = o.ledger_id AND l.account_id = o.id
JOIN booking AS b ON b.id = l.booking_id JOIN account AS m ON m.id = b.money_account_id
WHERE o.ledger_id = :ledger_id AND o.kind = 'equity' AND o.folded = :opening;

-- name: usual_words
SELECT a.word
FROM total AS t JOIN account AS a ON a.id = t.account_id
WHERE t.ledger_id = :ledger_id AND t.span = 'month' AND t.starts_on >= :since AND a.kind = 'expense' AND a.word <> 'other'
GROUP BY a.id, a.word
HAVING sum(t.bookings) > 0
ORDER BY sum(t.bookings) DESC, a.id
LIMIT :most;

-- name: bookings_of
SELECT b.id, b.kind, b.amount_minor, b.currency, a.grp, a.leaf, a.word, b.booked_on, b.merchant, b.note, b.tags,
       m.grp, m.leaf, m.word, b.shares, b.worth_minor, b.worth_currency, b.removed
FROM booking AS b JOIN account AS a ON a.id = b.account_id JOIN account AS m ON m.id = b.money_account_id
WHERE b.ledger_id = :ledger_id
ORDER BY b.id;

-- name: totals
SELECT a.kind, a.folded, t.span, t.starts_on, t.currency, t.amount_minor, t.bookings
FROM total AS t JOIN account AS a ON a.id = t.account_id
WHERE t.ledger_id = :ledger_id;

-- name: move_booking
UPDATE booking SET ledger_id = :to_ledger, account_id = :account_id, money_account_id = :money_account_id
WHERE id = :id AND ledger_id = :from_ledger;
