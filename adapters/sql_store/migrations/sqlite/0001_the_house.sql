-- People, their ledgers, and the two queues that nothing may be lost from.
-- Instants are milliseconds since 1970 in UTC, days are ISO dates in the person's own calendar,
-- money is minor units beside its ISO 4217 currency.

CREATE TABLE ledger (
    id         INTEGER PRIMARY KEY,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
    id               INTEGER PRIMARY KEY,
    ledger_id        INTEGER NOT NULL REFERENCES ledger (id),
    name             TEXT    NOT NULL,
    timezone         TEXT    NOT NULL,
    locale           TEXT    NOT NULL,
    currency         TEXT    NOT NULL,
    language         TEXT    NOT NULL,
    quiet_hours      TEXT    NOT NULL,
    alert_thresholds TEXT    NOT NULL,
    created_at       INTEGER NOT NULL
) STRICT;

CREATE INDEX person_ledger ON person (ledger_id);

-- An address is looked up by its keyed fingerprint and read only by who holds the key.
CREATE TABLE address (
    id          INTEGER PRIMARY KEY,
    channel     TEXT    NOT NULL,
    fingerprint BLOB    NOT NULL,
    sealed      BLOB    NOT NULL,
    person_id   INTEGER REFERENCES person (id),
    state       TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'stopped', 'unreachable')),
    welcomed_at INTEGER,
    created_at  INTEGER NOT NULL,
    UNIQUE (channel, fingerprint)
) STRICT;
CREATE INDEX address_person ON address (person_id) WHERE person_id IS NOT NULL;

-- A lane is one person's queue. Only its head may be claimed, and the unique index says there is one head:
-- that is "one message per person at a time" as a constraint. When the head is done the next one is promoted.
CREATE TABLE inbox (
    id          INTEGER PRIMARY KEY,
    source      TEXT    NOT NULL,
    external_id TEXT    NOT NULL,
    proof       TEXT,
    address_id  INTEGER REFERENCES address (id),
    lane        INTEGER NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('head', 'waiting', 'done', 'dead')),
    lease_until INTEGER NOT NULL DEFAULT 0,
    attempts    INTEGER NOT NULL DEFAULT 0,
    received_at INTEGER NOT NULL,
    body        BLOB,
    trace_id    TEXT    NOT NULL,
    fault       TEXT,
    UNIQUE (source, external_id)
) STRICT;
CREATE UNIQUE INDEX inbox_proof ON inbox (source, proof) WHERE proof IS NOT NULL;
CREATE UNIQUE INDEX inbox_head ON inbox (lane) WHERE state = 'head';
CREATE INDEX inbox_ready ON inbox (id) WHERE state = 'head';
CREATE INDEX inbox_waiting ON inbox (lane, id) WHERE state = 'waiting';
CREATE INDEX inbox_dead ON inbox (id) WHERE state = 'dead';

CREATE TABLE outbox (
    id          INTEGER PRIMARY KEY,
    address_id  INTEGER NOT NULL REFERENCES address (id),
    channel     TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('head', 'waiting', 'sent', 'dead', 'dropped')),
    due_at      INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    message_id  INTEGER REFERENCES inbox (id),
    ref         TEXT,
    body        BLOB,
    external_id TEXT,
    delivery    TEXT,
    trace_id    TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    sent_at     INTEGER,
    fault       TEXT
) STRICT;
CREATE UNIQUE INDEX outbox_head ON outbox (address_id) WHERE state = 'head';
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE state = 'head';
CREATE INDEX outbox_waiting ON outbox (address_id, id) WHERE state = 'waiting';
CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';
CREATE INDEX outbox_external ON outbox (channel, external_id) WHERE external_id IS NOT NULL;

-- Double entry: every booking has lines that add up to nothing, on accounts of one ledger.
CREATE TABLE account (
    id        INTEGER PRIMARY KEY,
    ledger_id INTEGER NOT NULL REFERENCES ledger (id),
    kind      TEXT    NOT NULL CHECK (kind IN ('asset', 'expense', 'income')),
    word      TEXT    NOT NULL,
    folded    TEXT    NOT NULL,
    leaf      TEXT    NOT NULL,
    grp       TEXT    NOT NULL,
    UNIQUE (ledger_id, kind, folded),
    UNIQUE (ledger_id, id)
) STRICT;

CREATE TABLE booking (
    id           INTEGER PRIMARY KEY,
    ledger_id    INTEGER NOT NULL REFERENCES ledger (id),
    person_id    INTEGER NOT NULL REFERENCES person (id),
    kind         TEXT    NOT NULL CHECK (kind IN ('expense', 'income')),
    account_id   INTEGER NOT NULL,
    booked_on    TEXT    NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    currency     TEXT    NOT NULL,
    merchant     TEXT    NOT NULL DEFAULT '',
    note         TEXT    NOT NULL DEFAULT '',
    tags         TEXT    NOT NULL DEFAULT '',
    removed      INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    UNIQUE (ledger_id, id),
    FOREIGN KEY (ledger_id, account_id) REFERENCES account (ledger_id, id)
) STRICT;
CREATE INDEX booking_day ON booking (ledger_id, booked_on, id) WHERE removed = 0;
CREATE INDEX booking_merchant ON booking (ledger_id, merchant, booked_on) WHERE removed = 0 AND merchant <> '';

CREATE TABLE line (
    ledger_id    INTEGER NOT NULL,
    booking_id   INTEGER NOT NULL,
    account_id   INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency     TEXT    NOT NULL,
    PRIMARY KEY (booking_id, account_id),
    FOREIGN KEY (ledger_id, booking_id) REFERENCES booking (ledger_id, id),
    FOREIGN KEY (ledger_id, account_id) REFERENCES account (ledger_id, id)
) STRICT, WITHOUT ROWID;

-- Running totals, kept with the booking: a question reads a few rows however many bookings there are.
-- A day and a month for categories, 'ever' (starting 0001-01-01) for the balance of an asset.
CREATE TABLE total (
    ledger_id    INTEGER NOT NULL,
    span         TEXT    NOT NULL CHECK (span IN ('day', 'month', 'ever')),
    starts_on    TEXT    NOT NULL,
    account_id   INTEGER NOT NULL,
    currency     TEXT    NOT NULL,
    amount_minor INTEGER NOT NULL,
    bookings     INTEGER NOT NULL,
    PRIMARY KEY (ledger_id, span, starts_on, account_id, currency),
    FOREIGN KEY (ledger_id, account_id) REFERENCES account (ledger_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE budget (
    id           INTEGER PRIMARY KEY,
    ledger_id    INTEGER NOT NULL REFERENCES ledger (id),
    scope_kind   TEXT    NOT NULL CHECK (scope_kind IN ('all', 'group', 'leaf', 'word')),
    scope_key    TEXT    NOT NULL,
    word         TEXT    NOT NULL,
    recurs       TEXT    NOT NULL CHECK (recurs IN ('weekly', 'monthly', 'yearly')),
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    currency     TEXT    NOT NULL,
    removed      INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    UNIQUE (ledger_id, id)
) STRICT;
CREATE UNIQUE INDEX budget_scope ON budget (ledger_id, scope_kind, scope_key) WHERE removed = 0;

-- Once per person, budget, period and threshold, also after an undo.
CREATE TABLE alert_told (
    person_id INTEGER NOT NULL REFERENCES person (id),
    budget_id INTEGER NOT NULL REFERENCES budget (id),
    starts_on TEXT    NOT NULL,
    threshold INTEGER NOT NULL,
    told_at   INTEGER NOT NULL,
    PRIMARY KEY (person_id, budget_id, starts_on, threshold)
) STRICT, WITHOUT ROWID;

-- The journal: what was done, never changed, never deleted. Enough to undo and to build the ledger again.
CREATE TABLE act (
    id         INTEGER PRIMARY KEY,
    ledger_id  INTEGER NOT NULL REFERENCES ledger (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    at         INTEGER NOT NULL,
    message_id INTEGER,
    undoes     INTEGER REFERENCES act (id),
    deed       TEXT    NOT NULL
) STRICT;
CREATE INDEX act_person ON act (person_id, at);
CREATE UNIQUE INDEX act_undoes ON act (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER act_is_never_changed BEFORE UPDATE OF id, at, message_id, undoes, deed ON act
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER act_is_never_deleted BEFORE DELETE ON act
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- A question PAM asked: it waits for a tap, a number or words, and survives a restart.
CREATE TABLE question (
    id         INTEGER PRIMARY KEY,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    address_id INTEGER NOT NULL REFERENCES address (id),
    letter_id  INTEGER REFERENCES outbox (id),
    asked_at   INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('open', 'closed')),
    missing    TEXT    NOT NULL,
    choices    BLOB    NOT NULL
) STRICT;
CREATE UNIQUE INDEX question_open ON question (address_id) WHERE state = 'open';

-- The random tokens under buttons: single use, bound to the question and so to its person and message.
CREATE TABLE choice_token (
    fingerprint BLOB    PRIMARY KEY,
    question_id INTEGER NOT NULL REFERENCES question (id),
    position    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One-time codes, kept only as keyed fingerprints, and before they are sent.
CREATE TABLE code (
    id          INTEGER PRIMARY KEY,
    purpose     TEXT    NOT NULL CHECK (purpose IN ('invite', 'link')),
    fingerprint BLOB    NOT NULL,
    person_id   INTEGER REFERENCES person (id),
    typed_at    INTEGER REFERENCES address (id),
    links       INTEGER REFERENCES address (id),
    expires_at  INTEGER NOT NULL,
    tries       INTEGER NOT NULL DEFAULT 0,
    state       TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'used', 'void')),
    created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX code_open ON code (purpose, fingerprint) WHERE state = 'open';
CREATE INDEX code_typed_at ON code (typed_at, id);
CREATE INDEX code_person ON code (person_id, created_at);
CREATE INDEX code_links ON code (links, created_at) WHERE links IS NOT NULL;

-- What one person's messages cost today, for the caps.
CREATE TABLE spent_today (
    person_id INTEGER NOT NULL REFERENCES person (id),
    what      TEXT    NOT NULL CHECK (what IN ('sms')),
    day       TEXT    NOT NULL,
    amount    INTEGER NOT NULL,
    PRIMARY KEY (person_id, what, day)
) STRICT, WITHOUT ROWID;

-- Wrong guesses, counted by who guessed, so that asking for a new code does not win new tries.
CREATE TABLE wrong_guess (
    address_id INTEGER NOT NULL REFERENCES address (id),
    at         INTEGER NOT NULL
) STRICT;
CREATE INDEX wrong_guess_address ON wrong_guess (address_id, at);
