-- name: record
-- A whole booking in one round trip: its accounts found or opened, its row, its lines, its totals and its tags.
WITH found_place AS (
    SELECT id, leaf, grp FROM account WHERE ledger_id = :ledger_id AND kind = :kind AND folded = :folded
), opened_place AS (
    INSERT INTO account (ledger_id, kind, word, folded, leaf, grp)
    SELECT :ledger_id, :kind, :word, :folded, :leaf, :grp WHERE NOT EXISTS (SELECT 1 FROM found_place)
    ON CONFLICT (ledger_id, kind, folded) DO UPDATE SET folded = excluded.folded
    RETURNING id, leaf, grp
), place AS (
    SELECT * FROM found_place UNION ALL SELECT * FROM opened_place
), found_money AS (
    SELECT id FROM account WHERE ledger_id = :ledger_id AND kind = 'asset' AND folded = :money_folded
), opened_money AS (
    INSERT INTO account (ledger_id, kind, word, folded, leaf, grp)
    SELECT :ledger_id, 'asset', :money_word, :money_folded, :money_leaf, :money_grp
    WHERE NOT EXISTS (SELECT 1 FROM found_money)
    ON CONFLICT (ledger_id, kind, folded) DO UPDATE SET folded = excluded.folded
    RETURNING id
), money AS (
    SELECT * FROM found_money UNION ALL SELECT * FROM opened_money
), booked AS (
    INSERT INTO booking (ledger_id, person_id, kind, account_id, money_account_id, booked_on, amount_minor, currency,
                         worth_minor, worth_currency, merchant, note, tags, shares)
    SELECT :ledger_id, :person_id, :kind, place.id, money.id, :booked_on, :amount_minor, :currency,
           :worth_minor, :worth_currency, :merchant, :note, :tags, :shares
    FROM place, money
    RETURNING id, account_id, money_account_id
), laid AS (
    INSERT INTO line (ledger_id, booking_id, account_id, amount_minor, currency)
    SELECT :ledger_id, id, account_id, CAST(:placed_minor AS bigint), :line_currency FROM booked
    UNION ALL
    SELECT :ledger_id, id, money_account_id, CAST(:money_minor AS bigint), :line_currency FROM booked
), counted AS (
    INSERT INTO total (ledger_id, span, starts_on, account_id, currency, amount_minor, bookings)
    SELECT :ledger_id, 'day', :booked_on, account_id, :line_currency, CAST(:placed_minor AS bigint), 1 FROM booked
    UNION ALL
    SELECT :ledger_id, 'month', :month, account_id, :line_currency, CAST(:placed_minor AS bigint), 1 FROM booked
    UNION ALL
    SELECT :ledger_id, 'ever', :ever, money_account_id, :line_currency, CAST(:money_minor AS bigint), 1 FROM booked
    ON CONFLICT (ledger_id, span, starts_on, account_id, currency) DO UPDATE
    SET amount_minor = total.amount_minor + excluded.amount_minor, bookings = total.bookings + excluded.bookings
), tagged AS (
    INSERT INTO booking_tag (ledger_id, tag, booking_id)
    SELECT DISTINCT CAST(:ledger_id AS bigint), tag, id FROM booked, unnest(string_to_array(:tags, chr(10))) AS tag
    WHERE tag <> ''
)
SELECT booked.id, place.leaf, place.grp FROM booked, place;
