-- Browsers in which an account has signed in: an attempt that comes from one is counted by itself, so that others behind
-- the same address do not hold the owner back. A browser carries a token of its own, renewed by each sign-in and kept as
-- SHA-256 only; several accounts may know the same browser.
CREATE TABLE known_device (
    person_id TEXT NOT NULL REFERENCES person (id),
    token_sha256 TEXT NOT NULL CHECK (length(token_sha256) = 64),
    signed_in_at_ms {{int}} NOT NULL,
    PRIMARY KEY (person_id, token_sha256)
) {{strict}};

CREATE INDEX known_device_by_token ON known_device (token_sha256);
