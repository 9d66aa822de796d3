-- Likely next steps under a message: each is one row under the fingerprint of its button's random token, and taking it
-- deletes it.
CREATE TABLE offer (
    fingerprint BLOB    PRIMARY KEY,
    letter_id   INTEGER NOT NULL REFERENCES outbox (id),
    expires_at  INTEGER NOT NULL,
    calls       BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
