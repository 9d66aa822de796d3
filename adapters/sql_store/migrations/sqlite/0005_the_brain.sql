-- readable from: 4
-- What a model costs, what was said a moment ago, what a person agreed to have remembered, and when a model was away.

-- What each person used of a service a day, in tokens or segments; money in millionths of a US dollar. "counted" is what
-- the day's caps count, thoughts and SMS that are no codes; "refused" is how often there was nothing left.
CREATE TABLE cost (
    person_id          INTEGER NOT NULL REFERENCES person (id),
    day                TEXT    NOT NULL,
    service            TEXT    NOT NULL,
    calls              INTEGER NOT NULL DEFAULT 0,
    counted            INTEGER NOT NULL DEFAULT 0,
    refused            INTEGER NOT NULL DEFAULT 0,
    units_in           INTEGER NOT NULL DEFAULT 0,
    units_out          INTEGER NOT NULL DEFAULT 0,
    micro_usd          INTEGER NOT NULL DEFAULT 0,
    reserved_micro_usd INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (person_id, day, service)
) STRICT, WITHOUT ROWID;
-- All that the sum of a month needs, for whoever watches.
CREATE INDEX cost_sms ON cost (day, units_out) WHERE service = 'sms';

-- The same of the whole house, by month: its cap is asked for before every call.
CREATE TABLE cost_month (
    month              TEXT    NOT NULL PRIMARY KEY,
    micro_usd          INTEGER NOT NULL DEFAULT 0,
    reserved_micro_usd INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- subject_key is a keyed fingerprint of kind and subject: one memory of each.
CREATE TABLE memory (
    id           INTEGER PRIMARY KEY,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    subject_key  BLOB    NOT NULL,
    fact         BLOB    NOT NULL,
    kept_at      INTEGER NOT NULL,
    vector       BLOB,
    vector_model TEXT    NOT NULL DEFAULT '',
    UNIQUE (person_id, subject_key)
) STRICT;

-- What was said lately, for "and last month?"; swept after a day.
CREATE TABLE exchange (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    at        INTEGER NOT NULL,
    words     BLOB    NOT NULL,
    did       TEXT    NOT NULL
) STRICT;
CREATE INDEX exchange_person ON exchange (person_id, id);
CREATE INDEX exchange_at ON exchange (at);

CREATE TABLE outage (
    service   TEXT    NOT NULL PRIMARY KEY,
    began_at  INTEGER NOT NULL,
    failed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who was told of it.
CREATE TABLE outage_told (
    service   TEXT    NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    began_at  INTEGER NOT NULL,
    PRIMARY KEY (service, person_id)
) STRICT, WITHOUT ROWID;
