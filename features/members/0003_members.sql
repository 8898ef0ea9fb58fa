-- People who may sign in, their sessions, and what holds guessing back. The complete register of people comes as
-- tables of its own that name person.id.
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    roles {{int}} NOT NULL,
    password_phc TEXT,
    demo {{bool}} NOT NULL,
    state TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    created_at_ms {{int}} NOT NULL
) {{strict}};

-- Tokens are kept as SHA-256 only: who reads the database cannot sign in with it.
CREATE TABLE session (
    token_sha256 TEXT PRIMARY KEY CHECK (length(token_sha256) = 64),
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at_ms {{int}} NOT NULL,
    last_seen_at_ms {{int}} NOT NULL,
    ends_at_ms {{int}} NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL
) {{strict}};

CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_by_end ON session (ends_at_ms);

-- Where a person has signed in before: there, strangers' guesses from elsewhere never hold him back.
CREATE TABLE known_address (
    person_id TEXT NOT NULL REFERENCES person (id),
    address TEXT NOT NULL,
    signed_in_at_ms {{int}} NOT NULL,
    PRIMARY KEY (person_id, address)
) {{strict}};

-- Failed attempts by account, by address and by both; forgotten when they expire. An account stands as a digest of
-- what was typed, which may be a password in the wrong field.
CREATE TABLE sign_in_tally (
    subject TEXT PRIMARY KEY,
    failures {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    expires_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX sign_in_tally_by_expiry ON sign_in_tally (expires_at_ms);

CREATE TABLE one_time_link (
    token_sha256 TEXT PRIMARY KEY CHECK (length(token_sha256) = 64),
    purpose TEXT NOT NULL,
    made_at_ms {{int}} NOT NULL,
    expires_at_ms {{int}} NOT NULL,
    used_at_ms {{int}}
) {{strict}};
