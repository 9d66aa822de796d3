-- The whole ledger: accounts of one's own, what is open between people, transfers, shares, tags, foreign worth,
-- a person's own words, budgets that begin on a day of their own and carry over.
-- Two tables are made anew, since a CHECK cannot be changed in place.

CREATE TABLE new_account (
    id        INTEGER PRIMARY KEY,
    ledger_id INTEGER NOT NULL REFERENCES ledger (id),
    kind      TEXT    NOT NULL CHECK (kind IN ('asset', 'person', 'expense', 'income', 'equity')),
    word      TEXT    NOT NULL,
    folded    TEXT    NOT NULL,
    leaf      TEXT    NOT NULL,
    grp       TEXT    NOT NULL,
    UNIQUE (ledger_id, kind, folded),
    UNIQUE (ledger_id, id)
) STRICT;
INSERT INTO new_account (id, ledger_id, kind, word, folded, leaf, grp)
SELECT id, ledger_id, kind, word, folded, leaf, grp FROM account;

-- money_account_id is where the money came from or went to; account_id the category, or where a transfer went.
CREATE TABLE new_booking (
    id               INTEGER PRIMARY KEY,
    ledger_id        INTEGER NOT NULL REFERENCES ledger (id),
    person_id        INTEGER NOT NULL REFERENCES person (id),
    kind             TEXT    NOT NULL CHECK (kind IN ('expense', 'income', 'transfer', 'balance')),
    account_id       INTEGER NOT NULL,
    money_account_id INTEGER NOT NULL,
    booked_on        TEXT    NOT NULL,
    amount_minor     INTEGER NOT NULL CHECK (amount_minor > 0 OR (kind = 'balance' AND amount_minor <> 0)),
    currency         TEXT    NOT NULL,
    worth_minor      INTEGER,
    worth_currency   TEXT,
    merchant         TEXT    NOT NULL DEFAULT '',
    note             TEXT    NOT NULL DEFAULT '',
    tags             TEXT    NOT NULL DEFAULT '',
    shares           TEXT    NOT NULL DEFAULT '',
    removed          INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    UNIQUE (ledger_id, id),
    FOREIGN KEY (ledger_id, account_id) REFERENCES account (ledger_id, id),
    FOREIGN KEY (ledger_id, money_account_id) REFERENCES account (ledger_id, id)
) STRICT;
INSERT INTO new_booking (id, ledger_id, person_id, kind, account_id, money_account_id, booked_on, amount_minor, currency,
                         merchant, note, tags, removed)
SELECT id, ledger_id, person_id, kind, account_id,
       (SELECT main.id FROM account AS main
        WHERE main.ledger_id = booking.ledger_id AND main.kind = 'asset' AND main.folded = 'main'),
       booked_on, amount_minor, currency, merchant, note, tags, removed
FROM booking;

DROP TABLE booking;
DROP TABLE account;
ALTER TABLE new_account RENAME TO account;
ALTER TABLE new_booking RENAME TO booking;
CREATE INDEX booking_day ON booking (ledger_id, booked_on, id) WHERE removed = 0;
CREATE INDEX booking_merchant ON booking (ledger_id, merchant, booked_on) WHERE removed = 0 AND merchant <> '';
CREATE INDEX line_account ON line (ledger_id, account_id, booking_id);

-- Each tag of a booking that stands, so that a question on a tag reads its bookings alone.
CREATE TABLE booking_tag (
    ledger_id  INTEGER NOT NULL,
    tag        TEXT    NOT NULL,
    booking_id INTEGER NOT NULL,
    PRIMARY KEY (ledger_id, tag, booking_id)
) STRICT, WITHOUT ROWID;

WITH RECURSIVE cut (ledger_id, booking_id, tag, rest) AS (
    SELECT ledger_id, id, '', tags || char(10) FROM booking WHERE tags <> '' AND removed = 0
    UNION ALL
    SELECT ledger_id, booking_id, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
    FROM cut WHERE rest <> ''
)
INSERT INTO booking_tag (ledger_id, tag, booking_id) SELECT DISTINCT ledger_id, tag, booking_id FROM cut WHERE tag <> '';

-- What a word or a merchant means to this ledger's people.
CREATE TABLE meaning (
    ledger_id INTEGER NOT NULL REFERENCES ledger (id),
    folded    TEXT    NOT NULL,
    word      TEXT    NOT NULL,
    means     TEXT    NOT NULL,
    PRIMARY KEY (ledger_id, folded)
) STRICT, WITHOUT ROWID;

ALTER TABLE budget ADD COLUMN starts_on INTEGER NOT NULL DEFAULT 0 CHECK (starts_on BETWEEN 0 AND 31);
ALTER TABLE budget ADD COLUMN rolls_over_from TEXT;
ALTER TABLE budget ADD COLUMN brought_minor INTEGER NOT NULL DEFAULT 0;

-- The day a person is paid, 0 where it is not known.
ALTER TABLE person ADD COLUMN payday INTEGER NOT NULL DEFAULT 0 CHECK (payday BETWEEN 0 AND 31);
