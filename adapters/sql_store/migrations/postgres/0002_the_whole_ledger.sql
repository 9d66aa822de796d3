-- The whole ledger: accounts of one's own, what is open between people, transfers, shares, tags, foreign worth,
-- a person's own words, budgets that begin on a day of their own and carry over.

ALTER TABLE account DROP CONSTRAINT account_kind_check;
ALTER TABLE account ADD CHECK (kind IN ('asset', 'person', 'expense', 'income', 'equity'));

-- money_account_id is where the money came from or went to; account_id the category, or where a transfer went.
ALTER TABLE booking ADD COLUMN money_account_id bigint;
UPDATE booking
SET money_account_id = (SELECT main.id FROM account AS main
                        WHERE main.ledger_id = booking.ledger_id AND main.kind = 'asset' AND main.folded = 'main');
ALTER TABLE booking ALTER COLUMN money_account_id SET NOT NULL;
ALTER TABLE booking ADD FOREIGN KEY (ledger_id, money_account_id) REFERENCES account (ledger_id, id);
ALTER TABLE booking ADD COLUMN worth_minor bigint;
ALTER TABLE booking ADD COLUMN worth_currency text;
ALTER TABLE booking ADD COLUMN shares text NOT NULL DEFAULT '';
ALTER TABLE booking DROP CONSTRAINT booking_kind_check;
ALTER TABLE booking ADD CHECK (kind IN ('expense', 'income', 'transfer', 'balance'));
ALTER TABLE booking DROP CONSTRAINT booking_amount_minor_check;
ALTER TABLE booking ADD CHECK (amount_minor > 0 OR (kind = 'balance' AND amount_minor <> 0));
CREATE INDEX line_account ON line (ledger_id, account_id, booking_id);

-- Each tag of a booking that stands, so that a question on a tag reads its bookings alone.
CREATE TABLE booking_tag (
    ledger_id  bigint NOT NULL,
    tag        text   NOT NULL,
    booking_id bigint NOT NULL,
    PRIMARY KEY (ledger_id, tag, booking_id)
);

INSERT INTO booking_tag (ledger_id, tag, booking_id)
SELECT DISTINCT ledger_id, tag, id FROM booking, unnest(string_to_array(tags, chr(10))) AS tag
WHERE tag <> '' AND removed = 0;

-- What a word or a merchant means to this ledger's people.
CREATE TABLE meaning (
    ledger_id bigint           NOT NULL REFERENCES ledger (id),
    folded    text COLLATE "C" NOT NULL,
    word      text             NOT NULL,
    means     text             NOT NULL,
    PRIMARY KEY (ledger_id, folded)
);

ALTER TABLE budget ADD COLUMN starts_on bigint NOT NULL DEFAULT 0 CHECK (starts_on BETWEEN 0 AND 31);
ALTER TABLE budget ADD COLUMN rolls_over_from text;
ALTER TABLE budget ADD COLUMN brought_minor bigint NOT NULL DEFAULT 0;

-- The day a person is paid, 0 where it is not known.
ALTER TABLE person ADD COLUMN payday bigint NOT NULL DEFAULT 0 CHECK (payday BETWEEN 0 AND 31);
