-- What PAM does unasked: events and who still has to hear of them, one leading clock, what is due when, reminders,
-- bills, goals, and every alert with what became of it.

-- A fact, kept as long as a trace may be asked for.
CREATE TABLE event (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    at        INTEGER NOT NULL,
    trace_id  TEXT    NOT NULL,
    facts     TEXT    NOT NULL
) STRICT;
CREATE INDEX event_at ON event (at);

-- What a handler has not done yet: the row goes in the transaction that does it. due_at is when a sweep takes it up,
-- because the bus lost it or nobody finished it.
CREATE TABLE delivery (
    event_id INTEGER NOT NULL REFERENCES event (id),
    handler  TEXT    NOT NULL,
    state    TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'dead')),
    due_at   INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    fault    TEXT,
    PRIMARY KEY (event_id, handler)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_due ON delivery (due_at) WHERE state = 'open';
CREATE INDEX delivery_dead ON delivery (event_id) WHERE state = 'dead';

-- Who leads. The fence grows with every change of hands; what an earlier holder still wants to write is refused by it.
CREATE TABLE lease (
    name   TEXT    PRIMARY KEY,
    holder TEXT    NOT NULL,
    fence  INTEGER NOT NULL,
    until  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What comes next, a row a rule of a person's: "digest", "reminder:12". occurs_on is the local day it belongs to.
CREATE TABLE due (
    person_id INTEGER NOT NULL REFERENCES person (id),
    rule      TEXT    NOT NULL,
    occurs_on TEXT    NOT NULL,
    due_at    INTEGER NOT NULL,
    attempts  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (person_id, rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_due_at ON due (due_at, person_id, rule);

-- Who has a budget already has its pace looked at from now on.
INSERT INTO due (person_id, rule, occurs_on, due_at)
SELECT DISTINCT person.id, 'pace', date('now', '-1 day'), 0
FROM person JOIN budget ON budget.ledger_id = person.ledger_id AND budget.removed = 0
WHERE EXISTS (SELECT 1 FROM address WHERE address.person_id = person.id);

-- What became of it: once per person, rule and local day.
CREATE TABLE occurrence (
    person_id INTEGER NOT NULL REFERENCES person (id),
    rule      TEXT    NOT NULL,
    occurs_on TEXT    NOT NULL,
    state     TEXT    NOT NULL CHECK (state IN ('done', 'skipped')),
    reason    TEXT    NOT NULL DEFAULT '',
    at        INTEGER NOT NULL,
    PRIMARY KEY (person_id, rule, occurs_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX occurrence_at ON occurrence (at);

-- Once per person, kind, subject, period and threshold, also after an undo.
CREATE TABLE alert (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind      TEXT    NOT NULL,
    subject   TEXT    NOT NULL,
    period    TEXT    NOT NULL,
    threshold INTEGER NOT NULL,
    state     TEXT    NOT NULL CHECK (state IN ('raised', 'held', 'told', 'dropped')),
    reason    TEXT    NOT NULL DEFAULT '',
    raised_at INTEGER NOT NULL,
    told_at   INTEGER,
    trace_id  TEXT    NOT NULL DEFAULT '',
    facts     TEXT    NOT NULL DEFAULT '{}',
    UNIQUE (person_id, kind, subject, period, threshold)
) STRICT;
CREATE INDEX alert_told_at ON alert (person_id, told_at) WHERE state = 'told';
CREATE INDEX alert_held ON alert (person_id, id) WHERE state = 'held';

INSERT INTO alert (person_id, kind, subject, period, threshold, state, raised_at, told_at)
SELECT person_id, 'budget', 'budget:' || budget_id, starts_on, threshold, 'told', told_at, told_at FROM alert_told;
-- alert_told stays for now: the version before may still run beside this one.

-- What a person does not want to hear of until then: "" is everything, else a kind or a subject.
CREATE TABLE mute (
    person_id INTEGER NOT NULL REFERENCES person (id),
    about     TEXT    NOT NULL,
    until     INTEGER NOT NULL,
    PRIMARY KEY (person_id, about)
) STRICT, WITHOUT ROWID;

CREATE TABLE reminder (
    id         INTEGER PRIMARY KEY,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    about      BLOB    NOT NULL,
    starts_on  TEXT    NOT NULL,
    at         TEXT    NOT NULL,
    recurrence TEXT    NOT NULL,
    removed    INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX reminder_person ON reminder (person_id, id);

CREATE TABLE bill (
    id           INTEGER PRIMARY KEY,
    ledger_id    INTEGER NOT NULL REFERENCES ledger (id),
    person_id    INTEGER NOT NULL REFERENCES person (id),
    word         TEXT    NOT NULL,
    merchant     TEXT    NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    currency     TEXT    NOT NULL,
    recurrence   TEXT    NOT NULL,
    starts_on    TEXT    NOT NULL,
    paid_through TEXT,
    found        INTEGER NOT NULL DEFAULT 0 CHECK (found IN (0, 1)),
    removed      INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX bill_ledger ON bill (ledger_id, id);

-- What is saved towards a goal lies in an account of the ledger; the goal only says how much by when.
CREATE TABLE goal (
    id             INTEGER PRIMARY KEY,
    ledger_id      INTEGER NOT NULL REFERENCES ledger (id),
    person_id      INTEGER NOT NULL REFERENCES person (id),
    name           TEXT    NOT NULL,
    account        TEXT    NOT NULL,
    target_minor   INTEGER NOT NULL CHECK (target_minor > 0),
    currency       TEXT    NOT NULL,
    starts_on      TEXT    NOT NULL,
    ends_on        TEXT,
    pledge_minor   INTEGER NOT NULL DEFAULT 0,
    pledge_recurs  TEXT    NOT NULL DEFAULT '',
    removed        INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX goal_ledger ON goal (ledger_id, id);

-- Offers that nobody took are swept.
CREATE INDEX offer_expires ON offer (expires_at);

ALTER TABLE outbox ADD COLUMN alert_id INTEGER REFERENCES alert (id);

-- "" is off; "daily 09:00", "weekly:SU 18:00".
ALTER TABLE person ADD COLUMN digest TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN review TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN daily_alerts INTEGER NOT NULL DEFAULT 5;
-- "" is Telegram before SMS.
ALTER TABLE person ADD COLUMN preferred_channel TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN sms_fallback INTEGER NOT NULL DEFAULT 0 CHECK (sms_fallback IN (0, 1));
