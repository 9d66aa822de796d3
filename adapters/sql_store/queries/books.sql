-- name: account
SELECT id, leaf, grp FROM account WHERE ledger_id = :ledger_id AND kind = :kind AND folded = :folded;

-- name: accounts
SELECT id, leaf, grp, (SELECT main.id FROM account AS main
                       WHERE main.ledger_id = :ledger_id AND main.kind = 'asset' AND main.folded = :main)
FROM account WHERE ledger_id = :ledger_id AND kind = :kind AND folded = :folded;

-- name: open_account
INSERT INTO account (ledger_id, kind, word, folded, leaf, grp)
VALUES (:ledger_id, :kind, :word, :folded, :leaf, :grp) RETURNING id, leaf, grp;

-- name: add_booking
INSERT INTO booking (ledger_id, person_id, kind, account_id, booked_on, amount_minor, currency, merchant, note, tags)
VALUES (:ledger_id, :person_id, :kind, :account_id, :booked_on, :amount_minor, :currency, :merchant, :note, :tags)
RETURNING id;

-- name: put_booking
UPDATE booking
SET kind = :kind, account_id = :account_id, booked_on = :booked_on, amount_minor = :amount_minor,
    currency = :currency, merchant = :merchant, note = :note, tags = :tags, removed = 0
WHERE ledger_id = :ledger_id AND id = :id AND removed = :was_removed;

-- name: remove_booking
UPDATE booking SET removed = 1 WHERE ledger_id = :ledger_id AND id = :id;

-- name: add_lines
INSERT INTO line (ledger_id, booking_id, account_id, amount_minor, currency)
VALUES (:ledger_id, :booking_id, :account_id, :amount_minor, :currency),
       (:ledger_id, :booking_id, :main_id, -:amount_minor, :currency);

-- name: drop_lines
DELETE FROM line WHERE booking_id = :booking_id AND ledger_id = :ledger_id
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
       (:ledger_id, 'ever', :ever, :main_id, :currency, -:amount_minor, 1)
ON CONFLICT (ledger_id, span, starts_on, account_id, currency)
DO UPDATE SET amount_minor = total.amount_minor + excluded.amount_minor, bookings = total.bookings + excluded.bookings;

-- name: booking
SELECT b.id, b.kind, b.amount_minor, b.currency, a.grp, a.leaf, a.word, b.booked_on, b.merchant, b.note, b.tags
FROM booking AS b JOIN account AS a ON a.id = b.account_id
WHERE b.ledger_id = :ledger_id AND b.id = :id AND b.removed = 0;

-- name: latest
SELECT b.id, b.kind, b.amount_minor, b.currency, a.grp, a.leaf, a.word, b.booked_on, b.merchant, b.note, b.tags
FROM booking AS b JOIN account AS a ON a.id = b.account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0
ORDER BY b.id DESC LIMIT :most;

-- name: in_period
SELECT b.id, b.kind, b.amount_minor, b.currency, a.grp, a.leaf, a.word, b.booked_on, b.merchant, b.note, b.tags
FROM booking AS b JOIN account AS a ON a.id = b.account_id
WHERE b.ledger_id = :ledger_id AND b.removed = 0 AND b.booked_on BETWEEN :first AND :last
  AND (:merchant = '' OR b.merchant = :merchant)
  AND (:kind = '' OR b.kind = :kind)
  AND (:scope = 'all' OR (:scope = 'group' AND a.grp = :key) OR (:scope = 'leaf' AND a.leaf = :key)
       OR (:scope = 'word' AND a.folded = :key))
ORDER BY b.booked_on DESC, b.id DESC LIMIT :most;

-- name: sum_at_merchant
SELECT currency, sum(amount_minor), count(*) FROM booking
WHERE ledger_id = :ledger_id AND removed = 0 AND merchant = :merchant AND merchant <> '' AND kind = :kind
  AND booked_on BETWEEN :first AND :last
GROUP BY currency ORDER BY 2 DESC;

-- name: sum_in_scope
SELECT t.currency, sum(t.amount_minor), sum(t.bookings)
FROM total AS t JOIN account AS a ON a.id = t.account_id
WHERE t.ledger_id = :ledger_id AND t.span = :span AND t.starts_on BETWEEN :first AND :last AND a.kind = :kind
  AND (:scope = 'all' OR (:scope = 'group' AND a.grp = :key) OR (:scope = 'leaf' AND a.leaf = :key)
       OR (:scope = 'word' AND a.folded = :key))
GROUP BY t.currency;

-- name: sum_by_account
SELECT a.grp, a.leaf, a.word, t.currency, sum(t.amount_minor), sum(t.bookings)
FROM total AS t JOIN account AS a ON a.id = t.account_id
WHERE t.ledger_id = :ledger_id AND t.span = :span AND t.starts_on BETWEEN :first AND :last AND a.kind = :kind
GROUP BY a.id, t.currency;

-- name: usual_words
SELECT a.word
FROM total AS t JOIN account AS a ON a.id = t.account_id
WHERE t.ledger_id = :ledger_id AND t.span = 'month' AND t.starts_on >= :since AND a.kind = 'expense' AND a.word <> 'other'
GROUP BY a.id
HAVING sum(t.bookings) > 0
ORDER BY sum(t.bookings) DESC, a.id
LIMIT :most;

-- name: bookings_of
SELECT b.id, b.kind, b.amount_minor, b.currency, a.grp, a.leaf, a.word, b.booked_on, b.merchant, b.note, b.tags,
       b.removed
FROM booking AS b JOIN account AS a ON a.id = b.account_id
WHERE b.ledger_id = :ledger_id
ORDER BY b.id;

-- name: move_booking
UPDATE booking SET ledger_id = :to_ledger, account_id = :account_id WHERE id = :id AND ledger_id = :from_ledger;
