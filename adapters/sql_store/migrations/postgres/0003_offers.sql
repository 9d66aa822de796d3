-- Likely next steps under a message: each is one row under the fingerprint of its button's random token, and taking it
-- deletes it.
CREATE TABLE offer (
    fingerprint bytea  PRIMARY KEY,
    letter_id   bigint NOT NULL REFERENCES outbox (id),
    expires_at  bigint NOT NULL,
    calls       bytea  NOT NULL
);
